namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// Runs the schedules of one scenario, one after another. The actors are real threads, but only one runs at a time
    /// and passes the baton on where the strategy says so: at each access to a location that two actors share.
    /// </summary>
    /// <remarks>
    /// Scheduling points at shared locations alone are enough: whatever happens between two of them commutes with what
    /// the others do. Which locations are shared is found out on the way, and everything is explored again when one
    /// more is found.
    /// </remarks>
    internal sealed partial class Execution
    {
        /// <summary>A schedule that takes more steps than this does not end.</summary>
        private const int MaxSteps = 20_000;

        // Nor does one that makes more accesses than this, shared ones or not: an actor that is alone with a loop takes no steps.
        private const int MaxPlaces = 2_000_000;

        private readonly Func<Scenario> _make;

        // The thread that calls Run, where the first actor runs.
        private readonly Host _root = new();
        private readonly Stack<ActorThread> _idle = new();
        private Strategy _strategy = null!;
        private Scenario _scenario = null!;
        private World _world = null!;
        private Actor[] _actors = [];
        private int _unfinished;

        // Actors that may still do something, a bit each.
        private uint _alive;
        private Actor? _current;
        private Phase _phase;
        private int _steps;
        private string? _failure;

        internal Execution(Func<Scenario> make, MemoryModel model, string? brokenPromise)
        {
            _make = make;
            _model = model;
            _brokenPromise = brokenPromise;
        }

        private enum Phase
        {
            /// <summary>The scenario is being built: plain memory.</summary>
            Build,

            /// <summary>Actors run.</summary>
            Run,

            /// <summary>A condition is evaluated: nothing may be changed.</summary>
            Look,

            /// <summary>The schedule has failed; what is still on a stack is being thrown off it.</summary>
            Abandon,

            /// <summary>All actors have ended; the scenario looks at the result.</summary>
            Check,
        }

        /// <summary>Steps of all schedules so far: accesses to shared locations.</summary>
        internal long Steps { get; private set; }

        /// <summary>Times an actor was interrupted in this schedule.</summary>
        internal int Preemptions { get; private set; }

        /// <summary>Whether the locations found to be shared have changed in this schedule.</summary>
        internal bool FoundShared { get; private set; }

        /// <summary>Preemptions allowed.</summary>
        internal int Bound { get; set; } = int.MaxValue;

        /// <summary>Runs one schedule. Null if it is a good one.</summary>
        internal Failure? Run(Strategy strategy)
        {
            _strategy = strategy;
            Reset();
            Hooks.Enter(this);
            try
            {
                _scenario = _make();
                _scenario.Build(_world);
                _actors = [.. _world.Actors];
                _unfinished = _actors.Count(actor => !actor.MayRemain);
                _alive = (1u << _actors.Length) - 1;
                NameObjects();
                _phase = Phase.Run;
                Perform();
                if (_failure == null)
                {
                    _phase = Phase.Check;
                    _current = null;
                    FlushAll();
                    _scenario.Check(_world);
                }
            }
            catch (ScheduleAbandoned)
            {
                // Said why in _failure.
            }
            finally
            {
                Hooks.Leave();
                NameLocations();
            }

            Steps += _steps;
            return _failure == null ? null : new Failure(_failure, _deviations.ToString(), Preemptions);
        }

        /// <summary>Gives the threads back.</summary>
        internal void Close()
        {
            foreach (ActorThread thread in _idle)
            {
                thread.Retire();
            }

            _idle.Clear();
        }

        /// <summary>
        /// Ends the schedule as a failure. Does not return, except while one is being abandoned already.
        /// </summary>
        internal void Fail(string message)
        {
            if (_failure == null)
            {
                _failure = message;
                Note("FAILS");
            }

            if (_phase == Phase.Build)
            {
                throw new InvalidOperationException(message);
            }

            if (_phase != Phase.Check)
            {
                _phase = Phase.Abandon;
            }

            throw new ScheduleAbandoned();
        }

        private void Reset()
        {
            _epoch++;
            _objects.Clear();
            _bornInBuild = 0;
            _heap = 0;
            _changes = 0;
            _steps = 0;
            _place = 0;
            _flush = 0;
            _nothingNew = false;
            _toCompletion = false;
            _interrupted = null;
            _onItsWay = 0;
            _callsWithoutMemory = 0;
            _memoryRanOut = false;
            _failure = null;
            _current = null;
            _actors = [];
            _phase = Phase.Build;
            _deviations.Clear();
            _pendingAddresses.Clear();
            _threads.Clear();
            _events.Clear();
            Preemptions = 0;
            FoundShared = false;
            _world = new World(this);
        }

        // On the thread of the caller: runs actors as long as they need no other one, then waits for the last.
        private void Perform()
        {
            try
            {
                Actor? next = RunInline(ChooseNext());
                while (next != null && !next.Started)
                {
                    next.Started = true;
                    next.Host = _root;
                    _current = next;
                    _hasStepped = false;
                    Note("begins");
                    RunBody(next);
                    next.Host = null;
                    next = RunInline(ChooseNext());
                }

                if (next != null)
                {
                    Resume(next);
                    _root.AwaitBaton();
                }
            }
            catch (ScheduleAbandoned)
            {
                // What other threads have on their stacks is thrown off below.
            }

            foreach (Actor actor in _actors)
            {
                if (actor.Started && !actor.Finished && actor.Host is ActorThread)
                {
                    _phase = Phase.Abandon;
                    _current = actor;
                    actor.Host.PassBaton();
                    _root.AwaitBaton();
                }
            }
        }

        /// <summary>Runs an actor on a thread of its own, then passes the baton on.</summary>
        internal void Perform(Actor actor, ActorThread thread)
        {
            Actor? next = null;
            try
            {
                RunBody(actor);
                next = RunInline(ChooseNext());
            }
            catch (ScheduleAbandoned)
            {
                next = null;
            }

            actor.Host = null;
            _idle.Push(thread);
            if (next != null && _phase == Phase.Run)
            {
                Resume(next);
            }
            else
            {
                _root.PassBaton();
            }
        }

        private void RunBody(Actor actor)
        {
            try
            {
                actor.Body();
            }
            catch (ScheduleAbandoned)
            {
                actor.Finished = true;
                throw;
            }
            catch (Exception exception)
            {
                actor.Finished = true;
                Fail("exception in " + actor.Name + ": " + exception.GetType().Name + ": " + exception.Message
                    + Environment.NewLine + exception.StackTrace);
            }

            End(actor);
        }

        private void End(Actor actor)
        {
            actor.History = Hash.Mix(1, 1);
            if (actor.Recurring)
            {
                actor.Started = false;
                return;
            }

            actor.Finished = true;
            _alive &= ~(1u << actor.Index);
            if (!actor.MayRemain)
            {
                _unfinished--;
            }
        }
    }
}
