//@case CallForms
using System;
using NanoExecutor;

public class Amount
{
    public static readonly Amount Zero = new Amount();

    private static int _stored;

    public static implicit operator int(Amount amount)
    {
        return new int[1].Length; //! new-array
    }

    public static explicit operator Amount(string text)
    {
        return new Amount(); //! new-object
    }

    public static Amount operator +(Amount a, Amount b)
    {
        return new Amount(); //! new-object
    }

    public static bool operator true(Amount a)
    {
        return new int[2].Length > 1; //! new-array
    }

    public static bool operator false(Amount a)
    {
        return false;
    }

    public int this[int index]
    {
        get
        {
            return new int[3].Length; //! new-array
        }

        set
        {
            _stored = new int[4].Length; //! new-array
        }
    }
}

public sealed class Numbers
{
    public Cursor GetEnumerator()
    {
        return new Cursor(); //! new-object
    }
}

public sealed class Cursor
{
    public int Current => new int[5].Length; //! new-array

    public bool MoveNext()
    {
        return new int[6].Length == 0; //! new-array
    }
}

public sealed class Scope : IDisposable
{
    private object _made;

    // Called through the interface of the platform, which anything could answer.
    public void Dispose()
    {
        _made = new object(); //! new-object
    }
}

public static class Extensions
{
    public static int Twice(this Amount amount)
    {
        return new int[7].Length; //! new-array
    }
}

public class Root : Future
{
    private object _made;

    public override Poll Poll(Waker waker)
    {
        _made = new object(); //! new-object
        return NanoExecutor.Poll.Pending;
    }

    public virtual ref int Slot()
    {
        return ref (new int[8])[0]; //! new-array
    }
}

// However it is written, a call is a call.
public sealed class Task : Root
{
    private readonly Amount _amount = Amount.Zero;
    private readonly Numbers _numbers = new Numbers();
    private readonly Scope _scope = new Scope();
    private Amount _other;
    private string _text;
    private int _sum;

    public override Poll Poll(Waker waker)
    {
        _sum = _amount;
        _other = (Amount)_text;
        _other += _amount;
        if (_other)
        {
            _sum += _amount[1];
            _amount[2] = _sum;
        }

        foreach (int number in _numbers)
        {
            _sum += number;
        }

        using (_scope)
        {
            _sum += _amount.Twice();
        } //! member-not-listed

        _sum += Local(3);
        Slot() = 4;
        return base.Poll(waker);

        static int Local(int n)
        {
            return new int[n].Length; //! new-array
        }
    }
}

//@case VirtualCalls
using NanoExecutor;

public abstract class Sensor
{
    public abstract int Read();
}

public sealed class QuietSensor : Sensor
{
    private int _value;

    public override int Read()
    {
        return _value++;
    }
}

public class LoudSensor : Sensor
{
    public override int Read()
    {
        return new int[2].Length; //! new-array 36 bytes
    }
}

public sealed class LouderSensor : LoudSensor
{
    public override int Read()
    {
        return new int[5].Length; //! new-array 48 bytes
    }
}

public interface IShow
{
    void Show(int value);
}

public sealed class Explicit : IShow
{
    private object _kept;

    void IShow.Show(int value)
    {
        _kept = value; //! box
    }
}

public class Base
{
    private object _kept;

    public void Show(int value)
    {
        _kept = value; //! box
    }
}

public sealed class ThroughBase : Base, IShow
{
}

public sealed class Task : Future
{
    private readonly Sensor _sensor = new QuietSensor();
    private readonly IShow _show = new ThroughBase();

    public override Poll Poll(Waker waker)
    {
        _show.Show(_sensor.Read());
        return NanoExecutor.Poll.Pending;
    }
}

//@case DelegateCalls
using NanoExecutor;

public delegate void Hook();

public delegate void OtherHook();

public class Source
{
    private object _made;

    public virtual void Virtual()
    {
    }

    protected void Make()
    {
        _made = new object(); //! new-object 12 bytes
    }
}

public sealed class DerivedSource : Source
{
    public override void Virtual()
    {
        Make();
    }
}

public sealed class Task : Future
{
    private readonly Hook _hook;
    private object _made;

    public Task(Hook hook)
    {
        _hook = hook;
    }

    public override Poll Poll(Waker waker)
    {
        _hook();
        return NanoExecutor.Poll.Pending;
    }

    public static Task Make()
    {
        Task task = null;
        OtherHook other = () => task._made = new object();
        task = new Task(task.Filled);
        other();
        return new Task(new DerivedSource().Virtual);
    }

    private void Filled()
    {
        _made = new object(); //! new-object 12 bytes
    }
}

//@case Constrained
using NanoExecutor;

public struct Plain
{
    public int A;
}

public struct Own
{
    private static object _made;

    public int A;

    public override int GetHashCode()
    {
        _made = new object(); //! new-object
        return A;
    }

    public override bool Equals(object other)
    {
        return other is Own;
    }
}

// Nothing is boxed for the call itself: it gets the address. What it is compared with is boxed.
public sealed class Task : Future
{
    private Plain _plain;
    private Own _own;
    private object _other;
    private int _sum;

    public override Poll Poll(Waker waker)
    {
        _sum = _plain.GetHashCode();
        _sum += _own.GetHashCode();
        bool same = _plain.Equals(_other);
        same |= _own.Equals(_other);
        same |= _plain.Equals(_own); //! struct-load 24 bytes, box 24 bytes
        return same ? NanoExecutor.Poll.Ready : NanoExecutor.Poll.Pending;
    }
}
