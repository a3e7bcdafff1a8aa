using System;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>What keys do to the board. Used by the thread of the view only.</summary>
    internal sealed class Keys
    {
        /// <summary>What the keys are, for a line at the bottom.</summary>
        internal const string Help = "[bold]space[/] button   [bold]l[/] long press   [bold]h[/] heat   "
            + "[bold]s[/] stall sensor   [bold]p[/] stall probe   [bold]q[/] quit";

        // A terminal tells when a key goes down and not when it comes up.
        private const long ShortPress = 150 * Duration.Millisecond;
        private const long LongPress = 1000 * Duration.Millisecond;

        private readonly DesktopGreenhouse _board;
        private readonly GreenhouseNode _node;
        private long _releaseAt = long.MaxValue;

        internal Keys(DesktopGreenhouse board, GreenhouseNode node)
        {
            _board = board;
            _node = node;
        }

        /// <summary>
        /// Takes the keys that were pressed since the last call, and lets the button go when it is time.
        /// </summary>
        internal void Take()
        {
            if (_board.Clock.Now >= _releaseAt)
            {
                _releaseAt = long.MaxValue;
                _board.ButtonPin.Set(false);
            }

            while (!Console.IsInputRedirected && Console.KeyAvailable)
            {
                Press(Console.ReadKey(true));
            }
        }

        private void Press(ConsoleKeyInfo key)
        {
            Surroundings surroundings = _board.Surroundings;
            switch (char.ToLowerInvariant(key.KeyChar))
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

        private void Push(long duration)
        {
            _board.ButtonPin.Set(true);
            _releaseAt = _board.Clock.Now + duration;
        }
    }
}
