//@case Blocking
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

//@case BlockingLibrary
//@library
using System.Threading;

namespace NanoExecutor
{
    // Members of the library that block are marked; all others are for tasks too.
    public class Gate
    {
        private readonly AutoResetEvent _event = new AutoResetEvent(false);

        public void Pass()
        {
            _event.WaitOne(); //! blocking-call
        }

        [Blocks("until it is open")]
        public void PassBlocking()
        {
            _event.WaitOne();
        }

        [Blocks("not at all")]
        public void Open()
        {
            _event.Set(); //! needless-blocks
        }

        [Allocates("itself")]
        public Gate Prepare()
        {
            Thread.Sleep(1);
            return new Gate();
        }

        /// <summary>Any thread.</summary>
        internal void Close()
        {
            Thread.Sleep(2); //! blocking-call
        }
    }
}

//@case Interrupts
//@library
//@shared field|NanoExecutor.Pin._level|the task reads it, only the interrupt writes
//@shared field|NanoExecutor.Pin._gone|not there any more
//@shared field|NanoExecutor.Pin._never|no interrupt writes it //! ?stale-shared-field, ?stale-shared-field
//@shared entry|NanoExecutor.Pin.Vanished|was renamed //! ?stale-shared-field
using System.Threading;

namespace NanoExecutor
{
    internal sealed class Pin : Future
    {
        private readonly Waker _waker = new Waker();
        private readonly int[] _counts = new int[2];
        private readonly Timer _timer;
        private int _level;
        private int _never;
        private int _edges;
        private int _safe;
        private bool _seen;

        internal Pin()
        {
            _timer = new Timer(OnEdge, null, 0, 0);
        }

        public override Poll Poll(Waker waker)
        {
            _seen = true;
            _never++;
            return NanoExecutor.Poll.Pending;
        }

        private void OnEdge(object state)
        {
            _level = 1;
            _edges++; //! write-from-interrupt
            _counts[1] = 2; //! write-from-interrupt
            _counts[0]++; //! write-from-interrupt
            _waker.Hints[2] = 1;
            Interlocked.Increment(ref _safe); //! write-from-interrupt
            Deeper();
        }

        private void Deeper()
        {
            if (_edges > 3)
            {
                _seen = false; //! write-from-interrupt
            }

            _waker.Wake();
        }
    }

    public abstract class Producer
    {
        /// <summary>Any thread.</summary>
        public abstract void Put(int value);

        /// <summary>Only the task.</summary>
        public abstract int Get();

        /// <summary>How many were put. Any
        /// thread.</summary>
        public abstract int Count { get; }
    }

    internal sealed class Slot : Producer
    {
        private int _value;
        private int _counted;

        /// <summary>What was taken. Any thread reads it.</summary>
        public int Taken { get; private set; }

        public override int Count => _counted++; //! write-from-interrupt

        public override void Put(int value)
        {
            _value = value; //! write-from-interrupt
        }

        public override int Get()
        {
            Taken = _value++;
            return Taken;
        }
    }
}
