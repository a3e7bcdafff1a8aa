using System.Threading;

namespace NanoExecutor.Boards.Desktop
{
    /// <summary>An input that a key, a script or a test drives.</summary>
    public sealed class SimulatedInputPin : InputPin
    {
        private int _level;

        /// <summary>Makes a pin that is low and registers its source.</summary>
        /// <param name="name">What to call it where it is shown.</param>
        /// <param name="reactor">Where edges go.</param>
        /// <param name="source">A vacant source of that reactor.</param>
        public SimulatedInputPin(string name, Reactor reactor, int source)
            : base(reactor, source)
        {
            Name = name;
        }

        /// <summary>What to call it where it is shown.</summary>
        public string Name { get; }

        /// <inheritdoc/>
        public override bool Read()
        {
            return Volatile.Read(ref _level) != 0;
        }

        /// <summary>Sets the level; an edge if it was the other one. Any thread; allocates nothing.</summary>
        /// <param name="high">True for high.</param>
        public void Set(bool high)
        {
            int level = high ? 1 : 0;
            if (Interlocked.Exchange(ref _level, level) != level)
            {
                EdgeSeen();
            }
        }
    }
}
