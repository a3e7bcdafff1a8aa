namespace NanoExecutor.Benchmarks
{
    /// <summary>How long to measure.</summary>
    internal sealed class Effort
    {
        /// <summary>Rounds in which the works of a contest take turns. Odd, for a median.</summary>
        internal readonly int Rounds;

        /// <summary>ns that a run of one work takes, about.</summary>
        internal readonly long Run;

        /// <summary>ns that a work runs before the first round, for compilers that learn.</summary>
        internal readonly long WarmUp;

        /// <summary>Delays that are timed one by one, for each length in each round.</summary>
        internal readonly int Delays;

        private const long Millisecond = 1000000;

        private Effort(int rounds, long run, long warmUp, int delays)
        {
            Rounds = rounds;
            Run = run * Millisecond;
            WarmUp = warmUp * Millisecond;
            Delays = delays;
        }

        /// <summary>For a look in between and for CI.</summary>
        internal static Effort Quick()
        {
            return new Effort(Target.IsDevice ? 3 : 5, 20, Target.Compiles ? 300 : 0, 3);
        }

        /// <summary>For figures to quote.</summary>
        internal static Effort Full()
        {
            return new Effort(15, 150, Target.Compiles ? 600 : 0, 12);
        }
    }
}
