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
