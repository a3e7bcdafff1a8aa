namespace Greenhouse.Desktop
{
    /// <summary>Runs the node in simulated time: as fast as it goes, and the same way each time.</summary>
    public static class VirtualSession
    {
        /// <summary>Bytes of the trace in a second, at the most: no limit that the node comes near.</summary>
        internal const int TraceRate = 100000;

        /// <summary>Runs the node.</summary>
        /// <param name="script">The inputs.</param>
        /// <param name="duration">When to stop, µs. What is due at that time is done, what comes then is not.</param>
        /// <param name="output">Where lines go.</param>
        /// <param name="traces">Whether the trace goes among them.</param>
        /// <returns>The run, for its totals.</returns>
        public static NodeRun Run(Script script, long duration, Output output, bool traces)
        {
            ScriptEvent[] events = script.Before(duration);
            VirtualGreenhouse board = new VirtualGreenhouse(output, events.Length);
            if (traces)
            {
                board.Trace(TraceRate);
            }

            NodeRun run = new NodeRun(board, duration);
            output.StopWhenBroken(run.Node.Executor);
            foreach (ScriptEvent next in events)
            {
                next.Attach(board);
                board.VirtualClock.Schedule(next.Time, next);
            }

            using (new Signals(run.Node.Executor, null))
            {
                run.Run();
            }

            return run;
        }
    }
}
