namespace NanoExecutor.LinearProof
{
    /// <summary>A program as it is driven: the linear one or the async one.</summary>
    public interface ITwin
    {
        int Result { get; }

        void Start(int argument);

        /// <returns>Whether it is ready.</returns>
        bool Poll(Waker waker);

        void Cancel();
    }

    /// <summary>Makes one twin of a program. Every program has a class for it, because a constructor found by reflection costs more.</summary>
    public interface ITwinMaker
    {
        ITwin Make(Stage stage);
    }

    /// <summary>Drives a program that the compiler made of async methods.</summary>
    public abstract class AsyncTwin(Stage stage) : ITwin
    {
        private Deferred<int>? _deferred;
        private Task<int>? _task;

        public int Result => _task!.Result;

        public void Start(int argument)
        {
            _deferred = Prepare(argument);
            _task = null;
        }

        public bool Poll(Waker waker)
        {
            stage.Waker = waker;
            if (_task == null)
            {
                _task = (Task<int>)_deferred!.Begin()!;
            }
            else
            {
                stage.Resume();
            }

            if (_task.IsFaulted)
            {
                Stage.Throw(_task.Exception!.InnerException!);
            }

            return _task.IsCompleted;
        }

        /// <summary>
        /// Throws where the program waits, an exception that only finally blocks see: the catch blocks around an await are given a
        /// condition for that.
        /// </summary>
        public void Cancel()
        {
            if (_task == null || _task.IsCompleted)
            {
                return;
            }

            stage.Cancelling = true;
            try
            {
                LeafAwaiter leaf = stage.Leaf!;
                stage.Leaf = null;
                leaf.Cancel();
                leaf.Continue();
            }
            finally
            {
                stage.Cancelling = false;
            }

            if (!_task.IsFaulted)
            {
                throw new InvalidOperationException("The cancelled program did not end.");
            }

            if (_task.Exception!.InnerException is not Cancelled)
            {
                Stage.Throw(_task.Exception.InnerException!);
            }
        }

        protected abstract Deferred<int> Prepare(int argument);
    }

    /// <summary>Drives a program that the generator made.</summary>
    public abstract class LinearTwin(Future routine) : ITwin
    {
        public abstract int Result { get; }

        public abstract void Start(int argument);

        public bool Poll(Waker waker)
        {
            return routine.Poll(waker) == NanoExecutor.Poll.Ready;
        }

        public void Cancel()
        {
            routine.Cancel();
        }
    }

    /// <summary>The base of an async twin.</summary>
    public abstract class AsyncRoutine
    {
    }

    /// <summary>Unwinds the async twin when it is cancelled. The linear twin has nothing of the kind.</summary>
    public sealed class Cancelled : Exception
    {
    }
}
