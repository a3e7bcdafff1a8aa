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
            "q quit  space button  l long press  d dump  h heat  s/p stall sensor/probe";

        // A terminal tells when a key goes down and not when it comes up.
        private const long ShortPress = 150 * Duration.Millisecond;
        private const long LongPress = 1000 * Duration.Millisecond;

        // How long a poll may take before a dump that was asked for is not left to the task that it is for.
        private const long LongestPoll = Duration.Second;

        private const int LookEvery = 50;

        private readonly DesktopGreenhouse _board;
        private readonly GreenhouseNode _node;
        private readonly Dump _dump;
        private readonly ManualResetEvent _ended = new ManualResetEvent(false);
        private readonly Thread _thread;
        private bool _isTaking;
        private long _releaseAt = long.MaxValue;
        private long _hangsAt = long.MaxValue;

        internal Keys(DesktopGreenhouse board, GreenhouseNode node)
        {
            _board = board;
            _node = node;
            _dump = node.NewDump(board);
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
                case 'd':
                    AskForStatus();
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

        /// <summary>
        /// Writes the dump that was asked for where the executor cannot: it has not come back from a poll since.
        /// </summary>
        internal void LookForHang()
        {
            long now = _board.Clock.Now;
            if (now >= _hangsAt)
            {
                if (_node.Executor.PolledTask != 0 && now - _node.Executor.PolledSince >= LongestPoll)
                {
                    _dump.Write();
                }

                _hangsAt = long.MaxValue;
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

                    LookForHang();
                }
                while (!_ended.WaitOne(LookEvery));
            }
            catch (Exception exception) when (exception is IOException || exception is InvalidOperationException)
            {
                // The terminal has gone, and with it the keys; signals still stop the node.
            }
        }

        private void AskForStatus()
        {
            _hangsAt = _board.Clock.Now + LongestPoll;
            _board.Reactor.Raise(Sources.Status);
        }

        private void Push(long duration)
        {
            _board.ButtonPin.Set(true);
            _releaseAt = _board.Clock.Now + duration;
        }
    }
}
