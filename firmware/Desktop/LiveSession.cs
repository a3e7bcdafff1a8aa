namespace Greenhouse.Desktop
{
    /// <summary>Runs the node in real time, with a view of it on a terminal or plain lines elsewhere.</summary>
    public static class LiveSession
    {
        /// <summary>Runs the node with lines as they come.</summary>
        /// <param name="script">The inputs.</param>
        /// <param name="end">When to stop, µs after the start; <see cref="long.MaxValue"/> for never.</param>
        /// <param name="output">Where lines go.</param>
        /// <returns>The run, for its totals.</returns>
        public static NodeRun RunPlain(Script script, long end, Output output)
        {
            LiveGreenhouse board = new LiveGreenhouse(output);
            NodeRun run = new NodeRun(board);
            Run(script, end, board, run);
            return run;
        }

        /// <summary>Runs the node with a view of it on the terminal, and keys for its inputs.</summary>
        /// <param name="script">The inputs.</param>
        /// <param name="end">When to stop, µs after the start; <see cref="long.MaxValue"/> for never.</param>
        /// <returns>The run, for its totals.</returns>
        public static NodeRun RunWithView(Script script, long end)
        {
            ScreenLog log = new ScreenLog();
            LiveGreenhouse board = new LiveGreenhouse(log);
            NodeRun run = new NodeRun(board);
            using (View view = new View(board, run, log))
            {
                view.Start();
                Run(script, end, board, run);
            }

            return run;
        }

        private static void Run(Script script, long end, LiveGreenhouse board, NodeRun run)
        {
            foreach (ScriptEvent next in script.Events)
            {
                next.Attach(board);
            }

            try
            {
                using (ScriptPlayer player = new ScriptPlayer(script, run.Node, board.Clock, end))
                {
                    player.Start();
                    run.Run();
                }
            }
            finally
            {
                board.ThreadedProbe.Stop();
            }
        }
    }
}
