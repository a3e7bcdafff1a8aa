namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two executors on two threads; a task of each wakes the task of the other.</summary>
    public sealed class AcrossExecutors : MachineScenario
    {
        private Reactor _reactor;
        private ModelMachine _second;
        private Answers _here;
        private Answers _there;

        /// <inheritdoc/>
        public override string About => "tasks of two executors wake each other";

        /// <inheritdoc/>
        public override string Proves => "a wake may cross between executors";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_here.Answered == 1 && _there.Answered == 1, "each had one event and gave one");
        }

        /// <inheritdoc/>
        public override string Stuck()
        {
            return base.Stuck() + _second.Stuck();
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _second = new ModelMachine(world, "second", 1, Clock);
            _here = world.Name(new Answers(_reactor, 0, 1, true), "here");
            _there = world.Name(new Answers(_reactor, 1, 0, false), "there");
            Executor.Spawn(_here);
            _second.Executor.Spawn(_there);
            world.Thread("thread2", () => _second.Executor.Run());
        }

        // Waits for one source and raises another, before or after.
        private sealed class Answers : Future
        {
            private readonly Reactor _reactor;
            private readonly SourceWait _question;
            private readonly int _answer;
            private bool _asksFirst;

            internal Answers(Reactor reactor, int question, int answer, bool asksFirst)
            {
                _reactor = reactor;
                _question = reactor.Register(question);
                _answer = answer;
                _asksFirst = asksFirst;
            }

            internal int Answered { get; private set; }

            public override Poll Poll(Waker waker)
            {
                if (_asksFirst)
                {
                    _asksFirst = false;
                    Answered++;
                    _reactor.Raise(_answer);
                }

                if (_question.Poll(waker) == Pending)
                {
                    return Pending;
                }

                if (Answered == 0)
                {
                    Answered++;
                    _reactor.Raise(_answer);
                }

                return Ready;
            }
        }
    }
}
