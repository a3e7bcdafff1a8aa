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
