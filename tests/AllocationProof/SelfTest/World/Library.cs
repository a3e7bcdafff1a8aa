// What the cases need of the library: its contract, one waker and the loop that polls.
namespace NanoExecutor
{
    public enum Poll { Pending, Ready }

    public abstract class Future
    {
        public abstract Poll Poll(Waker waker);

        public virtual void Cancel()
        {
        }
    }

    public sealed class Waker
    {
        internal bool IsSet;

        internal readonly byte[] Hints = new byte[4];

        public void Wake()
        {
            IsSet = true;
            Hints[0] = 1;
        }
    }

    public abstract class Alarm
    {
        public abstract void Arm(long deadline);
    }

    public abstract class Parker
    {
        [Blocks("until Unpark")]
        public abstract void Park();
    }

    public delegate void IdleHook(Executor executor);

    public delegate void FaultHook(Executor executor, System.Exception exception);

    [Blocks("on the thread of the worker")]
    public delegate object BlockingCall(object argument);

    public sealed class Executor
    {
        private readonly Future _task;
        private readonly Waker _waker = new Waker();

        public Executor(Future task)
        {
            _task = task;
        }

        // The real ones are called where this proof does not look: for a fault, or in an assembly that is not proved.
        public IdleHook OnIdle { get; set; }

        public FaultHook OnFault { get; set; }

        public void Run()
        {
            while (_task.Poll(_waker) == NanoExecutor.Poll.Pending)
            {
            }
        }

        [Blocks("parks")]
        public void BlockOn(Parker parker)
        {
            parker.Park();
        }
    }
}
