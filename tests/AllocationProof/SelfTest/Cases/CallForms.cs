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
