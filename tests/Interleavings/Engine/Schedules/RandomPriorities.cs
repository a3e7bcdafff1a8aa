namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// Schedules with any number of preemptions, drawn by lot: each actor gets a priority, the ready one with the
    /// highest runs, and at a few places of each schedule the one that runs falls behind all others.
    /// </summary>
    internal sealed class RandomPriorities : Strategy
    {
        private const int MaxFalls = 8;

        private readonly int[] _priorities = new int[Actor.Most];
        private readonly int[] _falls = new int[MaxFalls];
        private readonly int _first;
        private readonly int _count;
        private Random _random = new(0);
        private int _run;
        private int _lowest;
        private int _places = 64;

        internal RandomPriorities(int seed, int count)
        {
            _first = seed;
            _count = count;
        }

        internal override bool Begin()
        {
            if (_run == _count)
            {
                return false;
            }

            _random = new Random(_first + _run++);
            for (int actor = 0; actor < _priorities.Length; actor++)
            {
                _priorities[actor] = _random.Next(1, 1 << 20);
            }

            for (int fall = 0; fall < MaxFalls; fall++)
            {
                _falls[fall] = _random.Next(_places);
            }

            _lowest = 0;
            return true;
        }

        internal override int Choose(in Decision decision, ReadOnlySpan<Actor> actors)
        {
            _places = Math.Max(_places, decision.Place.Count);
            if (decision.Kind is DecisionKind.Flush or DecisionKind.Choice)
            {
                return _random.Next(decision.Options);
            }

            if (decision.Kind == DecisionKind.Preempt && Array.IndexOf(_falls, decision.Place.Count) >= 0)
            {
                _priorities[actors[0].Index] = --_lowest;
            }

            int best = 0;
            for (int option = 1; option < actors.Length; option++)
            {
                if (_priorities[actors[option].Index] > _priorities[actors[best].Index])
                {
                    best = option;
                }
            }

            return best;
        }

        internal override void Restart()
        {
            _run = 0;
        }
    }
}
