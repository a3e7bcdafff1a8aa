namespace NanoExecutor
{
    /// <summary>
    /// Ready when all of its children are. Awaited again and again; its children are armed by whoever uses it.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Its first poll, and the first after it was ready, polls every child, which has to be armed by then. A child that
    /// is ready is not polled again until all are.
    /// </para>
    /// <para><b>Poll:</b> a look at each flag, and a poll of each child that was woken. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> cancels the children that are not ready, and loses what each of them says. What the ready ones
    /// have delivered stays delivered; the next poll polls them all anew.
    /// </para>
    /// </remarks>
    public sealed class Join : Group
    {
        private int _left;

        /// <summary>Joins any number of futures. Allocates some 97 bytes for each on nanoCLR.</summary>
        /// <param name="children">One or more, none of them twice.</param>
        /// <exception cref="System.ArgumentNullException">The array or a child is null.</exception>
        /// <exception cref="System.ArgumentException">There is no child, or one is there twice.</exception>
        public Join(params Future[] children)
            : base(children)
        {
            _left = children.Length;
        }

        /// <summary>Children that are not ready yet; 0 once it is ready.</summary>
        public int Left => _left;

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            if (_left == 0)
            {
                RenewAll();
                Begin(true);
            }

            if (IsNew(waker))
            {
                Listen(waker);
            }

            WakerRegistration[] flags = Flags;
            try
            {
                for (int index = 0; index < flags.Length; index++)
                {
                    if (flags[index].IsSet)
                    {
                        Advance(index);
                    }
                }
            }
            catch (System.Exception exception)
            {
                Cleanup.CancelAfterThrow(this);
                throw Throw.Again(exception);
            }

            if (_left != 0)
            {
                return Pending;
            }

            Begin(false);
            return Ready;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (IsNotItsOwn)
            {
                return;
            }

            try
            {
                base.Cancel();
            }
            finally
            {
                if (_left != 0)
                {
                    RenewAll();
                }
            }
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.Join);
            base.Describe(to);
        }

        private void Advance(int index)
        {
            WakerRegistration flag = Flags[index];
            flag.Take();
            if (Done[index])
            {
                return;
            }

            Poll result = Children[index].Poll(flag);
            if (result == Ready)
            {
                Done[index] = true;
                _left--;
            }
            else if (result != Pending)
            {
                throw Throw.NoPoll(Children[index], (int)result);
            }
        }

        private void RenewAll()
        {
            _left = Children.Length;
            for (int index = 0; index < _left; index++)
            {
                Renew(index);
            }
        }
    }
}
