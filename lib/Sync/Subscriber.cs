namespace NanoExecutor
{
    /// <summary>
    /// Ready when it has the next message of a <see cref="PubSub"/>, or when that is closed and there is none left.
    /// Awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing: it goes on where it was, if that is still there by then.</para>
    /// </remarks>
    public sealed class Subscriber : BoundedSubscriber
    {
        private readonly ObjectRing _ring;
        private object _read;

        internal Subscriber(PubSub source)
            : base(source.Ring)
        {
            _ring = source.Ring;
        }

        /// <summary>The message it got last.</summary>
        public object Result { get; private set; }

        private protected override void Read(int ticket)
        {
            _read = _ring.ItemAt(ticket);
        }

        private protected override void Keep(bool isMessage)
        {
            Result = isMessage ? _read : default(object);
        }
    }
}
