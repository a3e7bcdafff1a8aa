//@case Roots
//@library
using System.Threading;

namespace NanoExecutor
{
    public delegate void Told();

    // Public members of the library are proved, whatever calls them; constructors and set-up are not.
    public class Primitive
    {
        private readonly Timer _timer;
        private object _made;

        public Primitive()
        {
            _made = new object();
            _timer = new Timer(Tick, null, 0, 0);
        }

        public event Told Told;

        public object Fresh => new object(); //! new-object

        [Allocates("the buffer, once")]
        public void SetUp()
        {
            _made = new byte[5]; //! new-array 36 bytes
        }

        [Allocates("nothing, as it turns out")]
        public void NotSetUp()
        {
            _made = null; //! needless-mark
        }

        public void Use()
        {
            Told?.Invoke();
            Hidden();
        }

        protected void ForHeirs()
        {
            _made = new object(); //! new-object
        }

        internal void Unused()
        {
            _made = new object();
        }

        private void Hidden()
        {
            _made = new object(); //! new-object
        }

        private void Tick(object state)
        {
            _made = new object(); //! new-object, write-from-interrupt
        }
    }

    // A mark on a contract speaks for those who keep it.
    public abstract class Board
    {
        [Allocates("its pins")]
        public abstract void Open();

        public abstract void Work();
    }

    internal sealed class SomeBoard : Board
    {
        private object _made;

        public override void Open()
        {
            _made = new object();
        }

        public override void Work()
        {
            _made = new object(); //! new-object
        }
    }

    internal sealed class UsesSetUp : Future
    {
        private readonly Primitive _primitive = new Primitive();

        public override Poll Poll(Waker waker)
        {
            _primitive.SetUp();
            return NanoExecutor.Poll.Pending;
        }
    }
}

//@case MarkedRoots
using NanoExecutor;

public sealed class Some
{
    private static object _kept;

    [AllocatesNothing]
    public Some()
    {
        _kept = new object(); //! new-object
    }

    [AllocatesNothing]
    public int Number
    {
        get
        {
            _kept = new object(); //! new-object
            return 1;
        }
    }

    [AllocatesNothing]
    public static void Marked()
    {
        _kept = new object(); //! new-object
    }

    public static void Unmarked()
    {
        _kept = new object();
    }
}

[AllocatesNothing]
public class Whole
{
    private object _kept = new object();

    public void Each()
    {
        _kept = new object(); //! new-object
    }
}

public abstract class Contract
{
    [AllocatesNothing]
    public abstract void Keep();
}

public sealed class Breaks : Contract
{
    private object _kept;

    public override void Keep()
    {
        _kept = new object(); //! new-object
    }
}

//@case Hooks
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

//@case Contracts
using NanoExecutor;

// Overrides of the library's contracts are roots, called or not; other public members of firmware are not.
public sealed class MyAlarm : Alarm
{
    private object _kept;

    public override void Arm(long deadline)
    {
        _kept = new object(); //! new-object
    }

    public void Print()
    {
        _kept = new object();
    }
}

public sealed class MyTask : Future
{
    private object _kept;

    public override Poll Poll(Waker waker)
    {
        return NanoExecutor.Poll.Ready;
    }

    public override void Cancel()
    {
        _kept = new object(); //! new-object
    }
}

//@case BeforeMain
using NanoExecutor;

// Static constructors and initialisers run before Main, whoever uses the class first.
public sealed class Tables
{
    public static readonly int[] First = new int[3];

    private static object _made;

    static Tables()
    {
        _made = new object();
    }
}

public sealed class Task : Future
{
    public override Poll Poll(Waker waker)
    {
        return Tables.First.Length == 3 ? NanoExecutor.Poll.Ready : NanoExecutor.Poll.Pending;
    }
}

//@case ForeignCallers
//@alone
using SomeBoard;

// A package that is read and not proved calls these; nothing of it is a root.
public sealed class Thermistor : Sensor
{
    private object _made;

    public Thermistor()
    {
        OnEdge = Edge;
    }

    public override int Convert(int raw)
    {
        _made = new object(); //! new-object
        return raw;
    }

    private void Edge(int level)
    {
        _made = new object(); //! new-object
    }
}
