namespace NanoExecutor.Interleavings
{
    // Whose turn it is.
    internal sealed partial class Execution
    {
        private readonly Actor[] _options = new Actor[Actor.Most];

        // What --replay needs: the decisions that did not go the usual way.
        private readonly Deviations _deviations = new();

        private int _optionCount;
        private int _place;
        private int _flush;
        private bool _nothingNew;
        private bool _toCompletion;
        private bool _hasStepped;
        private Actor? _interrupted;

        /// <summary>Every access is a scheduling point: for finding out which locations are shared.</summary>
        internal bool InterruptEverywhere { get; set; }

        internal bool InterruptsRunToCompletion => _model == MemoryModel.Sequential;

        private Place Here => new(_place, _flush);

        /// <summary>The actor is about to do something that others may see: another may run before it does.</summary>
        internal void Point()
        {
            if (_phase != Phase.Run)
            {
                Refuse();
                return;
            }

            CountStep();
            if (_toCompletion)
            {
                return;
            }

            // One that was given its turn and has done nothing yet is not interrupted: that turn could have gone
            // elsewhere.
            bool first = !_hasStepped;
            _hasStepped = true;
            if (first || _nothingNew || Preemptions >= Bound)
            {
                return;
            }

            Actor me = _current!;
            _options[0] = me;
            _optionCount = 1;
            AddReady(me);
            if (_optionCount == 1)
            {
                return;
            }

            int choice = Decide(DecisionKind.Preempt);
            if (choice != 0)
            {
                Actor next = _options[choice];
                Preemptions++;
                _deviations.Add(Here, next.Name);
                _interrupted = me;
                Leave(me, next);
                _hasStepped = true;
            }
        }

        // How often conditions are looked at depends on what is known to be shared, and the count must not.
        private void NextPlace()
        {
            if (_phase != Phase.Look)
            {
                _flush = 0;
                if (++_place > MaxPlaces)
                {
                    EndlessPlaces();
                }
            }
        }

        private void EndlessPlaces()
        {
            if (_phase == Phase.Run)
            {
                Fail($"no end after {MaxPlaces} accesses: {_current!.Name} runs and runs");
            }
        }

        private void CountStep()
        {
            if (++_steps > MaxSteps)
            {
                Fail($"no end after {MaxSteps} steps: {_current!.Name} runs and runs");
            }
        }

        /// <summary>
        /// Lets the others run. Goes on at once if they have changed anything since it did so last: an actor that looks
        /// again and again at what nobody changes does nothing new.
        /// </summary>
        internal void GiveWay(string waitsFor)
        {
            if (_phase != Phase.Run)
            {
                Refuse();
                return;
            }

            Actor me = _current!;
            me.GivesWay = true;
            NextPlace();
            if (IsReady(me))
            {
                Point();
            }
            else
            {
                Block(waitsFor);
            }

            me.GivesWay = false;
            me.SawOthersChange = OthersChanged(me);
        }

        private long OthersChanged(Actor actor)
        {
            return _changes - actor.Changes;
        }

        /// <summary>Stops the actor until a condition holds.</summary>
        private void WaitUntil(Func<bool> condition, string waitsFor)
        {
            Actor me = _current!;
            me.Until = condition;
            Block(waitsFor);
            me.Until = null;
        }

        private void Block(string waitsFor)
        {
            if (_current!.Kind != ActorKind.Thread)
            {
                Fail($"{_current.Name} is a callback and waits for {waitsFor}");
            }

            if (++_steps > MaxSteps)
            {
                Fail($"no end after {MaxSteps} steps: {_current!.Name} waits again and again for {waitsFor}");
            }

            Actor me = _current!;
            me.WaitsFor = waitsFor;
            me.History = Hash.Mix(me.History, 2);
            Note("waits for " + waitsFor);
            Leave(me, ChooseNext());
        }

        // Gives the turn to another actor, and comes back when it is given back.
        private void Leave(Actor me, Actor? next)
        {
            next = RunInline(next);
            if (next != me)
            {
                Host host = me.Host!;
                if (next == null)
                {
                    _root.PassBaton();
                }
                else
                {
                    Resume(next);
                }

                host.AwaitBaton();
                if (_phase != Phase.Run)
                {
                    throw new ScheduleAbandoned();
                }
            }

            _current = me;
            _hasStepped = false;
        }

        // Runs those that need no stack of their own on the one there is; interrupts do so on the device as well.
        private Actor? RunInline(Actor? next)
        {
            while (next != null && !next.Started && NeedsNoStack(next))
            {
                next.Started = true;
                _current = next;
                _hasStepped = false;
                _toCompletion = next.Kind == ActorKind.Interrupt && InterruptsRunToCompletion;
                Note("begins");
                try
                {
                    RunBody(next);
                }
                finally
                {
                    _toCompletion = false;
                }

                next = ChooseNext();
            }

            return next;
        }

        private bool NeedsNoStack(Actor actor)
        {
            return actor.Kind switch
            {
                ActorKind.Thread => false,
                ActorKind.Interrupt when InterruptsRunToCompletion => true,
                _ => !_strategy.Interrupts(actor),
            };
        }

        private void Resume(Actor actor)
        {
            _current = actor;
            _hasStepped = false;
            if (actor.Started)
            {
                actor.Host!.PassBaton();
                return;
            }

            actor.Started = true;
            Note("begins");
            ActorThread thread = _idle.Count > 0 ? _idle.Pop() : new ActorThread(this);
            actor.Host = thread;
            thread.Start(actor);
        }

        private void Refuse()
        {
            switch (_phase)
            {
                case Phase.Abandon:
                    throw new ScheduleAbandoned();
                case Phase.Look:
                    throw new InvalidOperationException("A condition has to look at registers only, by Peek.");
                default:
                    break;
            }
        }
    }
}
