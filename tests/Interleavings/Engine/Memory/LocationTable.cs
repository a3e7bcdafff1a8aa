using System.Runtime.CompilerServices;

namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// An object whose fields are watched. Every class of the library and of the scenarios is made one.
    /// </summary>
    public interface ITracked
    {
        /// <summary>The same in every schedule; 0 while the object is being made.</summary>
        int TrackedId { get; }
    }

    /// <summary>Turns the value of any field into bits and back.</summary>
    internal static class Value
    {
        /// <summary>Bits of a value that is not a reference.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static ulong BitsOf<T>(T value)
        {
            return Unsafe.SizeOf<T>() switch
            {
                1 => Unsafe.As<T, byte>(ref value),
                2 => Unsafe.As<T, ushort>(ref value),
                4 => Unsafe.As<T, uint>(ref value),
                _ => Unsafe.As<T, ulong>(ref value),
            };
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static T Restore<T>(ulong bits, object? reference)
        {
            return typeof(T).IsValueType ? Unsafe.As<ulong, T>(ref bits) : Unsafe.As<object?, T>(ref reference);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static object? ReferenceOf<T>(T value)
        {
            return typeof(T).IsValueType ? null : Unsafe.As<T, object?>(ref value);
        }
    }

    /// <summary>A field of one object, an element of one array, or a register.</summary>
    internal sealed class Location
    {
        /// <summary>The object it belongs to.</summary>
        internal readonly int Owner;

        /// <summary>Which field or element of it.</summary>
        internal readonly int Slot;

        /// <summary>
        /// Two actors touch it and one of them writes it. Found out while exploring and kept from schedule to schedule;
        /// the accesses to it are the scheduling points.
        /// </summary>
        internal bool Shared;

        /// <summary>Who reads a shared one in some schedule, a bit an actor. Kept as well.</summary>
        internal uint SharedReaders;

        /// <summary>Who writes a shared one in some schedule.</summary>
        internal uint SharedWriters;

        /// <summary>Who has read it in some schedule, a bit an actor.</summary>
        internal uint EverReaders;

        /// <summary>Who has written it in some schedule.</summary>
        internal uint EverWriters;

        /// <summary>The schedule that the fields below belong to.</summary>
        internal int Epoch;

        /// <summary>Who has read it, a bit an actor.</summary>
        internal uint Readers;

        /// <summary>Who has written it, a bit an actor.</summary>
        internal uint Writers;

        /// <summary>What is there, of a shared one.</summary>
        internal ulong Bits;

        /// <summary>What is there, if that is a reference.</summary>
        internal object? Reference;

        private string? _name;

        internal Location(int owner, int slot)
        {
            Owner = owner;
            Slot = slot;
            Key = Hash.Mix((ulong)owner, (ulong)slot);
        }

        internal ulong Key { get; }

        /// <summary>It is kept by the machine and not by a field.</summary>
        internal bool IsRegister { get; set; }

        /// <summary>Whether several actors have touched it in the latest schedule, and one has written it.</summary>
        internal bool WasMetAt => Writers != 0 && System.Numerics.BitOperations.PopCount(Readers | Writers) > 1;

        /// <summary>What the trace calls it.</summary>
        internal string Name
        {
            get => _name ?? "#" + Owner + "." + Slot;
            set => _name = value;
        }
    }

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

    /// <summary>Numbers for objects, the same in every schedule.</summary>
    internal sealed class ObjectTable
    {
        private const ulong IsReference = 1UL << 63;

        // Arrays cannot carry their own number.
        private readonly Dictionary<object, int> _arrays = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<int, object> _born = [];

        /// <summary>Objects by number, kept only for a schedule that is printed.</summary>
        internal bool Remembers { get; set; }

        internal void Clear()
        {
            _arrays.Clear();
            _born.Clear();
        }

        internal void AddArray(object array, int id)
        {
            _arrays[array] = id;
            Remember(array, id);
        }

        internal void Remember(object thing, int id)
        {
            if (Remembers)
            {
                _born[id] = thing;
            }
        }

        internal object? ById(int id)
        {
            return _born.GetValueOrDefault(id);
        }

        internal int IdOfArray(object array)
        {
            return _arrays.TryGetValue(array, out int id) ? id : 0;
        }

        internal int IdOf(object thing)
        {
            return thing is ITracked tracked ? tracked.TrackedId : IdOfArray(thing);
        }

        /// <summary>A reference as a number. What is not watched stands for itself by what it is.</summary>
        internal ulong BitsOf(object? reference)
        {
            if (reference == null)
            {
                return 0;
            }

            int id = IdOf(reference);
            if (id != 0)
            {
                return IsReference | (uint)id;
            }

            return IsReference | reference switch
            {
                string text => Hash.Of(text),
                Delegate call => Hash.Mix(Hash.Of(call.Method.Name), BitsOf(call.Target)),
                _ => Hash.Of(reference.GetType().FullName ?? ""),
            };
        }
    }
}
