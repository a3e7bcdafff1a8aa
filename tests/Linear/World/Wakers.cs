namespace NanoExecutor.LinearProof
{
    /// <summary>A few real wakers, to see which of them reaches a future.</summary>
    public static class Wakers
    {
        public const int Count = 3;

        private static readonly Waker[] s_all = Take();

        public static Waker Get(int index)
        {
            return s_all[index % Count];
        }

        public static string NameOf(Waker? waker)
        {
            return "waker " + Array.IndexOf(s_all, waker);
        }

        /// <summary>An executor whose time stands still, and that must not park.</summary>
        public static Executor NewExecutor(int capacity)
        {
            return new Executor(capacity, new StillMachine());
        }

        private static Waker[] Take()
        {
            Executor executor = NewExecutor(Count);
            List<Waker> taken = [];
            for (int i = 0; i < Count; i++)
            {
                executor.Spawn(new Taker(taken));
            }

            executor.RunUntilIdle();
            return [.. taken];
        }

        private sealed class StillClock : Clock
        {
            public override long Now => 0;
        }

        private sealed class StillMachine : Machine
        {
            public StillMachine()
                : base(new StillClock())
            {
            }

            protected override Parker NewParker()
            {
                return new NoParker();
            }
        }

        private sealed class NoParker : Parker
        {
            public override void Park(long until)
            {
            }

            public override void Unpark()
            {
            }
        }

        private sealed class Taker(List<Waker> taken) : Future
        {
            public override Poll Poll(Waker waker)
            {
                taken.Add(waker);
                return Pending;
            }
        }
    }
}
