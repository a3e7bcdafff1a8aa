using NanoExecutor;

public struct Pair
{
    public int A;
    public int B;
}

public sealed class Task : Future
{
    private Pair _pair;
    private Pair[] _pairs = new Pair[3];
    private static Pair _shared;
    private int _seen;

    public override Poll Poll(Waker waker)
    {
        Pair local;
        local.A = 1; //! struct-local 36 bytes
        local.B = _seen;
        _seen = local.A; //! struct-load 36 bytes
        _seen = local.B; //! struct-load 36 bytes

        // By address only: free.
        _pair.A = _seen;
        _seen += _pair.B;
        _pairs[1].A = _seen;
        _seen += _pairs[2].B;
        ref Pair third = ref _pairs[2];
        third.A = 3;
        Fill(ref _pair);
        _shared.A = 4;
        _pair = default;
        Captured(_seen);
        return NanoExecutor.Poll.Pending;
    }

    // What a local function captures is a struct, unless it is made into a delegate.
    private static int Captured(int number)
    {
        int twice = number * 2; //! struct-local 24 bytes
        return Add();

        int Add()
        {
            return twice + 1;
        }
    }

    private static void Fill(ref Pair pair)
    {
        pair.B = 9;
    }
}
