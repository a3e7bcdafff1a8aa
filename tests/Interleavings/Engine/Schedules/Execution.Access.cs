using System.Runtime.CompilerServices;

namespace NanoExecutor.Interleavings
{
    // What reads and writes of fields, array elements and registers do.
    internal sealed partial class Execution
    {
        private readonly LocationTable _locations = new();
        private readonly ObjectTable _objects = new();
        private readonly List<Location> _found = [];
        private int _epoch;
        private int _bornInBuild;

        /// <summary>
        /// Takes every location for a shared one: for running a schedule again without knowing what is shared.
        /// Decisions are counted by accesses of any kind, so that a schedule means the same with and without this.
        /// </summary>
        internal bool WatchEverything { get; init; }

        /// <summary>Locations that two actors touch and one of them writes.</summary>
        internal IEnumerable<Location> Shared => _locations.All().Where(location => location.Shared);

        internal int Born(object self)
        {
            Actor? maker = _current;
            int id = maker == null
                ? LocationTable.IdOf(0, ++_bornInBuild)
                : LocationTable.IdOf(maker.Index + 1, ++maker.Born);
            _objects.Remember(self, id);
            return id;
        }

        internal void BornArray(object array)
        {
            // Strings that are put together: those who read that array are not watched.
            if (array is not string[])
            {
                _objects.AddArray(array, Born(array));
            }
        }

