namespace NanoExecutor
{
    /// <summary>
    /// The reading side of a <see cref="Pipe"/>: ready when it has read at least as many bytes as asked for, or when
    /// the pipe is closed. <see cref="Into(byte[], int, int)"/> says where they go; it is awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para>One task at a time uses it.</para>
    /// <para><b>Poll:</b> a few field accesses, and the copying of what is read. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing: bytes are taken only by the poll that is ready.</para>
    /// </remarks>
    public sealed class PipeReader : ListeningFuture
    {
        private readonly Pipe _pipe;
        private byte[] _bytes;
        private int _offset;
        private int _min;
        private int _max;

        internal PipeReader(Pipe pipe)
        {
            _pipe = pipe;
        }

        /// <summary>How many bytes it read last; fewer than asked for only at the end of a closed pipe.</summary>
        public int Count { get; private set; }

        /// <summary>Whether it is ready because the pipe is closed and empty, with no byte.</summary>
        public bool IsClosed { get; private set; }

        /// <summary>Reads what there is, at least one byte.</summary>
        /// <param name="bytes">Where they go.</param>
        /// <param name="offset">The first place.</param>
        /// <param name="count">The most that are read, at least 1.</param>
        /// <returns>This reader, to be awaited.</returns>
        /// <exception cref="System.ArgumentNullException">There is no array.</exception>
        /// <exception cref="System.ArgumentOutOfRangeException">
        /// The places are not in the array, or there are none.
        /// </exception>
        public PipeReader Into(byte[] bytes, int offset, int count)
        {
            Pipe.CheckRange(bytes, offset, count);
            if (count == 0)
            {
                throw Throw.CountIsNothing();
            }

            return Into(bytes, offset, 1, count);
        }

        /// <summary>Reads what there is, at least so many bytes.</summary>
        /// <param name="bytes">Where they go.</param>
        /// <param name="offset">The first place.</param>
        /// <param name="min">The least that are read at once, 1 to the capacity of the pipe.</param>
        /// <param name="max">The most that are read.</param>
        /// <returns>This reader, to be awaited.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">
        /// The places are not in the array, or so many bytes can never be there.
        /// </exception>
        public PipeReader Into(byte[] bytes, int offset, int min, int max)
        {
            if (!Pipe.IsRange(bytes, offset, max))
            {
                throw Throw.MaxRange(bytes, offset, max);
            }

            if (max == 0)
            {
                throw Throw.MaxIsNothing();
            }

            if (min < 1 || min > max || min > _pipe.Capacity)
            {
                throw Throw.LeastBytes(min, max, _pipe.Capacity);
            }

            _bytes = bytes;
            _offset = offset;
            _min = min;
            _max = max;
            return this;
        }

        /// <summary>Reads what there is, without waiting. The task that uses it; allocates nothing.</summary>
        /// <param name="bytes">Where they go.</param>
        /// <param name="offset">The first place.</param>
        /// <param name="count">The most that are read.</param>
        /// <returns>How many were read.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The places are not in the array.</exception>
        public int TryRead(byte[] bytes, int offset, int count)
        {
            Pipe.CheckRange(bytes, offset, count);
            return _pipe.Take(bytes, offset, 1, count);
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.PipeReader).Outside();
        }

        private protected override bool TryFinish()
        {
            // Closed first: what was written before it is seen then.
            bool closed = _pipe.IsClosed;
            int count = _pipe.Take(_bytes, _offset, closed ? 1 : _min, _max);
            if (count == 0 && !closed)
            {
                return false;
            }

            Count = count;
            IsClosed = count == 0;
            return true;
        }

        private protected override void Begin()
        {
            if (_bytes == null)
            {
                throw Throw.ReadNotArmed();
            }
        }
    }
}
