//@alone
using System;
using System.Threading;
using NanoExecutor;

public delegate void Job(Executor executor);

public delegate void Outer(Executor executor);

public delegate void Inner(Executor executor);

public delegate void Tick(object state);

public class Quiet
{
    protected object Made;

    public virtual void Idle(Executor executor)
    {
    }
}

public sealed class Loud : Quiet
{
    public override void Idle(Executor executor)
    {
        Made = new object(); //! new-object
    }
}

// Whatever way a method takes into a hook of the library, the library calls it.
public static class Setup
{
    private static readonly IdleHook _kept = executor => _made = new object(); //! new-object
    private static object _made;
    private static int[] _numbers;
    private static Timer _timer;

    public static void Attach(Executor executor, int length)
    {
        executor.OnIdle = Idle;
        executor.OnIdle = _kept;
        executor.OnIdle = e => _numbers = new int[length]; //! new-array
        executor.OnIdle = new Loud().Idle;
        Hand(executor, Handed);
        Job job = Wrapped;
        executor.OnIdle = new IdleHook(job);
        executor.OnIdle = new IdleHook(WrapTwice());
        Tick tick = Ticked;
        _timer = new Timer(new TimerCallback(tick), null, 1, 1);
    }

    public static void NeverGiven(Executor executor)
    {
        _made = new object();
    }

    private static Outer WrapTwice()
    {
        Inner inner = WrappedTwice;
        return new Outer(inner);
    }

    private static void WrappedTwice(Executor executor)
    {
        _made = new object(); //! new-object
    }

    private static void Hand(Executor executor, IdleHook hook)
    {
        executor.OnIdle = hook;
    }

    private static void Idle(Executor executor)
    {
        _made = new object(); //! new-object
    }

    private static void Handed(Executor executor)
    {
        _made = new object(); //! new-object
    }

    private static void Wrapped(Executor executor)
    {
        _made = new object(); //! new-object
    }

    private static void Ticked(object state)
    {
        _made = new object(); //! new-object
    }
}
