using System;

namespace NanoExecutor
{
    /// <summary>
    /// A future made of several that are all under way at once: what <see cref="Join"/> and <see cref="Race"/> have in
    /// common.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Each child has a flag of its own, the waker it is polled with. The flag is set when the child has to be polled:
    /// it is new, it was woken, or it has moved to another executor. A poll of the group polls the children whose flag
    /// is set, each once, in one pass. So a child that wakes itself without end holds up no sibling and no other task,
    /// and a child that sleeps costs one look at its flag.
    /// </para>
    /// <para>
    /// A wake that comes for a child while its siblings are polled is not lost: all flags tell the waker of this poll
    /// before the first of them is looked at, so that the wake sets the task awake again.
    /// </para>
    /// <para>
    /// When a child throws, every child that has not finished is cancelled, itself included, and the exception leaves
    /// the poll. The group is fit for use again afterwards.
    /// </para>
    /// <para>
    /// Children that throw when they are cancelled keep none of the others from it; the first exception comes out in the
    /// end, unless one that caused it all is on its way already.
    /// </para>
    /// <para>The children are the group's from its first poll until it is ready or cancelled, and not touched otherwise.</para>
    /// </remarks>
    public abstract class Group : Future
    {
        internal readonly Future[] Children;

        /// <summary>Set for each child that has to be polled. Any thread sets one, the group clears it.</summary>
        internal readonly WakerRegistration[] Flags;

        /// <summary>Children that have finished and are not polled, whatever their flag says.</summary>
        internal readonly bool[] Done;

        /// <summary>Whom the flags tell; null for nobody.</summary>
        internal Waker Listener;

        private Executor _executor;
        private long _owner;
        private bool _isFlag;
        private bool _begun;

        private protected Group(Future[] children)
        {
            Checks.Children(children);
            int count = children.Length;
            Children = new Future[count];
            Flags = new WakerRegistration[count];
            Done = new bool[count];
            for (int index = 0; index < count; index++)
            {
                Children[index] = children[index];
                Flags[index] = new WakerRegistration();
                Flags[index].IsSet = true;
            }
        }

        /// <summary>How many children it has.</summary>
        public int Count => Children.Length;

        /// <summary>Whether the children that have not finished are its own.</summary>
        private protected bool HasBegun => _begun;

        /// <summary>Whether it waits for another task than the one that cancels or detaches it, and was refused.</summary>
        private protected bool IsNotItsOwn => Ownership.IsRefused(Listener, _owner);

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (!_begun || IsNotItsOwn)
            {
                return;
            }

            _begun = false;
            Listener = null;
            Exception first = null;
            for (int index = 0; index < Children.Length; index++)
            {
                if (LetGo(index))
                {
                    first = Cleanup.Cancel(Children[index], first);
                }
            }

            if (first != null)
            {
                throw Throw.Again(first);
            }
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            if (!_begun || IsNotItsOwn)
            {
                return;
            }

            Listener = null;
            Exception first = null;
            for (int index = 0; index < Children.Length; index++)
            {
                if (LetGo(index))
                {
                    first = Cleanup.Detach(Children[index], first);
                }
            }

            if (first != null)
            {
                throw Throw.Again(first);
            }
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Children(Children, Done);
        }

        /// <summary>
        /// Whether <see cref="Listen"/> has to be called for the waker of this poll. The same waker may have come to
        /// another executor: inside another group it is a flag, which stays the same when that group moves.
        /// </summary>
        private protected bool IsNew(Waker waker)
        {
            return waker != Listener || (_isFlag && waker.Executor != _executor);
        }

        /// <summary>
        /// Lets the flags of all children tell the waker of this poll, and keeps what they say. Children that another
        /// executor polled last have to be polled here, for their timers stand in its queue.
        /// </summary>
        private protected void Listen(Waker waker)
        {
            _owner = _begun ? Ownership.Pass(Listener, _owner, waker, this) : Ownership.Of(waker);

            Executor executor = waker.Executor;
            bool moved = executor != _executor;
            _executor = executor;
            _isFlag = !(waker is TaskWaker);
            _begun = true;
            Listener = waker;
            for (int index = 0; index < Flags.Length; index++)
            {
                if (Flags[index].Register(waker, null) || moved)
                {
                    Flags[index].IsSet = true;
                }
            }
        }

        /// <summary>From now on there is something to be cancelled, or nothing.</summary>
        private protected void Begin(bool begun)
        {
            _begun = begun;
        }

        /// <summary>The child is to be polled again although it had finished.</summary>
        private protected void Renew(int index)
        {
            Done[index] = false;
            Flags[index].IsSet = true;
        }

        // The next poll polls the child, and until then its flag tells nobody; false if it has finished.
        private bool LetGo(int index)
        {
            if (Done[index])
            {
                return false;
            }

            Flags[index].Unregister();
            Flags[index].IsSet = true;
            return true;
        }
    }
}
