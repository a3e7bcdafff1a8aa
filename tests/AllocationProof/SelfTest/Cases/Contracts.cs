using NanoExecutor;

// Overrides of the library's contracts are roots, called or not; other public members of firmware are not.
public sealed class MyAlarm : Alarm
{
    private object _kept;

    public override void Arm(long deadline)
    {
        _kept = new object(); //! new-object
    }

    public void Print()
    {
        _kept = new object();
    }
}

public sealed class MyTask : Future
{
    private object _kept;

    public override Poll Poll(Waker waker)
    {
        return NanoExecutor.Poll.Ready;
    }

    public override void Cancel()
    {
        _kept = new object(); //! new-object
    }
}
