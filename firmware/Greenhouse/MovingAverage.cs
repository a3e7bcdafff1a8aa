namespace Greenhouse
{
    /// <summary>
    /// The average of the latest values, as many as it was made for; of fewer while there are not as many yet.
    /// </summary>
    public sealed class MovingAverage
    {
        private readonly int[] _values;
        private int _count;
        private int _next;
        private long _sum;

        /// <summary>Makes an average of no values.</summary>
        /// <param name="length">Values it is over, 1 or more.</param>
        public MovingAverage(int length)
        {
            _values = new int[length];
        }

        /// <summary>Takes a value in, and the oldest out.</summary>
        /// <returns>The average now, rounded towards 0.</returns>
        public int Add(int value)
        {
            _sum += value - _values[_next];
            _values[_next] = value;
            _next = (_next + 1) % _values.Length;
            if (_count < _values.Length)
            {
                _count++;
            }

            return (int)(_sum / _count);
        }
    }
}
