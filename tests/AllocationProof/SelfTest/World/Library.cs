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

    public sealed class Executor
    {
        private readonly Future _task;
        private readonly Waker _waker = new Waker();

        public Executor(Future task)
        {
            _task = task;
        }

        public void Run()
        {
            while (_task.Poll(_waker) == NanoExecutor.Poll.Pending)
            {
            }
        }
    }
}
