using System;
using NanoExecutor;

public delegate void Told(int number);

public sealed class Bell
{
    private Told _handlers;

    public event Told Rung;

    public event Told Custom
    {
        add { _handlers = value; }
        remove { _handlers = null; }
    }

    public void Ring()
    {
        Rung?.Invoke(1);
        _handlers(2);
    }
}

public sealed class Task : Future
{
    private readonly Bell _bell;
    private object _made;

    public Task(Bell bell)
    {
        _bell = bell;
        bell.Rung += Heard;
        bell.Custom += n => _made = new object(); //! new-object
    }

    public override Poll Poll(Waker waker)
    {
        _bell.Ring();
        return NanoExecutor.Poll.Pending;
    }

    private void Heard(int number)
    {
        _made = new object(); //! new-object
    }
}
