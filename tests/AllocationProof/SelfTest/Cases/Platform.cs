using System.Collections;
using System.Runtime.CompilerServices;
using System.Threading;
using NanoExecutor;

public sealed class Task : Future
{
    private readonly ArrayList _list = new ArrayList();
    private int _count;
    private bool _same;

    public override Poll Poll(Waker waker)
    {
        _count = Interlocked.Increment(ref _count);
        _same = _list.Equals(waker);
        _list.Add(waker); //! member-not-listed
        // MoveNext, Current and Dispose are not listed either.
        foreach (object i in _list) //! foreach-enumerator 72, member-not-listed, member-not-listed, member-not-listed
        {
            _same = i == waker;
        }

        Native(); //! native-method
        return NanoExecutor.Poll.Pending;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Native();
}
