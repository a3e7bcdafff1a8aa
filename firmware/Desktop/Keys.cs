using System;
using System.IO;
using System.Threading;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>What keys do to the board. They are taken on a thread of its own.</summary>
    internal sealed class Keys : IDisposable
    {
        /// <summary>What the keys are, in a line.</summary>
        internal const string Help =
            "q quit   space button   l long press   h heat   s stall sensor   p stall probe";

        // A terminal tells when a key goes down and not when it comes up.
        private const long ShortPress = 150 * Duration.Millisecond;
        private const long LongPress = 1000 * Duration.Millisecond;

        private const int LookEvery = 50;

        private readonly DesktopGreenhouse _board;
        private readonly GreenhouseNode _node;
        private readonly ManualResetEvent _ended = new ManualResetEvent(false);
        private readonly Thread _thread;
        private bool _isTaking;
        private long _releaseAt = long.MaxValue;

        internal Keys(DesktopGreenhouse board, GreenhouseNode node)
        {
            _board = board;
            _node = node;
            _thread = new Thread(Take) { IsBackground = true, Name = "keys" };
        }

        /// <summary>Ends the thread.</summary>
        public void Dispose()
        {
            _ended.Set();
            if (_isTaking)
            {
                _thread.Join();
            }

            _ended.Dispose();
        }

        /// <summary>Starts taking keys, where there are any.</summary>
        /// <param name="terminal">The terminal of the process.</param>
        internal void Start(Terminal terminal)
        {
            if (terminal.HasKeys)
            {
                _isTaking = true;
                _thread.Start();
            }
        }

        /// <summary>Does what a key is for.</summary>
        internal void Press(char key)
        {
            Surroundings surroundings = _board.Surroundings;
            switch (char.ToLowerInvariant(key))
            {
                case ' ':
                    Push(ShortPress);
                    break;
                case 'l':
                    Push(LongPress);
                    break;
                case 'h':
                    surroundings.Heat = surroundings.IsHeated(_board.Clock.Now) ? Heat.Off : Heat.On;
                    break;
                case 's':
                    surroundings.SensorStalled = !surroundings.SensorStalled;
                    break;
                case 'p':
                    surroundings.ProbeStalled = !surroundings.ProbeStalled;
                    break;
                case 'q':
                    _node.Executor.Stop();
                    break;
                default:
                    break;
            }
        }

        private void Take()
        {
            try
            {
                do
                {
                    while (Console.KeyAvailable)
                    {
                        Press(Console.ReadKey(true).KeyChar);
                    }

                    if (_board.Clock.Now >= _releaseAt)
                    {
                        _releaseAt = long.MaxValue;
                        _board.ButtonPin.Set(false);
                    }
                }
                while (!_ended.WaitOne(LookEvery));
            }
            catch (Exception exception) when (exception is IOException || exception is InvalidOperationException)
            {
                // The terminal has gone, and with it the keys; signals still stop the node.
            }
        }

        private void Push(long duration)
        {
            _board.ButtonPin.Set(true);
            _releaseAt = _board.Clock.Now + duration;
        }
    }
}
