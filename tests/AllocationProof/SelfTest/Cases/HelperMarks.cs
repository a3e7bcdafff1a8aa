using System;
using System.Threading;
using NanoExecutor;

public abstract class Step
{
    public abstract void Go();
}

// [ThrowHelper] counts where the call names the method: an override or a delegate would hide behind it.
public sealed class Hidden : Future
{
    private object _made;

    [ThrowHelper]
    public override Poll Poll(Waker waker)
    {
        _made = new object(); //! new-object
        return NanoExecutor.Poll.Pending;
    }
}

public sealed class HiddenStep : Step
{
    private object _made;

    [ThrowHelper]
    public override void Go()
    {
        _made = new object(); //! new-object
    }
}

public sealed class Task : Future
{
    private readonly Step _step = new HiddenStep();
    private readonly Action _hidden;
    private object _made;

    public Task(Executor executor)
    {
        _hidden = HiddenCall;
        executor.OnIdle = HiddenHook;
        executor.OnFault = Report;
    }

    public override Poll Poll(Waker waker)
    {
        _step.Go();
        _hidden();
        return NanoExecutor.Poll.Pending;
    }

    [ThrowHelper]
    private void HiddenCall()
    {
        _made = new object(); //! new-object
    }

    [ThrowHelper]
    private void HiddenHook(Executor executor)
    {
        _made = new object(); //! new-object
    }

    // It is handed the exception: something has gone wrong.
    [ThrowHelper]
    private void Report(Executor executor, Exception exception)
    {
        _made = new object();
    }
}
