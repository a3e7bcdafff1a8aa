using System.Runtime.CompilerServices;

namespace NanoExecutor.LinearProof
{
    /// <summary>A started async method that begins when it is awaited, as a routine begins at its first poll.</summary>
    public class Deferred(Stage stage, Func<Task> begin)
    {
        public DeferredAwaiter GetAwaiter()
        {
            return new DeferredAwaiter(Begin());
        }

        /// <summary>Null if it must not begin: the program is being cancelled.</summary>
        internal Task? Begin()
        {
            return stage.Cancelling ? null : begin();
        }
    }

    /// <summary>A Deferred with a value.</summary>
    public sealed class Deferred<T>(Stage stage, Func<Task<T>> begin) : Deferred(stage, begin)
    {
        public new DeferredAwaiter<T> GetAwaiter()
        {
            return new DeferredAwaiter<T>((Task<T>?)Begin());
        }
    }

    /// <summary>Awaits what has begun; throws if nothing may begin.</summary>
    public class DeferredAwaiter(Task? task) : INotifyCompletion
    {
        public bool IsCompleted => task == null || task.IsCompleted;

        public void OnCompleted(Action continuation)
        {
            task!.GetAwaiter().OnCompleted(continuation);
        }

        public void GetResult()
        {
            if (task == null)
            {
                throw new Cancelled();
            }

            task.GetAwaiter().GetResult();
        }
    }

    /// <summary>A DeferredAwaiter with a value.</summary>
    public sealed class DeferredAwaiter<T>(Task<T>? task) : DeferredAwaiter(task)
    {
        private readonly Task<T>? _task = task;

        public new T GetResult()
        {
            base.GetResult();
            return _task!.Result;
        }
    }

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

    /// <summary>A LeafAwaiter with a value.</summary>
    public sealed class LeafAwaiter<T>(Stage stage, Step step, Func<T> result) : LeafAwaiter(stage, step)
    {
        public new T GetResult()
        {
            base.GetResult();
            return result();
        }
    }
}
