using System;
using nanoFramework.Runtime.Events;

namespace NanoExecutor.Boards.Esp32
{
    /// <summary>
    /// Stands between the interrupts of the CLR and its stock handlers: those of our own pins and timers it delivers
    /// itself, with no object made; all others go the way they went before, so that other code's events work on.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     interrupt ─► native queue ─► dispatcher thread ─► processor ─► filter ─► listener
    ///                  128, drops                           this         this      stock
    ///                  the oldest
    /// </code>
    /// <para>
    /// The CLR has one of each for a category. This is the processor of pins and of hardware timers, and passes what is
    /// not ours on to the processor that was there, which makes the event object that the stock listener expects. For
    /// what is ours it returns always the same event, and as the filter of both categories keeps it from the stock
    /// listener, which would not know it.
    /// </para>
    /// <para>
    /// The stock handlers put themselves in place before Main, when their classes are initialised, and never again; so
    /// <see cref="Install"/> is for Main, not for a static constructor. Code that later puts in a processor of its own
    /// takes the interrupts of our pins with it.
    /// </para>
    /// </remarks>
    public sealed class Interrupts : IEventProcessor, IEventListener
    {
        private static Interrupts _installed;

        // When so many of our interrupts came within so short a time, µs, the CLR does not keep up with them: it delivers
        // one in about a millisecond, and has tasks to run as well.
        private const int OverloadInterrupts = 32;
        private const long OverloadWindow = 40 * Duration.Millisecond;

        private const long TicksPerMicrosecond = 10;

        private readonly BaseEvent _delivered = new BaseEvent();
        private readonly IEventProcessor _stockPins;
        private readonly IEventProcessor _stockTimers;

        private int _untilLook = OverloadInterrupts;
        private long _lookedAt;

        // The time of an interrupt less the uptime at its delivery, the largest so far: that of one delivered at once.
        private long _timeLessUptime = long.MinValue;

        private Interrupts()
        {
            _stockPins = StockHandlers.OfPins();
            _stockTimers = StockHandlers.OfTimers();
        }

        /// <summary>Interrupts delivered to our own pins and timers so far. Up to 2^63.</summary>
        public long Delivered { get; private set; }

        /// <summary>Interrupts passed on to the stock handlers so far. Up to 2^63.</summary>
        public long PassedOn { get; private set; }

        /// <summary>Our own pins and timers.</summary>
        internal InterruptTable Table { get; } = new InterruptTable();

        /// <summary>
        /// Puts it in place, once; afterwards returns what was put in place. In Main, before pins and alarms.
        /// </summary>
        /// <exception cref="InvalidOperationException">
        /// The stock handlers of this version of the packages are not where they used to be.
        /// </exception>
        [Allocates("the tables, once")]
        public static Interrupts Install()
        {
            if (_installed == null)
            {
                // Filters first: from here on an event of ours may come.
                Interrupts interrupts = new Interrupts();
                EventSink.AddEventFilter(EventCategory.Gpio, interrupts);
                EventSink.AddEventFilter(EventCategory.HighResolutionTimer, interrupts);
                EventSink.AddEventProcessor(EventCategory.Gpio, interrupts);
                EventSink.AddEventProcessor(EventCategory.HighResolutionTimer, interrupts);
                _installed = interrupts;
            }

            return _installed;
        }

        /// <summary>The dispatcher thread calls it for each interrupt of a pin or a hardware timer.</summary>
        BaseEvent IEventProcessor.ProcessEvent(uint data1, uint data2, DateTime time)
        {
            IInterruptSink sink = Table.SinkOf(data1, data2);
            if (sink != null)
            {
                long came = time.Ticks / TicksPerMicrosecond;
                sink.Interrupt(data2, came);
                Delivered++;
                if (--_untilLook == 0)
                {
                    Look(sink, came);
                }

                return _delivered;
            }

            PassedOn++;
            IEventProcessor stock = InterruptTable.CategoryOf(data1) == InterruptTable.Pin ? _stockPins : _stockTimers;
            return stock.ProcessEvent(data1, data2, time);
        }

        /// <summary>The time now as that of an interrupt would be given, µs, in steps of the system tick.</summary>
        internal long TimeNow()
        {
            return (Environment.TickCount64 * Duration.Millisecond) + _timeLessUptime;
        }

        /// <summary>Finds out how the time of interrupts and the uptime go together. At the delivery of an interrupt.</summary>
        /// <param name="time">When it came, µs.</param>
        internal void NoteTime(long time)
        {
            long difference = time - (Environment.TickCount64 * Duration.Millisecond);
            if (difference > _timeLessUptime)
            {
                _timeLessUptime = difference;
            }
        }

        /// <summary>Does nothing: there is nothing to initialise.</summary>
        void IEventListener.InitializeForEventSource()
        {
        }

        /// <summary>As the filter: whether the stock listener shall see the event.</summary>
        bool IEventListener.OnEvent(BaseEvent ev)
        {
            return ev != null && ev != _delivered;
        }

        // The one whose turn it is now is likely one of those that come so fast.
        private void Look(IInterruptSink sink, long time)
        {
            _untilLook = OverloadInterrupts;
            if (time - _lookedAt < OverloadWindow)
            {
                sink.Rest(time);
            }

            _lookedAt = time;
        }
    }
}
