using System.Runtime.CompilerServices;

namespace NanoExecutor.Interleavings
{
    // Interlocked operations: full fences, and one step each.
    internal sealed partial class Execution
    {
        private delegate T Change<T>(T before, T first, T second);

        // Interlocked takes an address; whose field that is was said when the address was taken.
        private readonly Stack<Location?> _pendingAddresses = new();

        internal void AddressTaken(int owner, int slot)
        {
            _pendingAddresses.Push(_phase == Phase.Build || owner == 0 ? null : At(owner, slot));
        }

        internal T CompareExchange<T>(ref T field, T value, T comparand)
        {
            return Atomically(ref field, value, comparand, static (before, value, comparand) =>
                EqualityComparer<T>.Default.Equals(before, comparand) ? value : before);
        }

        internal T Exchange<T>(ref T field, T value)
        {
            return Atomically(ref field, value, value, static (_, value, _) => value);
        }

        internal int Add(ref int field, int value)
        {
            return Atomically(ref field, value, 0, static (before, value, _) => before + value) + value;
        }

        internal long Add(ref long field, long value)
        {
            return Atomically(ref field, value, 0L, static (before, value, _) => before + value) + value;
        }

        private T Atomically<T>(ref T field, T first, T second, Change<T> change)
        {
            Location? location = _pendingAddresses.Pop();
            if (location == null || _phase == Phase.Build)
            {
                T old = field;
                field = change(old, first, second);
                return old;
            }

            if (!location.Shared)
            {
                Fence();
                NoteTouch(location, true);
                T old = field;
                field = change(old, first, second);
                CountChange(BitsOf(old), BitsOf(field));
                ChangeHeap(location, BitsOf(old), BitsOf(field));
                return old;
            }

            Initialise(location, ref field);
            if (_phase == Phase.Run)
            {
                BeforeAtomic(location);
            }
            else
            {
                Refuse();
            }

            T before = Value.Restore<T>(location.Bits, location.Reference);
            T after = change(before, first, second);
            if (_phase == Phase.Run)
            {
                Actor me = _current!;
                me.History = Hash.Mix(Hash.Mix(me.History, location.Key), location.Bits);
                _trace?.Add(me, "atomically", location, Show(before) + " -> " + Show(after));
                CountChange(location.Bits, BitsOf(after));
                Commit(location, BitsOf(after), Value.ReferenceOf(after));
            }
            else
            {
                location.Bits = BitsOf(after);
                location.Reference = Value.ReferenceOf(after);
            }

            return before;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private void BeforeAtomic(Location location)
        {
            NextPlace();
            NoteUse(location, true);
            Point();
            Actor me = _current!;
            while (me.Buffer.Count > 0)
            {
                Flush(me, 0, null);
            }

            OrderBefore(location, me);
        }
    }
}
