namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// All locations by object and slot. Objects have the same numbers in every schedule, so what was found out about a
    /// location in one holds in the next.
    /// </summary>
    internal sealed class LocationTable
    {
        private const int SerialBits = 12;

        // By who made the object, by how many that had made before, by slot. Null where nothing has been touched.
        private readonly Location[][][] _byMaker = new Location[Actor.Most + 2][][];

        internal LocationTable()
        {
            for (int maker = 0; maker < _byMaker.Length; maker++)
            {
                _byMaker[maker] = new Location[64][];
            }
        }

        /// <summary>The number of an object.</summary>
        /// <param name="maker">Who made it: 0 for the build, 1 and up for the actors, the last for static
        /// constructors.</param>
        /// <param name="serial">How many it had made before, from 1.</param>
        internal static int IdOf(int maker, int serial)
        {
            if (serial >= 1 << SerialBits)
            {
                throw new InvalidOperationException(
                    $"A scenario made {serial} objects; it should make a few, in Build.");
            }

            return (maker << SerialBits) | serial;
        }

        internal Location At(int owner, int slot)
        {
            Location[][] objects = _byMaker[owner >> SerialBits];
            int serial = owner & ((1 << SerialBits) - 1);
            if ((uint)serial < (uint)objects.Length)
            {
                Location[]? locations = objects[serial];
                if (locations != null && (uint)slot < (uint)locations.Length)
                {
                    Location? location = locations[slot];
                    if (location != null)
                    {
                        return location;
                    }
                }
            }

            return Make(owner, slot);
        }

        internal IEnumerable<Location> All()
        {
            return _byMaker.SelectMany(objects => objects)
                .OfType<Location[]>()
                .SelectMany(slots => slots)
                .OfType<Location>();
        }

        private Location Make(int owner, int slot)
        {
            ref Location[][] objects = ref _byMaker[owner >> SerialBits];
            int serial = owner & ((1 << SerialBits) - 1);
            while (serial >= objects.Length)
            {
                Array.Resize(ref objects, 2 * objects.Length);
            }

            ref Location[] locations = ref objects[serial];
            if (locations == null || slot >= locations.Length)
            {
                Array.Resize(ref locations, Math.Max(slot + 1, 8));
            }

            Location location = new(owner, slot);
            locations[slot] = location;
            return location;
        }
    }
}
