using NanoExecutor;

public struct Pair
{
    public int A;
    public int B;
}

public enum Colour
{
    Red,
}

public sealed class Task : Future
{
    private static object _kept;
    private Pair[] _pairs = new Pair[2];

    public override Poll Poll(Waker waker)
    {
        _kept = 5; //! box 24 bytes
        _kept = Colour.Red; //! box 24 bytes
        _kept = _pairs[1]; //! box 36 bytes, struct-load 72 bytes
        Keep(waker);
        Keep(7L); //! box 24 bytes
        return (int)_kept == 5 ? NanoExecutor.Poll.Ready : NanoExecutor.Poll.Pending;
    }

    private static void Keep(object value)
    {
        _kept = value;
    }
}