        internal int IdOfArray(object array)
        {
            return _objects.IdOfArray(array);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal T Load<T>(ref T field, int owner, int slot)
        {
            if (_phase == Phase.Build || owner == 0)
            {
                return field;
            }

            NextPlace();
            Location location = At(owner, slot);
            if (location.Shared)
            {
                return LoadShared(location, ref field);
            }

            Touch(location, false);
            return field;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Store<T>(ref T field, T value, int owner, int slot, bool release)
        {
            if (_phase == Phase.Build || owner == 0)
            {
                field = value;
                return;
            }

            NextPlace();
            Location location = At(owner, slot);
            if (location.Shared)
            {
                StoreShared(location, ref field, value, release);
                return;
            }

            Touch(location, true);
            ulong before = BitsOf(field);
            ulong after = BitsOf(value);
            CountChange(before, after);
            ChangeHeap(location, before, after);
            field = value;
        }

        // A location that is new while everything is watched is a shared one from the start.
        private Location At(int owner, int slot)
        {
            Location location = _locations.At(owner, slot);
            if (WatchEverything && !location.Shared)
            {
                location.Shared = true;
                location.SharedReaders = uint.MaxValue;
                location.SharedWriters = uint.MaxValue;
            }

            return location;
        }

        private T LoadShared<T>(Location location, ref T field)
        {
            Initialise(location, ref field);
            if (_phase != Phase.Run)
            {
                if (_phase == Phase.Abandon || location.Writers != 0)
                {
                    Refuse();
                }

                return Value.Restore<T>(location.Bits, location.Reference);
            }

            Actor me = _current!;
            if (_model != MemoryModel.Sequential)
            {
                int own = me.Buffer.Newest(location);
                if (own >= 0)
                {
                    BufferedStore store = me.Buffer[own];
                    T mine = Value.Restore<T>(store.Bits, store.Reference);
                    _trace?.Add(me, "reads its own", location, Show(mine));
                    return mine;
                }
            }

            PointBefore(location, false);
            OrderBefore(location, me);
            me.History = Hash.Mix(Hash.Mix(me.History, location.Key), location.Bits);
            T value = Value.Restore<T>(location.Bits, location.Reference);
            _trace?.Add(me, "reads", location, Show(value));
            return value;
        }

        private void StoreShared<T>(Location location, ref T field, T value, bool release)
        {
            Initialise(location, ref field);
            ulong bits = BitsOf(value);
            object? reference = Value.ReferenceOf(value);
            if (_phase != Phase.Run)
            {
                Refuse();
                location.Bits = bits;
                location.Reference = reference;
                return;
            }

            Actor me = _current!;
            if (_model == MemoryModel.Sequential)
            {
                PointBefore(location, true);
                me.History = Hash.Mix(me.History, location.Key);
                _trace?.Add(me, "writes", location, Show(value));
                CountChange(location.Bits, bits);
                Commit(location, bits, reference);
                return;
            }

            NoteUse(location, true);
            int own = me.Buffer.Newest(location);
            CountChange(own >= 0 ? me.Buffer[own].Bits : location.Bits, bits);
            me.History = Hash.Mix(me.History, location.Key);
            string? text = _trace == null ? null : Show(value);
            me.Buffer.Add(new BufferedStore(location, bits, reference, release, text));
            _trace?.Add(me, "stores", location, text);
        }

        // A scheduling point, if somebody who has not ended may do something that meets this access.
        private void PointBefore(Location location, bool writes)
        {
            uint others = NoteUse(location, writes);
            if (others != 0)
            {
                Point();
            }
            else
            {
                CountStep();
            }
        }

        // Who else may get in the way. An actor that does what it was never seen to do makes everything be explored
        // again.
        private uint NoteUse(Location location, bool writes)
        {
            uint me = 1u << _current!.Index;
            if (writes)
            {
                location.Writers |= me;
            }
            else
            {
                location.Readers |= me;
            }

            uint known = writes ? location.SharedWriters : location.SharedReaders;
            if ((known & me) == 0)
            {
                _ = writes ? location.SharedWriters |= me : location.SharedReaders |= me;
                FoundShared = true;
            }

            uint others = writes ? location.SharedWriters | location.SharedReaders : location.SharedWriters;
            return others & ~me & _alive;
        }

        // In the first access of a schedule the field still holds what the build left there.
        private void Initialise<T>(Location location, ref T field)
        {
            if (location.Epoch != _epoch)
            {
                location.Epoch = _epoch;
                location.Readers = 0;
                location.Writers = 0;
                location.Bits = BitsOf(field);
                location.Reference = Value.ReferenceOf(field);
            }
        }

        private void Commit(Location location, ulong bits, object? reference)
        {
            ChangeHeap(location, location.Bits, bits);
            location.Bits = bits;
            location.Reference = reference;
        }

        private void Touch(Location location, bool writes)
        {
            NoteTouch(location, writes);

            // A store that goes into a buffer is no scheduling point once its location is known to be shared either.
            if (InterruptEverywhere && _phase == Phase.Run && (!writes || _model == MemoryModel.Sequential))
            {
                Point();
            }
        }

        // Without a scheduling point.
        private void NoteTouch(Location location, bool writes)
        {
            if (_phase != Phase.Run)
            {
                if (_phase == Phase.Abandon)
                {
                    throw new ScheduleAbandoned();
                }

                return;
            }

            if (location.Epoch != _epoch)
            {
                location.Epoch = _epoch;
                location.Readers = 0;
                location.Writers = 0;
            }

            uint me = 1u << _current!.Index;
            if (writes)
            {
                location.Writers |= me;
            }
            else
            {
                location.Readers |= me;
            }

            // Over all schedules: one that was not followed further might have met the other actor there.
            location.EverReaders |= location.Readers;
            location.EverWriters |= location.Writers;
            uint others = (location.EverReaders | location.EverWriters) & ~me;
            if (others != 0 && location.EverWriters != 0)
            {
                _found.Add(location);
                FoundShared = true;
            }
        }

        /// <summary>From the next schedule on, accesses to what was found to be shared are scheduling points.</summary>
        internal void ShareFound()
        {
            foreach (Location location in _found)
            {
                location.Shared = true;
                location.SharedReaders |= location.EverReaders;
                location.SharedWriters |= location.EverWriters;
            }

            _found.Clear();
        }
    }
}
