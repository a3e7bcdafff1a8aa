using System.Runtime.CompilerServices;

namespace NanoExecutor.LinearProof
{
    /// <summary>The base of an async twin.</summary>
    public abstract class AsyncRoutine
    {
    }

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

    /// <summary>One with a value.</summary>
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

    /// <summary>One with a value.</summary>
    public sealed class DeferredAwaiter<T>(Task<T>? task) : DeferredAwaiter(task)
    {
        private readonly Task<T>? _task = task;

        public new T GetResult()
        {
            base.GetResult();
            return _task!.Result;
        }
    }
}
