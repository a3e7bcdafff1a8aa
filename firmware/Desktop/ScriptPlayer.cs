using System;
using System.Threading;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>Plays a script in real time, on a thread of its own.</summary>
    public sealed class ScriptPlayer : IDisposable
    {
        private readonly ManualResetEvent _ended = new ManualResetEvent(false);
        private readonly ScriptEvent[] _events;
        private readonly Clock _clock;
        private readonly Thread _thread;

        /// <summary>Makes a player.</summary>
        /// <param name="events">What to play, in the order of time.</param>
        /// <param name="clock">The time.</param>
        public ScriptPlayer(ScriptEvent[] events, Clock clock)
        {
            _events = events;
            _clock = clock;
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
            foreach (ScriptEvent next in _events)
            {
                if (!WaitUntil(next.Time))
                {
                    return;
                }

                next.Apply();
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
