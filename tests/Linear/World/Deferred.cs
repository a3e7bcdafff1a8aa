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
}
