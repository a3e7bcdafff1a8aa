using NanoExecutor;
using NanoExecutor.Boards.Virtual;

namespace Greenhouse.Desktop
{
    /// <summary>Runs the node in simulated time: as fast as it goes, and the same way each time.</summary>
    public static class VirtualSession
    {
        /// <summary>Runs the node.</summary>
        /// <param name="script">The inputs.</param>
        /// <param name="end">When to stop, µs.</param>
        /// <param name="output">Where lines go.</param>
        /// <returns>The run, for its totals.</returns>
        public static NodeRun Run(Script script, long end, Output output)
        {
            VirtualGreenhouse board = new VirtualGreenhouse(output, script.Events.Count + 1);
            NodeRun run = new NodeRun(board);
            foreach (ScriptEvent next in script.Events)
            {
                next.Attach(board);
                board.VirtualClock.Schedule(next.Time, next);
            }

            board.VirtualClock.Schedule(end, new StopInterrupt(run.Node.Executor));
            run.Run();
            return run;
        }

        private sealed class StopInterrupt : ScriptedInterrupt
        {
            private readonly Executor _executor;

            internal StopInterrupt(Executor executor)
            {
                _executor = executor;
            }

            protected override void Fire()
            {
                _executor.Stop();
            }
        }
    }
}
