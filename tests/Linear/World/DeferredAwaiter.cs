using System.Runtime.CompilerServices;

namespace NanoExecutor.LinearProof
{
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
}
