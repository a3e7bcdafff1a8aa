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
