using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NanoExecutor.Interleavings
{
    /// <summary>What the rewritten code calls in place of touching memory.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static partial class Hooks
    {
        [ThreadStatic]
        private static Execution? _execution;

        private static int _bornStatic;

        internal static void Enter(Execution execution)
        {
            _execution = execution;
        }

        internal static void Leave()
        {
            _execution = null;
        }

        /// <summary>A run of an executor begins.</summary>
        public static void RunBegins()
        {
            _execution?.RunBegins();
        }

        /// <summary>
        /// The executor is at the head of its loop, where its locals say nothing that memory does not say.
        /// </summary>
        public static void HeadOfLoop()
        {
            _execution?.Forget();
        }

        /// <summary>A call needs memory for its frame, and there may be none.</summary>
        public static void NeedMemory(string method)
        {
            _execution?.NeedMemory(method);
        }

        public static int Born(object self)
        {
            return _execution?.Born(self) ?? LocationTable.IdOf(Actor.Most + 1, Interlocked.Increment(ref _bornStatic));
        }

        public static T BornArray<T>(T array)
            where T : class
        {
            _execution?.BornArray(array);
            return array;
        }

        public static T Load<T>(ref T field, int owner, int slot)
        {
            Execution? execution = _execution;
            return execution == null ? field : execution.Load(ref field, owner, slot);
        }

        public static void Store<T>(ref T field, T value, int owner, int slot)
        {
            Execution? execution = _execution;
            if (execution == null)
            {
                field = value;
                return;
            }

            execution.Store(ref field, value, owner, slot, false);
        }

        public static void StoreVolatile<T>(ref T field, T value, int owner, int slot)
        {
            Execution? execution = _execution;
            if (execution == null)
            {
                field = value;
                return;
            }

            execution.Store(ref field, value, owner, slot, true);
        }

        public static T LoadElement<T>(T[] array, int index)
        {
            ref T element = ref Element(array, index);
            Execution? execution = _execution;
            return execution == null ? element : execution.Load(ref element, execution.IdOfArray(array), index);
        }

        public static void StoreElement<T>(T[] array, int index, T value)
        {
            ref T element = ref Element(array, index);
            Execution? execution = _execution;
            if (execution == null)
            {
                element = value;
                return;
            }

            execution.Store(ref element, value, execution.IdOfArray(array), index, false);
        }

        public static void AddressTaken(int owner, int slot)
        {
            _execution?.AddressTaken(owner, slot);
        }

        public static ref T ElementAddress<T>(T[] array, int index)
        {
            Execution? execution = _execution;
            execution?.AddressTaken(execution.IdOfArray(array), index);
            return ref Element(array, index);
        }

        public static int CompareExchange(ref int field, int value, int comparand)
        {
            return _execution?.CompareExchange(ref field, value, comparand)
                ?? Interlocked.CompareExchange(ref field, value, comparand);
        }

        public static int Exchange(ref int field, int value)
        {
            return _execution?.Exchange(ref field, value) ?? Interlocked.Exchange(ref field, value);
        }

        public static int Increment(ref int field)
        {
            return _execution?.Add(ref field, 1) ?? Interlocked.Increment(ref field);
        }

        public static int Decrement(ref int field)
        {
            return _execution?.Add(ref field, -1) ?? Interlocked.Decrement(ref field);
        }

        public static int Add(ref int field, int value)
        {
            return _execution?.Add(ref field, value) ?? Interlocked.Add(ref field, value);
        }

        public static void MemoryBarrier()
        {
            _execution?.Fence();
        }

        public static void Sleep(int milliseconds)
        {
            _execution?.Sleep();
        }

        // Without the type check of ldelema: references come in as object.
        private static ref T Element<T>(T[] array, int index)
        {
            if ((uint)index >= (uint)array.Length)
            {
                throw new IndexOutOfRangeException();
            }

            return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), index);
        }
    }
}
