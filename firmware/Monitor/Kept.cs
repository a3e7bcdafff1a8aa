using System.Collections;

namespace NanoExecutor.Monitoring
{
    /// <summary>The latest items, up to a number: a board may run for weeks.</summary>
    internal sealed class Kept<T> : IEnumerable<T>
    {
        private readonly Queue<T> _items = new();
        private readonly int _most;

        internal Kept(int most)
        {
            _most = most;
        }

        /// <summary>How many are kept.</summary>
        internal int Count => _items.Count;

        /// <summary>How many older ones are not kept any more.</summary>
        internal long Dropped { get; private set; }

        /// <inheritdoc/>
        public IEnumerator<T> GetEnumerator()
        {
            return _items.GetEnumerator();
        }

        internal void Add(T item)
        {
            if (_items.Count == _most)
            {
                _items.Dequeue();
                Dropped++;
            }

            _items.Enqueue(item);
        }

        internal void Clear()
        {
            _items.Clear();
            Dropped = 0;
        }

        IEnumerator IEnumerable.GetEnumerator()
        {
            return GetEnumerator();
        }
    }
}
