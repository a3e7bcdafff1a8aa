namespace NanoExecutor.LinearProof
{
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
}
