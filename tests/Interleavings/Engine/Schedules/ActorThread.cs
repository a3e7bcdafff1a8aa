namespace NanoExecutor.Interleavings
{
    /// <summary>A thread that lends its stack to one actor after another.</summary>
    internal sealed class ActorThread : Host
    {
        private const int StackBytes = 256 * 1024;

        private readonly Execution _execution;
        private Actor? _actor;

        internal ActorThread(Execution execution)
        {
            _execution = execution;
            new Thread(Loop, StackBytes) { IsBackground = true, Name = "actor" }.Start();
        }

        internal void Start(Actor actor)
        {
            _actor = actor;
            PassBaton();
        }

        /// <summary>Lets the thread end. It must have no actor.</summary>
        internal void Retire()
        {
            _actor = null;
            PassBaton();
        }

        private void Loop()
        {
            Hooks.Enter(_execution);
            while (true)
            {
                AwaitBaton();
                if (_actor == null)
                {
                    Close();
                    return;
                }

                _execution.Perform(_actor, this);
            }
        }
    }
}
