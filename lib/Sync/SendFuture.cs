namespace NanoExecutor
{
    /// <summary>
    /// What the sends of <see cref="Channel"/> and <see cref="LongChannel"/> have in common: all but the item.
    /// </summary>
    public abstract class SendFuture : QueuedFuture
    {
        private readonly BoundedChannel _channel;
        private bool _armed;
        private bool _isSent;

        private protected SendFuture(BoundedChannel channel)
            : base(channel.Senders, true)
        {
            _channel = channel;
        }

        /// <summary>
        /// Whether the latest item is in the channel or was received; false while it waits, if it was dropped or
        /// cancelled, and if the channel was closed before there was a place.
        /// </summary>
        public bool IsSent => _isSent;

        internal override bool CanFinish => _channel.CanSend;

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (!IsNotItsOwn)
            {
                base.Cancel();
                _armed = false;
            }
        }

        /// <summary>The next poll begins to send.</summary>
        private protected void Arm()
        {
            if (IsWaiting)
            {
                throw Throw.SendPending();
            }

            _armed = true;
            _isSent = false;
        }

        private protected abstract bool TryPut();

        private protected override bool TryFinish()
        {
            _isSent = TryPut();
            if (_isSent)
            {
                _channel.Filled.Notify();
            }
            else if (!_channel.IsClosed)
            {
                if (_channel.WhenFull == WhenFull.Refuse)
                {
                    return false;
                }

                _channel.CountDropped();
            }

            _armed = false;
            return true;
        }

        private protected override void Begin()
        {
            if (!_armed)
            {
                throw Throw.SendNotArmed();
            }
        }
    }
}
