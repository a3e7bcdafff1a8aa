namespace NanoExecutor.Interleavings
{
    // The state of a schedule as one number: two that agree in it go on in the same ways.
    internal sealed partial class Execution
    {
        // All fields and elements, by the exclusive or of one number for each.
        private ulong _heap;

        // Stores so far that changed something.
        private long _changes;

        // The store that has left its buffer and is not in memory yet.
        private ulong _onItsWay;

        /// <summary>Two states that agree in this number go on in the same ways.</summary>
        internal ulong StateOf(DecisionKind kind)
        {
            ulong state = Hash.Mix(Hash.Mix(_heap, (ulong)kind), _onItsWay);
            state = Hash.Mix(state, (ulong)_callsWithoutMemory);
            if (kind != DecisionKind.Next)
            {
                state = Hash.Mix(state, (ulong)_current!.Index);
            }

            foreach (Actor actor in _actors)
            {
                ulong where = actor.Finished ? 1UL : actor.Started ? 2UL : 3UL;
                if (OthersChanged(actor) != actor.SawOthersChange)
                {
                    where += 4;
                }

                state = Hash.Mix(Hash.Mix(state, where), actor.History);
                if (actor.Buffer.Count > 0)
                {
                    state = actor.Buffer.HashInto(state);
                }
            }

            return state;
        }

        internal void RunBegins()
        {
            if (_phase == Phase.Run)
            {
                _current!.RunsBegun++;
            }
        }

        /// <summary>
        /// The actor is at a place where its stack and locals are a function of memory and of the number of runs it has
        /// begun, so all it has read before does not matter any more.
        /// </summary>
        internal void Forget()
        {
            if (_phase == Phase.Run)
            {
                Actor me = _current!;
                me.History = Hash.Mix(3, (ulong)me.RunsBegun);
            }
        }

        private void ChangeHeap(Location location, ulong before, ulong after)
        {
            if (before != after)
            {
                _heap ^= Hash.Mix(location.Key, before) ^ Hash.Mix(location.Key, after);
            }
        }

        private void CountChange(ulong before, ulong after)
        {
            if (before != after && _phase == Phase.Run)
            {
                _changes++;
                _current!.Changes++;
            }
        }

        private ulong BitsOf<T>(T value)
        {
            return typeof(T).IsValueType ? Value.BitsOf(value) : _objects.BitsOf(Value.ReferenceOf(value));
        }
    }
}
