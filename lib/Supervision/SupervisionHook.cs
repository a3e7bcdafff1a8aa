using System;

namespace NanoExecutor
{
    /// <summary>Hears of a fault of a supervised future, on the thread that runs the executor.</summary>
    /// <param name="supervised">Whose future it was.</param>
    /// <param name="exception">What it threw.</param>
    public delegate void SupervisionHook(Supervised supervised, Exception exception);
}
