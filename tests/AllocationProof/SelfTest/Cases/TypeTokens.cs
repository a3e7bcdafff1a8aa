using System;
using NanoExecutor;

public sealed class Task : Future
{
    private static readonly Type _kept = typeof(int);
    private object _subject;
    private Type _type;

    public override Poll Poll(Waker waker)
    {
        _type = typeof(Task); //! type-token 12 bytes
        _type = _kept;
        return _subject is Task ? NanoExecutor.Poll.Ready : NanoExecutor.Poll.Pending;
    }
}
