namespace NanoExecutor
{
    /// <summary>
    /// Awaits several futures one after another; ready when the last one is. Awaited again and again; its children are
    /// armed by whoever uses it, all of them before it begins.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A child is polled for the first time when the one before it is ready, in the same poll: a <see cref="Delay"/> in
    /// it begins to count then.
    /// </para>
    /// <para>
    /// <b>Poll:</b> polls the child it is at, and those behind it as long as they are ready at once. Allocates
    /// nothing.
    /// </para>
    /// <para>
    /// <b>Cancel:</b> cancels the child it is at and begins with the first again. What those before have delivered
    /// stays delivered; those behind have not begun.
    /// </para>
    /// <para>
    /// When a child throws, it is cancelled, the exception leaves the poll, and the sequence begins with the first
    /// again.
    /// </para>
    /// </remarks>
    public sealed class Sequence : Future
    {
        private readonly Future[] _children;
        private int _at;
        private bool _begun;

        // The waker of its latest poll, null once it was detached, and the handle of the task.
        private Waker _waker;
        private long _owner;

        /// <summary>Strings any number of futures together.</summary>
        /// <param name="children">One or more, in their order, none of them twice. The array is copied.</param>
        /// <exception cref="System.ArgumentNullException">The array or a child is null.</exception>
        /// <exception cref="System.ArgumentException">There is no child, or one is there twice.</exception>
        public Sequence(params Future[] children)
        {
            Checks.Children(children);
            _children = new Future[children.Length];
            for (int index = 0; index < children.Length; index++)
            {
                _children[index] = children[index];
            }
        }

        /// <summary>How many children it has.</summary>
        public int Count => _children.Length;

        /// <summary>The child it is at, 0 for the first; 0 too when it has finished or not begun.</summary>
        public int At => _at;

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            if (waker != _waker)
            {
                _owner = _begun ? Ownership.Pass(_waker, _owner, waker, this) : Ownership.Of(waker);
                _waker = waker;
            }

            Future[] children = _children;
            _begun = true;
            try
            {
                while (_at < children.Length)
                {
                    Poll result = children[_at].Poll(waker);
                    if (result == Pending)
                    {
                        return Pending;
                    }

                    if (result != Ready)
                    {
                        throw Throw.NoPoll(children[_at], (int)result);
                    }

                    _at++;
                }
            }
            catch (System.Exception exception)
            {
                Cleanup.CancelAfterThrow(this);
                throw Throw.Again(exception);
            }

            _at = 0;
            _begun = false;
            return Ready;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (_begun && !Ownership.IsRefused(_waker, _owner))
            {
                Future current = _children[_at];
                _at = 0;
                _begun = false;
                current.Cancel();
            }
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            if (_begun && !Ownership.IsRefused(_waker, _owner))
            {
                _waker = null;
                _children[_at].Detach();
            }
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.Sequence).Add(Words.Place).Number(_at + 1).Add(Words.Of).Number(Count).Child(_children[_at]);
        }
    }
}
