using NanoExecutor.Boards.NanoClr;

namespace NanoExecutor.Boards.Esp32
{
    /// <summary>
    /// Idles in three stages: awake, giving way, for near deadlines; parked; in light sleep for long waits.
    /// </summary>
    /// <remarks>
    /// <para>
    /// <b>Light sleep</b> stops the processor and most of the chip. It is off until <see cref="LightSleepAfter"/> is
    /// set, because of what is lost in it:
    /// </para>
    /// <list type="bullet">
    /// <item>the whole CLR stands still: other threads, their Thread.Sleep and timers, which go on late by the time
    /// slept;</item>
    /// <item>pins raise no interrupts: only wake pins and the next deadline end it. An edge of another pin is missed,
    /// and after it the pin's level is not known until <see cref="GpioInputPin.Resync"/>, which allocates: call it for
    /// each input in <see cref="OnLightSleepEnd"/>;</item>
    /// <item>the serial port, so the debugger, and Wi-Fi and Bluetooth, with which the chip refuses to sleep;</item>
    /// <item>an interrupt that comes between the last look and the sleep waits for its end.</item>
    /// </list>
    /// <para>
    /// Boards are known to stop waking after many light sleeps (nanoFramework/Home #1165). Try it on yours for days
    /// before you rely on it, and keep a hardware watchdog.
    /// </para>
    /// </remarks>
    public abstract class StagedParker : NanoClrParker
    {
        /// <summary>The chip does not want to sleep.</summary>
        protected const int Refused = 0;

        /// <summary>It slept for the time asked.</summary>
        protected const int WokenByTimer = 1;

        /// <summary>It slept until something else woke it.</summary>
        protected const int WokenOtherwise = 2;

        // What was not to sleep, or was woken by a pin that may still be at its wake level, is asked again after this,
        // µs.
        private const long Pause = Duration.Second;

        // Without a deadline it wakes so often all the same, µs.
        private const long LongestSleep = Duration.Hour;

        private long _lightSleepAfter = long.MaxValue;
        private long _pausedUntil;

        /// <summary>Makes a parker that does not use light sleep.</summary>
        /// <param name="clock">The clock of the board, which must go on during light sleep.</param>
        protected StagedParker(Clock clock)
            : base(clock)
        {
        }

        /// <summary>
        /// A wait at least this long, µs, is spent in light sleep; <see cref="long.MaxValue"/>, as at first: none.
        /// Falling asleep and waking take a few ms. For the thread that makes the board.
        /// </summary>
        /// <exception cref="System.ArgumentOutOfRangeException">The value is negative.</exception>
        public long LightSleepAfter
        {
            get => _lightSleepAfter;
            set
            {
                if (value < 0)
                {
                    throw Throw.NoSleepAfter(value);
                }

                _lightSleepAfter = value;
            }
        }

        /// <summary>Runs after each light sleep; null for nothing.</summary>
        public LightSleepHook OnLightSleepEnd { get; set; }

        /// <summary>Light sleeps so far.</summary>
        public long LightSleeps { get; private set; }

        /// <inheritdoc/>
        public override void Park(long until)
        {
            if (LightSleepAfter != long.MaxValue && SleepLightly(until))
            {
                return;
            }

            base.Park(until);
        }

        /// <summary>Puts the chip to sleep until a wake pin or the time ends it. Allocates nothing.</summary>
        /// <param name="duration">µs.</param>
        /// <returns><see cref="Refused"/>, <see cref="WokenByTimer"/> or <see cref="WokenOtherwise"/>.</returns>
        protected abstract int LightSleep(long duration);

        // True if there is no need to park any more.
        private bool SleepLightly(long until)
        {
            long now = Clock.Now;
            long duration = until == long.MaxValue ? LongestSleep : until - now;
            if (duration < LightSleepAfter || now < _pausedUntil)
            {
                return false;
            }

            // Interrupts that are queued are dispatched now, not after the sleep.
            GiveWay();
            if (TakeUnpark())
            {
                return true;
            }

            int end = LightSleep(duration < LongestSleep ? duration : LongestSleep);
            if (end != WokenByTimer)
            {
                _pausedUntil = Clock.Now + Pause + Clock.Resolution - 1;
            }

            if (end == Refused)
            {
                return false;
            }

            LightSleeps++;

            // What came just before the sleep is older than what the hook will find.
            GiveWay();
            LightSleepHook hook = OnLightSleepEnd;
            if (hook != null)
            {
                hook(end == WokenOtherwise);
            }

            return true;
        }
    }
}
