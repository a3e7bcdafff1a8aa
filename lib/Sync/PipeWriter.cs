namespace NanoExecutor
{
    /// <summary>
    /// The writing side of a <see cref="Pipe"/> as a future: ready when all its bytes are written, or when the pipe was
    /// closed. Armed for each write with <see cref="From"/>.
    /// </summary>
    /// <remarks>
    /// <para>One task at a time uses it, and nobody else writes while it waits: the bytes would mix.</para>
    /// <para><b>Poll:</b> a few field accesses, and the copying of what there is room for. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> what is written stays written (<see cref="Written"/>), the rest is not.
    /// </para>
    /// </remarks>
    public sealed class PipeWriter : ListeningFuture
    {
        private readonly Pipe _pipe;
        private byte[] _bytes;
        private int _offset;
        private int _count;

        internal PipeWriter(Pipe pipe)
        {
            _pipe = pipe;
        }

        /// <summary>
        /// How many of its bytes are written so far; fewer than given only if it was cancelled or the pipe closed.
        /// </summary>
        public int Written { get; private set; }

        /// <summary>Arms it to write bytes, which must stay as they are until it is ready.</summary>
        /// <param name="bytes">Where they are.</param>
        /// <param name="offset">The first.</param>
        /// <param name="count">How many, 0 or more.</param>
        /// <returns>This writer, to be awaited.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">They are not in the array.</exception>
        /// <exception cref="System.InvalidOperationException">It is pending.</exception>
        public PipeWriter From(byte[] bytes, int offset, int count)
        {
            Pipe.CheckRange(bytes, offset, count);
            if (IsWaiting)
            {
                throw Throw.WritePending();
            }

            _bytes = bytes;
            _offset = offset;
            _count = count;
            Written = 0;
            return this;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (IsNotItsOwn)
            {
                return;
            }

            base.Cancel();
            _bytes = null;
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.PipeWriter).Outside();
        }

        private protected override bool TryFinish()
        {
            HasAdvanced = false;
            while (Written < _count && !_pipe.IsClosed)
            {
                int written = _pipe.Put(_bytes, _offset + Written, _count - Written);
                if (written == 0)
                {
                    return false;
                }

                Written += written;
                HasAdvanced = true;
            }

            _bytes = null;
            return true;
        }

        private protected override void Begin()
        {
            if (_bytes == null)
            {
                throw Throw.WriteNotArmed();
            }
        }
    }
}
