namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// Arguments for the constructor of a scenario, which is explored once for each: small numbers of places, items,
    /// waiters or polls, a slot beside the edge of a group, or what a hook does.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class CaseAttribute : Attribute
    {
        /// <summary>One more case.</summary>
        /// <param name="arguments">One for each parameter.</param>
        public CaseAttribute(params object[] arguments)
        {
            Arguments = arguments;
        }

        internal object[] Arguments { get; }
    }

    /// <summary>
    /// One small situation, of which all schedules are explored. A new instance is built for each schedule.
    /// </summary>
    /// <remarks>
    /// All that the actors share has to be in fields of classes or in arrays, of the library or of the scenarios: those
    /// are watched. Objects of the base class library are not, and must not carry anything from one actor to another.
    /// </remarks>
    public abstract class Scenario
    {
        /// <summary>What it is about, in one line.</summary>
        public abstract string About { get; }

        /// <summary>What holds, if all its schedules are good.</summary>
        public abstract string Proves { get; }

        /// <summary>Preemptions to explore with at the most, where fewer than the usual have to do.</summary>
        public virtual int MaxPreemptions => int.MaxValue;

        /// <summary>Makes the objects and the actors. Nothing is interleaved yet.</summary>
        /// <param name="world">Where the actors live.</param>
        public abstract void Build(World world);

        /// <summary>Looks at the result once all actors have ended.</summary>
        /// <param name="world">Where to report a failure.</param>
        public virtual void Check(World world)
        {
        }

        /// <summary>Says in words what is wrong when no actor can go on.</summary>
        public virtual string Stuck()
        {
            return "deadlock: nobody can go on";
        }
    }

    /// <summary>What a scenario is made of: actors, registers of the machine, and a place to report to.</summary>
    public sealed class World
    {
        private readonly Execution _execution;

        internal World(Execution execution)
        {
            _execution = execution;
        }

        internal List<Actor> Actors { get; } = [];

        internal List<(object Thing, string Name)> Names { get; } = [];

        /// <summary>A thread, which may wait.</summary>
        public Actor Thread(string name, Action body)
        {
            return Add(name, ActorKind.Thread, body);
        }

        /// <summary>A callback on a thread of its own, which must not wait but may be interrupted anywhere.</summary>
        public Actor Callback(string name, Action body)
        {
            return Add(name, ActorKind.Callback, body);
        }

        /// <summary>An interrupt callback, which runs to completion on the device and must not wait.</summary>
        public Actor Interrupt(string name, Action body)
        {
            return Add(name, ActorKind.Interrupt, body);
        }

        /// <summary>A number that the machine keeps.</summary>
        public Register Register(string name, long value = 0)
        {
            return _execution.NewRegister(name, value);
        }

        /// <summary>What the trace calls an object; what hangs on it is named after it.</summary>
        /// <returns>The object.</returns>
        public T Name<T>(T thing, string name)
            where T : class
        {
            Names.Add((thing, name));
            return thing;
        }

        /// <summary>
        /// The heap is full for a while: up to so many calls of the executor's loop, and of what it calls, have no
        /// memory for their frame and throw <see cref="OutOfMemoryException"/>, any of them. Threads only: what comes
        /// of it in an interrupt is the machine's.
        /// </summary>
        /// <param name="calls">At the most; 0 when there is memory again.</param>
        public void MemoryRunsOut(int calls)
        {
            _execution.MemoryRunsOut(calls);
        }

        /// <summary>Whether an interrupt runs to completion, as on the device, so that nobody meets it half-way.</summary>
        public bool InterruptsRunToCompletion => _execution.InterruptsRunToCompletion;

        /// <summary>Whether the mutant explored makes the machine break this promise.</summary>
        public bool Breaks(string promise)
        {
            return _execution.Breaks(promise);
        }

        /// <summary>Lets the others run; goes on once one of them has changed something.</summary>
        public void GiveWay()
        {
            _execution.GiveWay("the others to change something");
        }

        /// <summary>Ends the schedule as a failure.</summary>
        public void Fail(string message)
        {
            _execution.Fail(message);
        }

        /// <summary>A failure unless it holds.</summary>
        public void Expect(bool holds, string otherwise)
        {
            if (!holds)
            {
                Fail(otherwise);
            }
        }

        /// <summary>
        /// One of several ways to go on; all of them are explored. For an actor, not while the scenario is built.
        /// </summary>
        /// <param name="what">For the printed schedule: one word.</param>
        /// <param name="ways">How many; the usual one is 0.</param>
        /// <returns>0 to one less.</returns>
        public int Choose(string what, int ways)
        {
            return _execution.Choose(what, ways);
        }

        /// <summary>Says something in the printed schedule.</summary>
        public void Note(string text)
        {
            _execution.Note(text);
        }

        private Actor Add(string name, ActorKind kind, Action body)
        {
            if (Actors.Count == Actor.Most)
            {
                throw new InvalidOperationException($"A scenario has at most {Actor.Most} actors.");
            }

            Actor actor = new(Actors.Count, name, kind, body);
            Actors.Add(actor);
            return actor;
        }
    }
}
