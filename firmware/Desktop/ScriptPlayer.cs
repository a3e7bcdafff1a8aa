using System;
using System.Threading;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// Plays a script in real time, on a thread of its own, and stops the node when its time is over.
    /// </summary>
    public sealed class ScriptPlayer : IDisposable
    {
        private readonly ManualResetEvent _ended = new ManualResetEvent(false);
        private readonly Script _script;
        private readonly GreenhouseNode _node;
        private readonly Clock _clock;
        private readonly long _end;
        private readonly Thread _thread;

        /// <summary>Makes a player.</summary>
        /// <param name="script">What to play.</param>
        /// <param name="node">What to stop at the end.</param>
        /// <param name="clock">The time.</param>
        /// <param name="end">When to stop the node, µs after the start; <see cref="long.MaxValue"/> for never.</param>
        public ScriptPlayer(Script script, GreenhouseNode node, Clock clock, long end)
        {
            _script = script;
            _node = node;
            _clock = clock;
            _end = end;
            _thread = new Thread(Play) { IsBackground = true, Name = "script" };
        }

        /// <summary>Starts playing.</summary>
        public void Start()
        {
            _thread.Start();
        }

        /// <summary>Ends the thread.</summary>
        public void Dispose()
        {
            _ended.Set();
            _thread.Join();
            _ended.Dispose();
        }

        private void Play()
        {
            foreach (ScriptEvent next in _script.Events)
            {
                if (next.Time >= _end || !WaitUntil(next.Time))
                {
                    break;
                }

                next.Apply();
            }

            if (_end != long.MaxValue && WaitUntil(_end))
            {
                _node.Executor.Stop();
            }
        }

        // False when the run has ended before.
        private bool WaitUntil(long time)
        {
            while (true)
            {
                long left = time - _clock.Now;
                if (left <= 0)
                {
                    return true;
                }

                long milliseconds = Math.Min((left / Duration.Millisecond) + 1, int.MaxValue);
                if (_ended.WaitOne((int)milliseconds))
                {
                    return false;
                }
            }
        }
    }
}
