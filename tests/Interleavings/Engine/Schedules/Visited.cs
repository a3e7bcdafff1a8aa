namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// States seen so far, each with the most preemptions that were left in it. One seen again with no more than that
    /// leads nowhere new.
    /// </summary>
    internal sealed class Visited
    {
        private ulong[] _states = new ulong[1 << 12];
        private int[] _budgets = new int[1 << 12];
        private int _count;

        internal int Count => _count;

        /// <summary>Notes a state; false if nothing new can follow from it.</summary>
        internal bool Add(ulong state, int budget)
        {
            if (2 * _count >= _states.Length)
            {
                Grow();
            }

            int at = Find(state);
            if (_states[at] == 0)
            {
                _states[at] = state | 1;
                _budgets[at] = budget;
                _count++;
                return true;
            }

            if (_budgets[at] >= budget)
            {
                return false;
            }

            _budgets[at] = budget;
            return true;
        }

        internal void Clear()
        {
            Array.Clear(_states);
            _count = 0;
        }

        // Zero marks a free place, so the lowest bit of a state is not used.
        private int Find(ulong state)
        {
            ulong wanted = state | 1;
            int mask = _states.Length - 1;
            int at = (int)(state >> 32) & mask;
            while (_states[at] != 0 && _states[at] != wanted)
            {
                at = (at + 1) & mask;
            }

            return at;
        }

        private void Grow()
        {
            ulong[] states = _states;
            int[] budgets = _budgets;
            _states = new ulong[2 * states.Length];
            _budgets = new int[2 * states.Length];
            for (int old = 0; old < states.Length; old++)
            {
                if (states[old] != 0)
                {
                    int at = Find(states[old]);
                    _states[at] = states[old];
                    _budgets[at] = budgets[old];
                }
            }
        }
    }
}
