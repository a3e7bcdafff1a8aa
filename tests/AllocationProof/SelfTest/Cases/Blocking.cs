//@alone
using System;
using System.Runtime.CompilerServices;
using System.Threading;
using NanoExecutor;

public abstract class Device
{
    public abstract int Read();
}

public sealed class SlowDevice : Device
{
    public override int Read()
    {
        Thread.Sleep(5); //! blocking-call
        return 1;
    }
}

public sealed class Opened
{
    public Opened()
    {
        Thread.Sleep(5); //! blocking-call
    }
}

public abstract class Line
{
    [Blocks("until the other side has answered")]
    public abstract int Ask();
}

public delegate void Job();

public sealed class Task : Future
{
    private readonly AutoResetEvent _event = new AutoResetEvent(false);
    private readonly WaitHandle[] _events = new WaitHandle[1];
    private readonly object _lock = new object();
    private readonly Thread _thread;
    private readonly Device _device = new SlowDevice();
    private readonly Job _job;
    private readonly Executor _other = null;
    private readonly Parker _parker = null;
    private readonly Line _line = null;
    private readonly BlockingCall _call;
    private int _timeout;
    private object _kept;

    public Task(Executor executor)
    {
        _thread = new Thread(Body);
        _job = Work;
        _call = Measure;
        executor.OnIdle = Idle;
        _kept = new Timer(Tick, null, 1, 1);
        Thread.Sleep(1);
    }

    public override Poll Poll(Waker waker)
    {
        Thread.Sleep(0); //! blocking-call
        _event.WaitOne(); //! blocking-call
        _event.WaitOne(10, false); //! blocking-call
        _event.WaitOne(0, false); //! blocking-call
        WaitHandle.WaitAny(_events, -1, false); //! blocking-call
        _thread.Join(); //! blocking-call
        lock (_lock) //! blocking-call
        {
            _timeout = 0;
        }

        Synchronized();
        _device.Read();
        _job();
        _other.BlockOn(_parker); //! blocking-call
        _parker.Park(); //! blocking-call
        _timeout = _line.Ask(); //! blocking-call
        _call(null); //! blocking-call
        if (_timeout > 3)
        {
            throw Wrong();
        }

        return NanoExecutor.Poll.Pending;
    }

    public override void Cancel()
    {
        _event.Set();
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    private void Synchronized()
    {
        _timeout = 0; //! blocking-call
    }

    [ThrowHelper]
    private static Exception Wrong()
    {
        Thread.Sleep(1000); //! blocking-call
        new Opened();
        return new Exception();
    }

    private void Work()
    {
        _thread.Join(100); //! blocking-call
    }

    private void Idle(Executor executor)
    {
        _event.WaitOne(); //! blocking-call
    }

    private void Tick(object state)
    {
        _event.WaitOne(); //! blocking-call
    }

    // Threads may wait.
    private void Body()
    {
        _event.WaitOne();
    }

    private object Measure(object argument)
    {
        Thread.Sleep(100);
        return null;
    }
}

public sealed class MyParker : Parker
{
    public override void Park()
    {
        Thread.Sleep(1);
    }
}

// The mark that counts is on the contract.
public sealed class Excused : Future
{
    [Blocks("for no good reason")]
    public override Poll Poll(Waker waker)
    {
        Thread.Sleep(1); //! blocking-call
        return NanoExecutor.Poll.Pending;
    }
}
