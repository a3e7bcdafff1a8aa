namespace NanoExecutor
{
    /// <summary>
    /// A future made of several that are all under way at once: what <see cref="Join"/> and <see cref="Race"/> have in common.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Each child has a flag of its own, which stands between whatever wakes the child and the waker of the group. A poll of
    /// the group polls the children whose flag is set, each once, in one pass. So a child that wakes itself without end
    /// holds up no sibling and no other task, and a child that sleeps costs one look at its flag.
    /// </para>
    /// <para>
    /// A wake that comes for a child while its siblings are polled is not lost: the group's waker listens to all flags before
    /// the first of them is looked at, so that the wake sets the task awake again.
    /// </para>
    /// <para>
    /// When a child throws, every child that has not finished is cancelled, itself included, and the exception leaves
    /// the poll. The group is fit for use again afterwards.
    /// </para>
    /// </remarks>
    public abstract class Group : Future
    {
        internal readonly Child[] Children;

        private Waker _waker;
        private Executor _executor;
        private bool _begun;

        private protected Group(Future[] children)
        {
            Checks.Children(children);
            Children = new Child[children.Length];
            for (int index = 0; index < children.Length; index++)
            {
                Children[index] = new Child(children[index]);
            }
        }

        /// <summary>How many children it has.</summary>
        public int Count => Children.Length;

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (!_begun)
            {
                return;
            }

            Child[] children = Children;
            _begun = false;
            _waker = null;
            for (int index = 0; index < children.Length; index++)
            {
                children[index].Cancel();
            }
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            Child[] children = Children;
            _waker = null;
            for (int index = 0; index < children.Length; index++)
            {
                children[index].Detach();
            }
        }

        /// <summary>
        /// Begins a poll: lets the flags of all children tell the waker of this poll. Children that another executor polled last have to be
        /// polled here, for their timers stand in its queue. The waker alone does not tell: inside another group it is a flag,
        /// which stays the same when that group moves.
        /// </summary>
        private protected void Attach(Waker waker)
        {
            _begun = true;
            Executor executor = waker.Executor;
            if (waker == _waker && executor == _executor)
            {
                return;
            }

            bool moved = executor != _executor;
            Child[] children = Children;
            _waker = waker;
            _executor = executor;
            for (int index = 0; index < children.Length; index++)
            {
                children[index].Listen(waker, moved);
            }
        }

        /// <summary>Nothing is left to be cancelled.</summary>
        private protected void End()
        {
            _begun = false;
        }

        /// <summary>No flag tells anybody until the next poll; the flags keep what comes.</summary>
        private protected void Unattach()
        {
            Child[] children = Children;
            _waker = null;
            for (int index = 0; index < children.Length; index++)
            {
                children[index].Flag.Unlisten();
            }
        }
    }
}
