namespace NanoExecutor.Interleavings
{
    // Threads, events and what works on whole arrays.
    public static partial class Hooks
    {
        public static int ThreadId()
        {
            return _execution?.ThreadId ?? Environment.CurrentManagedThreadId;
        }

        public static Thread NewThread(ThreadStart body)
        {
            return _execution?.NewThread(body) ?? new Thread(body);
        }

        public static void StartThread(Thread thread)
        {
            _execution!.StartThread(thread);
        }

        public static AutoResetEvent NewEvent(bool set)
        {
            return _execution?.NewEvent(set) ?? new AutoResetEvent(set);
        }

        public static bool SetEvent(EventWaitHandle made)
        {
            _execution!.SetEvent(made);
            return true;
        }

        public static bool WaitForEvent(WaitHandle made)
        {
            _execution!.WaitForEvent(made);
            return true;
        }

        public static void Copy(Array from, int start, Array to, int place, int count)
        {
            for (int index = 0; index < count; index++)
            {
                switch (from)
                {
                    case byte[] bytes:
                        StoreElement((byte[])to, place + index, LoadElement(bytes, start + index));
                        break;
                    case object[] references:
                        StoreElement((object[])to, place + index, LoadElement(references, start + index));
                        break;
                    default:
                        throw new NotSupportedException("Array.Copy of " + from.GetType());
                }
            }
        }

        public static void Clear(Array array, int start, int count)
        {
            for (int index = start; index < start + count; index++)
            {
                switch (array)
                {
                    case bool[] flags:
                        StoreElement(flags, index, false);
                        break;
                    case byte[] bytes:
                        StoreElement(bytes, index, (byte)0);
                        break;
                    case int[] numbers:
                        StoreElement(numbers, index, 0);
                        break;
                    case object?[] references:
                        StoreElement(references, index, null);
                        break;
                    default:
                        throw new NotSupportedException("Array.Clear of " + array.GetType());
                }
            }
        }
    }
}
