using NanoExecutor;

public enum Colour
{
    Red,
}

public sealed class Task : Future
{
    private Colour _colour;
    private int _hash;

    public override Poll Poll(Waker waker)
    {
        _hash = _colour.GetHashCode(); //! constrained-call 24 bytes, member-not-listed
        return NanoExecutor.Poll.Pending;
    }
}
