namespace NanoExecutor.Interleavings
{
    /// <summary>Takes the actors of a failed schedule off their stacks.</summary>
    internal sealed class ScheduleAbandoned : Exception
    {
    }
}
