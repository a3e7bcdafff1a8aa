namespace NanoExecutor
{
    /// <summary>What a <see cref="Race"/> does with the children that did not come first.</summary>
    public enum Losers
    {
        /// <summary>Cancels them. All children have to be armed for the next race.</summary>
        Cancel = 0,

        /// <summary>
        /// Leaves them waiting. They take part in the next race as they are, and only the winner has to be armed.
        /// </summary>
        Keep = 1,
    }

    /// <summary>
    /// Ready as soon as one of its children is, and says which. Awaited again and again; its children are armed by
    /// whoever uses it. Others call it select.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Exactly one child wins a race. The poll that finds it polls no other after it, so what a loser waits for is not
    /// consumed. Each race looks first at the child behind the last winner: one that is ready every time cannot keep
    /// the others from winning.
    /// </para>
    /// <para>
    /// Losers are cancelled, whether they were polled or not, or kept, as given to the constructor. A kept one waits
    /// on while nobody polls the race; what wakes it meanwhile is seen by the next race and wakes no task. Do not arm
    /// it or cancel it behind the back of the race, which would wait for a wake that never comes: call
    /// <see cref="Cancel(int)"/> before.
    /// </para>
    /// <para>
    /// When a loser throws because it is cancelled, the others are cancelled all the same and the exception leaves the
    /// poll. What has been won is not lost: <see cref="Winner"/> says who won, and the next poll is ready with it, unless
    /// <see cref="Cancel()"/> comes before.
    /// </para>
    /// <para><b>Poll:</b> a look at each flag, and a poll of each child that was woken. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> cancels every child that has not won, kept ones too, and loses what each of them says.
    /// </para>
    /// </remarks>
    public sealed class Race : Group
    {
        private const int Nobody = -1;

        private readonly Losers _losers;
        private int _winner = Nobody;
        private int _first;

        // It is won, and the poll that found the winner threw because of a loser.
        private bool _owesWinner;

        /// <summary>A race that cancels the losers.</summary>
        /// <param name="children">
        /// One or more, none of them twice. Some 97 bytes are allocated for each on nanoCLR.
        /// </param>
        /// <exception cref="System.ArgumentNullException">The array or a child is null.</exception>
        /// <exception cref="System.ArgumentException">There is no child, or one is there twice.</exception>
        public Race(params Future[] children)
            : this(Losers.Cancel, children)
        {
        }

        /// <summary>A race with a choice of what becomes of the losers.</summary>
        /// <param name="losers">Cancelled or kept.</param>
        /// <param name="children">
        /// One or more, none of them twice. Some 97 bytes are allocated for each on nanoCLR.
        /// </param>
        /// <exception cref="System.ArgumentNullException">The array or a child is null.</exception>
        /// <exception cref="System.ArgumentException">
        /// There is no child, one is there twice, or there is no such choice.
        /// </exception>
        public Race(Losers losers, params Future[] children)
            : base(children)
        {
            _losers = (Losers)Checks.Choice("losers", (int)losers, (int)Losers.Keep);
        }

        /// <summary>The child that won, 0 for the first given to the constructor; -1 while the race is on.</summary>
        public int Winner => _winner;

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            if (_owesWinner)
            {
                _owesWinner = false;
                return Ready;
            }

            if (_winner != Nobody)
            {
                Renew(_winner);
                Begin(true);
                _winner = Nobody;
            }

            if (IsNew(waker))
            {
                Listen(waker);
            }

            bool won;
            try
            {
                int first = _first;
                won = FindWinner(first, Flags.Length) || (first > 0 && FindWinner(0, first));
            }
            catch (System.Exception exception)
            {
                Cleanup.CancelAfterThrow(this);
                throw Throw.Again(exception);
            }

            if (!won)
            {
                return Pending;
            }

            LetGoOfLosers();
            return Ready;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            _owesWinner = false;
            base.Cancel();
        }

        /// <summary>
        /// Cancels one child, to be armed anew before the next poll of the race: for a kept loser. If the race is on,
        /// its task is woken. Only the thread that runs the executor.
        /// </summary>
        /// <param name="child">
        /// Its index. What it says of cancelling is lost; nothing is done to the last winner, nor to losers that are
        /// cancelled already.
        /// </param>
        /// <exception cref="System.ArgumentOutOfRangeException">There is no such child.</exception>
        public void Cancel(int child)
        {
            if ((uint)child >= (uint)Children.Length)
            {
                throw Throw.NoChild(child, Children.Length);
            }

            if (HasBegun && !Done[child])
            {
                try
                {
                    Children[child].Cancel();
                }
                finally
                {
                    Flags[child].Wake();
                }
            }
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.Race);
            base.Describe(to);
        }

        private bool FindWinner(int from, int to)
        {
            WakerRegistration[] flags = Flags;
            for (int index = from; index < to; index++)
            {
                WakerRegistration flag = flags[index];
                if (flag.IsSet)
                {
                    flag.Take();
                    Poll result = Children[index].Poll(flag);
                    if (result == Ready)
                    {
                        _winner = index;
                        _first = index + 1 == flags.Length ? 0 : index + 1;
                        Done[index] = true;
                        return true;
                    }

                    if (result != Pending)
                    {
                        throw Throw.NoPoll(Children[index], (int)result);
                    }
                }
            }

            return false;
        }

        private void LetGoOfLosers()
        {
            if (_losers == Losers.Cancel)
            {
                Flags[_winner].Unregister();
                _owesWinner = true;
                base.Cancel();
                _owesWinner = false;
                return;
            }

            // No flag tells anybody until the next race, and each keeps what comes.
            Listener = null;
            for (int index = 0; index < Flags.Length; index++)
            {
                Flags[index].Unregister();
            }
        }
    }
}
