using System;

namespace NanoExecutor
{
    // What the primitives of synchronisation throw.
    internal static partial class Throw
    {
        internal static Exception LockHeld()
        {
            return new InvalidOperationException(
                "This lock is held already and would wait for itself; release it before it is awaited again.");
        }

        internal static Exception LockNotHeld()
        {
            return new InvalidOperationException(
                "This lock is not held; only the one that was awaited and became ready can be released, once.");
        }

        internal static Exception LockPending()
        {
            return new InvalidOperationException(
                "This lock stands in line; await it or call Cancel before TryLock.");
        }

        internal static Exception NegativeInitial(int given, int max)
        {
            return new ArgumentOutOfRangeException(
                "initial",
                "initial is " + given.ToString() + "; give 0 to " + max.ToString() + ", the most there may be.");
        }

        internal static Exception Permits(int given, int max)
        {
            return Capacity("permits", given, max);
        }

        internal static Exception EmptyMask()
        {
            return new ArgumentOutOfRangeException(
                "mask", "mask is 0; a wait needs at least one flag to wait for.");
        }

        internal static Exception SendNotArmed()
        {
            return new InvalidOperationException(
                "A send was polled before it was armed or after it had finished; call With first.");
        }

        internal static Exception SendPending()
        {
            return new InvalidOperationException(
                "A send is still pending; let it finish or call Cancel before it is armed again.");
        }

        internal static Exception CountRange(byte[] bytes, int offset, int count)
        {
            return Range("count", bytes, offset, count);
        }

        internal static Exception MaxRange(byte[] bytes, int offset, int max)
        {
            return Range("max", bytes, offset, max);
        }

        private static Exception Range(string name, byte[] bytes, int offset, int count)
        {
            if (bytes == null)
            {
                return new ArgumentNullException("bytes", "A pipe copies from or to an array; null was given.");
            }

            // Which of the two is wrong: if the offset is one of the array, then how far it goes from there.
            bool isOffset = offset < 0 || offset > bytes.Length;
            return new ArgumentOutOfRangeException(
                isOffset ? "offset" : name,
                "Offset " + offset.ToString() + " and " + name + " " + count.ToString() + " are not within the "
                + bytes.Length.ToString() + " bytes of the array; give an offset of 0 to " + bytes.Length.ToString()
                + " and no more than there is from there on.");
        }

        internal static Exception CountIsNothing()
        {
            return Nothing("count");
        }

        internal static Exception MaxIsNothing()
        {
            return Nothing("max");
        }

        private static Exception Nothing(string name)
        {
            return new ArgumentOutOfRangeException(
                name, name + " is 0; give 1 or more: a read is ready when it has a byte.");
        }

        internal static Exception LeastBytes(int min, int max, int capacity)
        {
            int limit = max < capacity ? max : capacity;
            return new ArgumentOutOfRangeException(
                "min",
                "min is " + min.ToString() + "; give 1 to " + limit.ToString() + ": the pipe holds "
                + capacity.ToString() + " bytes and the read asks for " + max.ToString() + ".");
        }

        internal static Exception ReadNotArmed()
        {
            return new InvalidOperationException("A reader was polled before it was told where to; call Into first.");
        }

        internal static Exception WriteNotArmed()
        {
            return new InvalidOperationException(
                "A writer was polled before it was armed or after it had finished; call From first.");
        }

        internal static Exception WritePending()
        {
            return new InvalidOperationException(
                "A writer is still pending; let it finish or call Cancel before it is armed again.");
        }
    }
}
