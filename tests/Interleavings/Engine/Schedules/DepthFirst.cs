namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// A decision on the way that the depth-first search is on, and how far it is through its options.
    /// </summary>
    internal struct Node
    {
        internal ulong State;
        internal int Options;
        internal int Chosen;

        /// <summary>Who may be interrupted here; -1 where nobody is.</summary>
        internal int Running;
    }

    /// <summary>
    /// Every schedule within the bound, but one: where a schedule gets into a state that was seen before, with as many
    /// preemptions left, it is not followed further.
    /// </summary>
    /// <remarks>
    /// That is sound with the bound, because preemptions left are part of the comparison, and because the state says
    /// all that can matter: the whole memory, the stores that are on their way, and for each actor everything it has
    /// read so far.
    /// </remarks>
    internal sealed class DepthFirst : Strategy
    {
        private readonly Visited _visited = new();
        private Node[] _path = new Node[256];
        private int _length;
        private int _depth;
        private uint _interrupted;
        private bool _started;

        /// <summary>States seen at decisions.</summary>
        internal int States => _visited.Count;

        /// <summary>Decisions that were compared with those of an earlier schedule with the same beginning.</summary>
        internal long Compared { get; private set; }

        internal override bool Begin()
        {
            _depth = 0;
            if (!_started)
            {
                _started = true;
                return true;
            }

            while (_length > 0 && _path[_length - 1].Chosen + 1 == _path[_length - 1].Options)
            {
                _length--;
            }

            if (_length == 0)
            {
                return false;
            }

            _path[_length - 1].Chosen++;
            NoteInterrupted();
            return true;
        }

        /// <summary>What is new in a schedule goes the usual way, so only what it repeats interrupts anybody.</summary>
        internal override bool Interrupts(Actor actor)
        {
            return (_interrupted & (1u << actor.Index)) != 0;
        }

        internal override int Choose(in Decision decision, ReadOnlySpan<Actor> actors)
        {
            if (_depth < _length)
            {
                // The last one says it for those before it: what an actor has read is part of the state.
                ref Node node = ref _path[_depth++];
                if (node.Options != decision.Options || (_depth == _length && node.State != decision.State))
                {
                    throw new InvalidOperationException(
                        $"The scenario is not deterministic: at {decision.Place} the same way led to another state.");
                }

                Compared++;
                return node.Chosen;
            }

            ulong state = decision.State;
            if (!_visited.Add(state, decision.Budget))
            {
                return NothingNew;
            }

            if (_length == _path.Length)
            {
                Array.Resize(ref _path, 2 * _path.Length);
            }

            int running = decision.Kind == DecisionKind.Preempt ? actors[0].Index : -1;
            _path[_length++] = new Node { State = state, Options = decision.Options, Running = running };
            _depth = _length;
            return 0;
        }

        internal override void Restart()
        {
            _visited.Clear();
            _length = 0;
            _interrupted = 0;
            _started = false;
        }

        private void NoteInterrupted()
        {
            _interrupted = 0;
            for (int depth = 0; depth < _length; depth++)
            {
                if (_path[depth].Chosen != 0 && _path[depth].Running >= 0)
                {
                    _interrupted |= 1u << _path[depth].Running;
                }
            }
        }
    }
}
