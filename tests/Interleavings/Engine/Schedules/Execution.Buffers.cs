namespace NanoExecutor.Interleavings
{
    // Stores on their way to memory, and what makes them get there.
    //
    // A store may reach memory at any time. Only one thing can tell when: another actor's access to the same location.
    // So that is where it is decided, which is the same as deciding it everywhere, and much less to explore.
    internal sealed partial class Execution
    {
        private readonly MemoryModel _model;
        private readonly List<Actor> _holders = [];

        /// <summary>Lets all stores of the actor reach memory.</summary>
        internal void Fence()
        {
            if (_phase != Phase.Run)
            {
                Refuse();
                return;
            }

            Actor me = _current!;
            NextPlace();
            if (me.Buffer.Count == 0)
            {
                return;
            }

            Point();
            _trace?.Add(me, "fence", null, null);
            while (me.Buffer.Count > 0)
            {
                Flush(me, 0, null);
            }
        }

        // The memory of a location is about to be read or written: which stores of others get there first?
        private void OrderBefore(Location location, Actor accessor)
        {
            if (_model == MemoryModel.Sequential)
            {
                return;
            }

            while (true)
            {
                _holders.Clear();
                foreach (Actor actor in _actors)
                {
                    if (actor != accessor && !actor.IsFlushing && actor.Buffer.Oldest(location) >= 0)
                    {
                        _holders.Add(actor);
                    }
                }

                if (_holders.Count == 0)
                {
                    return;
                }

                _flush++;
                int choice = 0;
                int none = _holders.Count;
                if (!_nothingNew)
                {
                    _holders.CopyTo(_options);
                    _optionCount = none + 1;
                    choice = Decide(DecisionKind.Flush);
                    if (choice != 0)
                    {
                        _deviations.Add(Here, choice == none ? Deviations.StaysBuffered : _holders[choice].Name);
                    }
                }

                if (choice == none)
                {
                    return;
                }

                Actor holder = _holders[choice];
                Flush(holder, holder.Buffer.Oldest(location), location);
            }
        }

        // The store at an index, and those that have to be in memory before it.
        private void Flush(Actor holder, int index, Location? ordered)
        {
            holder.IsFlushing = true;
            if (_model == MemoryModel.StoreBuffer || holder.Buffer[index].Release)
            {
                for (; index > 0; index--)
                {
                    FlushOne(holder, 0, ordered);
                }
            }

            FlushOne(holder, index, ordered);
            holder.IsFlushing = false;
        }

        private void FlushOne(Actor holder, int index, Location? ordered)
        {
            BufferedStore store = holder.Buffer.TakeAt(index);
            if (store.Location != ordered)
            {
                ulong outer = _onItsWay;
                _onItsWay = Hash.Mix(Hash.Mix(outer, store.Location.Key), store.Bits);
                OrderBefore(store.Location, holder);
                _onItsWay = outer;
            }

            _trace?.Add(holder, "  in memory:", store.Location, store.Text);
            Commit(store.Location, store.Bits, store.Reference);
        }

        // Nobody can go on, so time passes. True if there was anything left.
        private bool FlushAll()
        {
            bool any = false;
            foreach (Actor actor in _actors)
            {
                for (; actor.Buffer.Count > 0; any = true)
                {
                    BufferedStore store = actor.Buffer.TakeAt(0);
                    _trace?.Add(actor, "  in memory:", store.Location, store.Text);
                    Commit(store.Location, store.Bits, store.Reference);
                }
            }

            if (any)
            {
                // For those that give way until something changes.
                _changes++;
            }

            return any;
        }
    }
}
