namespace NanoExecutor.Boards.Esp32
{
    /// <summary>Called at the end of each light sleep, on the thread of the executor, before any task runs.</summary>
    /// <param name="byPin">Whether something else than the time ended it: a wake pin, as a rule.</param>
    public delegate void LightSleepHook(bool byPin);
}
