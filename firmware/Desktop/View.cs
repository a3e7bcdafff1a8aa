using System;
using System.Threading;
using Spectre.Console;

namespace Greenhouse.Desktop
{
    /// <summary>Shows the node on a terminal while it runs, and takes keys, on a thread of its own.</summary>
    public sealed class View : IDisposable
    {
        private const int RefreshEvery = 100;

        private readonly Screen _screen;
        private readonly Keys _keys;
        private readonly Thread _thread;
        private volatile bool _ended;

        /// <summary>Makes a view.</summary>
        /// <param name="board">The board of the node.</param>
        /// <param name="run">The run of the node.</param>
        /// <param name="log">The lines it prints.</param>
        public View(DesktopGreenhouse board, NodeRun run, ScreenLog log)
        {
            _screen = new Screen(board, run, log);
            _keys = new Keys(board, run.Node);
            _thread = new Thread(Show) { Name = "view" };
        }

        /// <summary>Whether the output is a terminal that can show one.</summary>
        public static bool IsPossible =>
            !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi && AnsiConsole.Profile.Width >= Screen.Width;

        /// <summary>Starts showing.</summary>
        public void Start()
        {
            _thread.Start();
        }

        /// <summary>Shows the last state and ends the thread.</summary>
        public void Dispose()
        {
            _ended = true;
            _thread.Join();
        }

        private void Show()
        {
            AnsiConsole.Live(_screen.Render()).AutoClear(false).Start(Refresh);
        }

        private void Refresh(LiveDisplayContext context)
        {
            while (!_ended)
            {
                _keys.Take();
                context.UpdateTarget(_screen.Render());
                Thread.Sleep(RefreshEvery);
            }

            context.UpdateTarget(_screen.Render());
        }
    }
}
