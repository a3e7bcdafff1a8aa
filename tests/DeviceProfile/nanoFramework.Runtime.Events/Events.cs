using System;

namespace nanoFramework.Runtime.Events
{
    public class BaseEvent
    {
        public extern BaseEvent(); // heap: 36
    }

    public enum EventCategory
    {
        Gpio = 20,
        HighResolutionTimer = 90,
    }

    public interface IEventListener
    {
        void InitializeForEventSource(); // heap: 0
        bool OnEvent(BaseEvent ev); // heap: 0
    }

    public interface IEventProcessor
    {
        BaseEvent ProcessEvent(uint data1, uint data2, DateTime time); // heap: 0 if it returns an event made before
    }

    // One dispatcher thread at the highest priority: native queue, then the processor of the category, then its filter,
    // then its listener. Each category has one of each, and the last one added wins.
    public class EventSink
    {
        private extern EventSink();

        public static extern void AddEventFilter(
            EventCategory eventCategory, IEventListener eventFilter); // heap: an entry
        public static extern void AddEventProcessor(
            EventCategory eventCategory, IEventProcessor eventProcessor); // heap: an entry
        public static extern void PostManagedEvent(
            byte category, byte subCategory, ushort data1, uint data2); // heap: 0
    }
}
