using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two threads run the same executor; one of them is told so.</summary>
    public sealed class TwoRunsAtOnce : MachineScenario
    {
        private Sole _task;
        private int _refusedMain;
        private int _refusedOther;

        /// <inheritdoc/>
        public override string About => "two threads call Run of one executor";

        /// <inheritdoc/>
        public override string Proves => "one thread at a time runs an executor";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Overlaps == 0, "two threads polled at once");
            world.Expect(_refusedMain + _refusedOther < 2, "both were refused");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _task = world.Name(new Sole(), "task");
            Executor.Spawn(_task);
            world.Thread("other", () => _refusedOther = Refused());
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            _refusedMain = Refused();
        }

        private int Refused()
        {
            try
            {
                Executor.Run();
                return 0;
            }
            catch (InvalidOperationException)
            {
                return 1;
            }
        }

        private sealed class Sole : Future
        {
            private volatile int _inside;

            internal int Overlaps { get; private set; }

            public override Poll Poll(Waker waker)
            {
                _inside++;
                if (_inside != 1)
                {
                    Overlaps++;
                }

                _inside--;
                return Ready;
            }
        }
    }
}
