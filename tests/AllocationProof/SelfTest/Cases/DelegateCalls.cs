using NanoExecutor;

public delegate void Hook();

public delegate void OtherHook();

public class Source
{
    private object _made;

    public virtual void Virtual()
    {
    }

    protected void Make()
    {
        _made = new object(); //! new-object 12 bytes
    }
}

public sealed class DerivedSource : Source
{
    public override void Virtual()
    {
        Make();
    }
}

public sealed class Task : Future
{
    private readonly Hook _hook;
    private object _made;

    public Task(Hook hook)
    {
        _hook = hook;
    }

    public override Poll Poll(Waker waker)
    {
        _hook();
        return NanoExecutor.Poll.Pending;
    }

    public static Task Make()
    {
        Task task = null;
        OtherHook other = () => task._made = new object();
        task = new Task(task.Filled);
        other();
        return new Task(new DerivedSource().Virtual);
    }

    private void Filled()
    {
        _made = new object(); //! new-object 12 bytes
    }
}
