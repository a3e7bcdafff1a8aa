//@case Refused
using System;
using System.Runtime.InteropServices;

public interface IDefault
{
    int Number()
    {
        return 1; //! default-interface-member
    }
}

[StructLayout(LayoutKind.Explicit)]
public struct Overlaid
{
    [FieldOffset(0)]
    public int A; //! ?field-offset

    [FieldOffset(0)]
    public int B; //! ?field-offset
}

public static unsafe class Uses
{
    private static int[,] _grid; //! ?multi-dimensional-array
    private static int _sum;

    [ThreadStatic]
    private static int _perThread; //! ?thread-static

    public static void Grid(int n)
    {
        _sum = _grid[1, n]; //! multi-dimensional-array
    }

    public static int Checked(int n)
    {
        return checked(n + 1) + _perThread; //! checked
    }

    public static int Through(int* pointer)
    {
        return *pointer; //! pointer
    }

    public static void OnStack()
    {
        int* numbers = stackalloc int[4]; //! pointer
        _sum = Through(numbers); //! pointer
    }

    public static void Address()
    {
        delegate*<void> address = &OnStack; //! function-pointer
        address(); //! function-pointer
    }
}

public abstract class Takes
{
    public abstract void In(in int number); //! ?modifier
}

//@case TooLong
public static class Long //! ?il-size
{
    private static int _a;

    public static void Add()
    {
        _a = (_a * 3) + _a - (_a / 5); //@times 3000
    }
}

//@case Unimplemented
public static class Uses
{
    public static void Reference(int number)
    {
        System.TypedReference reference = __makeref(number); //! opcode
        __refvalue(reference, int) = 3; //! opcode
    }
}

//@case Generics
public sealed class Box<T> //! ?generics
{
    public T Value; //! ?generics
}

public static class Uses
{
    private static Box<int> _box; //! ?generics

    public static int Use()
    {
        return Id(_box.Value); //! generics, generics, generics
    }

    private static T Id<T>(T value)
    {
        return value; //! generics, generics
    }
}

//@case Finalizers
public class Port
{
    private static object _made;

    ~Port()
    {
        Close();
    }

    private static void Close()
    {
        _made = new object(); //! new-object
    }
}

//@case Events
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

//@case HelperMarks
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

//@case Excused
using NanoExecutor;

// A mark on a method does not count where it is called through another: a poll is no set-up.
public sealed class Excused : Future
{
    private object _made;

    public Excused(Executor executor)
    {
        executor.OnIdle = Idle;
    }

    [Allocates("only a little")]
    public override Poll Poll(Waker waker)
    {
        _made = new object(); //! new-object
        return NanoExecutor.Poll.Pending;
    }

    [Allocates("only a little")]
    [AllocatesNothing]
    public void Contradicted()
    {
        _made = new object(); //! new-object
    }

    [Allocates("only a little")]
    private void Idle(Executor executor)
    {
        _made = new object(); //! new-object
    }
}
