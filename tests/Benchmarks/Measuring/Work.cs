namespace NanoExecutor.Benchmarks
{
    /// <summary>One way to do something many times. It counts its operations; who runs it takes the time.</summary>
    internal abstract class Work
    {
        /// <summary>What is done, as the table says it.</summary>
        internal readonly string Name;

        private protected Work(string name)
        {
            Name = name;
        }

        /// <summary>Whether it measures the library, which must make no garbage.</summary>
        internal virtual bool IsOwn => false;

        /// <summary>
        /// Bytes that <see cref="SetUp"/> takes of the heap of a nanoCLR, rather too many than too few: a heap that is filled up to
        /// the brim on the way loses its timers for good.
        /// </summary>
        internal virtual int HeapNeeded => 0;

        /// <summary>Makes all it needs, threads included; once, before the first run.</summary>
        internal virtual void SetUp()
        {
        }

        /// <summary>Returns when it has done so many operations, or a few more.</summary>
        internal abstract void Run(int operations);

        /// <summary>How many operations a run of so many really makes: tasks that share them do whole rounds.</summary>
        internal virtual int Made(int operations)
        {
            return operations;
        }

        /// <summary>Ends its threads and lets go of what it has.</summary>
        internal virtual void TearDown()
        {
        }
    }
}
