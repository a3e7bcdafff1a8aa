using System;

namespace Greenhouse.Desktop
{
    /// <summary>Runs the node in real time, with a view of it on a terminal or plain lines elsewhere.</summary>
    internal static class LiveSession
    {
        /// <summary>Runs the node with lines as they come, and keys for its inputs where there are keys.</summary>
        /// <param name="script">The inputs.</param>
        /// <param name="duration">When to stop, µs after the start; <see cref="long.MaxValue"/> for never.</param>
        /// <param name="output">Where lines go.</param>
        /// <param name="terminal">What there is of a terminal.</param>
        /// <param name="traces">Whether the trace goes among the lines.</param>
        /// <returns>The run, for its totals.</returns>
        internal static NodeRun RunPlain(Script script, long duration, StreamOutput output, Terminal terminal, bool traces)
        {
            LiveGreenhouse board = new LiveGreenhouse(output);
            if (traces)
            {
                board.Trace(VirtualSession.TraceRate);
            }

            NodeRun run = new NodeRun(board, duration);
            output.StopWhenBroken(run.Node.Executor);
            using (new Signals(run.Node.Executor, null))
            {
                Run(script.Before(duration), board, run, terminal);
            }

            return run;
        }

        /// <summary>Runs the node with a view of it on the terminal, and keys for its inputs.</summary>
        /// <param name="script">The inputs.</param>
        /// <param name="duration">When to stop, µs after the start; <see cref="long.MaxValue"/> for never.</param>
        /// <param name="output">The terminal, on which the last picture is left.</param>
        /// <param name="terminal">What it can do.</param>
        /// <returns>The run, for its totals.</returns>
        internal static NodeRun RunWithView(Script script, long duration, StreamOutput output, Terminal terminal)
        {
            ScreenLog log = new ScreenLog();
            LiveGreenhouse board = new LiveGreenhouse(log);
            NodeRun run = new NodeRun(board, duration);
            Painter painter = new Painter(output.Stream);
            Screen screen = new Screen(board, run, log, terminal);
            using (new Signals(run.Node.Executor, painter))
            using (View view = new View(terminal, screen, painter, run.Node))
            {
                view.Start();
                Run(script.Before(duration), board, run, terminal);
            }

            output.WriteText(string.Join("\n", screen.Last(terminal.Size)) + "\n");
            return run;
        }

        private static void Run(ScriptEvent[] events, LiveGreenhouse board, NodeRun run, Terminal terminal)
        {
            Array.ForEach(events, e => e.Attach(board));
            try
            {
                using (Keys keys = new Keys(board, run.Node))
                using (ScriptPlayer player = new ScriptPlayer(events, board.Clock))
                {
                    keys.Start(terminal);
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
