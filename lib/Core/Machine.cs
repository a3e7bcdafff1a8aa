using System;

namespace NanoExecutor
{
    /// <summary>
    /// What an executor needs of the machine it runs on: a clock, something that puts its thread to sleep, and a place for
    /// messages. A board derives from it; any number of executors may share one machine.
    /// </summary>
    public abstract class Machine
    {
        private int _memoryReserve;

        /// <summary>Made once, before the executors that run on it.</summary>
        /// <param name="clock">The time of the machine.</param>
        /// <exception cref="ArgumentNullException">The clock is null.</exception>
        protected Machine(Clock clock)
        {
            if (clock == null)
            {
                throw Throw.Null("clock", "A machine");
            }

            Clock = clock;
        }

        /// <summary>The time of the machine.</summary>
        public Clock Clock { get; }

        /// <summary>
        /// Bytes that an executor holds back for the moment in which the heap is full, 0 at first: a board whose calls need
        /// heap gives enough for some twenty frames. For whoever makes the machine, before its executors.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
        public int MemoryReserve
        {
            get => _memoryReserve;
            protected set
            {
                if (value < 0)
                {
                    throw Throw.NegativeReserve(value);
                }

                _memoryReserve = value;
            }
        }

        /// <summary>Makes what puts the thread of one executor to sleep. Allocates; called once by each executor.</summary>
        [Allocates("the parker of an executor")]
        protected abstract Parker NewParker();

        /// <summary>
        /// Writes out that a task threw, for an executor without a handler of its own (<see cref="Executor.OnFault"/>). On
        /// the thread of the executor. May allocate: an error is not the hot path.
        /// </summary>
        /// <param name="message">What happened: the task, and what it threw.</param>
        [ThrowHelper]
        protected virtual void WriteFault(string message)
        {
            Console.WriteLine(message);
        }

        /// <summary>
        /// The heap was full and there is memory again. On the thread of the executor. A board may look whether its
        /// interrupts still come.
        /// </summary>
        protected virtual void OnMemoryBack()
        {
        }

        [Allocates("the parker of an executor")]
        internal Parker ParkerFor()
        {
            Parker parker = NewParker();
            if (parker == null)
            {
                throw Throw.NoParker(this);
            }

            return parker;
        }

        [ThrowHelper]
        internal void Fault(string message)
        {
            WriteFault(message);
        }

        internal void MemoryIsBack()
        {
            OnMemoryBack();
        }
    }
}
