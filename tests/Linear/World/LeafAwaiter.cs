using System.Runtime.CompilerServices;

namespace NanoExecutor.LinearProof
{
    /// <summary>
    /// Lets real async code await a future of this library, deterministically: it is polled when the await begins, and then each
    /// time the program is polled; the code goes on inside that poll.
    /// </summary>
    public class LeafAwaiter(Stage stage, Step step) : INotifyCompletion
    {
        private Action? _continuation;
        private Exception? _thrown;

        public bool IsCompleted
        {
            get
            {
                if (!stage.Cancelling)
                {
                    return Advance();
                }

                Cancel();
                return true;
            }
        }

        public void OnCompleted(Action continuation)
        {
            _continuation = continuation;
            stage.Leaf = this;
        }

        public void GetResult()
        {
            if (_thrown != null)
            {
                Stage.Throw(_thrown);
            }
        }

        internal bool Advance()
        {
            try
            {
                return step.Poll(stage.Waker!) == Poll.Ready;
            }
            catch (Exception exception)
            {
                // Whoever polls a future that throws cancels it.
                step.Cancel();
                _thrown = exception;
                return true;
            }
        }

        internal void Cancel()
        {
            _thrown = new Cancelled();
            step.Cancel();
        }

        internal void Continue()
        {
            _continuation!();
        }
    }
}
