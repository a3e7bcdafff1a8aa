using NanoExecutor;

public struct Pair
{
    public int A;
    public int B;

    public Pair(int a)
    {
        A = a;
        B = a;
    }

    public int Sum()
    {
        return A + B;
    }
}

public delegate void PairHook(Pair pair);

public abstract class PairTaker
{
    public abstract void Take(Pair pair);
}

public sealed class Task : Future
{
    private Pair _pair;
    private static Pair _shared;
    private object _boxed;
    private Pair[] _pairs = new Pair[2];
    private PairHook _hook = null;
    private PairTaker _taker = null;

    public override Poll Poll(Waker waker)
    {
        _pair = _pairs[0]; //! struct-load 72 bytes
        _pair = _shared; //! struct-load 36 bytes
        _shared = _pair; //! struct-load 36 bytes
        _pair = (Pair)_boxed; //! struct-load 108 bytes
        Copy(ref _pair);
        _pair = new Pair(4); //! new-object 36 bytes
        _pair = Made(); // judged inside Made
        Given(_pair); //! struct-load 36 bytes
        _hook(_pair); //! struct-load 36 bytes, struct-by-value 36 bytes
        _taker.Take(_pair); //! struct-load 36 bytes, struct-by-value 36 bytes
        return _pair.Sum() == 0 ? NanoExecutor.Poll.Ready : NanoExecutor.Poll.Pending;
    }

    private void Copy(ref Pair source)
    {
        _pair = source; //! struct-load 72 bytes
    }

    private static Pair Made()
    {
        return new Pair(1); //! struct-by-value 36 bytes, new-object 36 bytes
    }

    private static int Given(Pair pair)
    {
        return pair.A; //! struct-by-value 36 bytes, struct-load 36 bytes
    }
}
