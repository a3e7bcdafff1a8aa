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
