using System;
using System.IO;
using System.Threading;

namespace Greenhouse.Desktop
{
    /// <summary>Shows the node on a terminal while it runs, on a thread of its own.</summary>
    internal sealed class View : IDisposable
    {
        private const int RefreshEvery = 100;

        private readonly Terminal _terminal;
        private readonly Screen _screen;
        private readonly Painter _painter;
        private readonly GreenhouseNode _node;
        private readonly ManualResetEvent _ended = new ManualResetEvent(false);
        private readonly Thread _thread;

        /// <summary>Makes a view.</summary>
        /// <param name="terminal">What it is shown on.</param>
        /// <param name="screen">Makes the pictures.</param>
        /// <param name="painter">Puts them on the terminal.</param>
        /// <param name="node">The node, which is stopped when the terminal goes away.</param>
        internal View(Terminal terminal, Screen screen, Painter painter, GreenhouseNode node)
        {
            _terminal = terminal;
            _screen = screen;
            _painter = painter;
            _node = node;
            _thread = new Thread(Show) { Name = "view" };
        }

        /// <summary>Ends the thread and gives the terminal back.</summary>
        public void Dispose()
        {
            _ended.Set();
            _thread.Join();
            _ended.Dispose();
        }

        /// <summary>Starts showing.</summary>
        internal void Start()
        {
            _thread.Start();
        }

        private void Show()
        {
            try
            {
                _painter.Show();
                do
                {
                    Paint();
                }
                while (!_ended.WaitOne(RefreshEvery));

                _painter.Hide();
            }
            catch (IOException)
            {
                _node.Executor.Stop();
            }
        }

        private void Paint()
        {
            (int Columns, int Rows) size = _terminal.Size;
            _painter.Paint(_screen.Render(size), size.Rows);
        }
    }
}
