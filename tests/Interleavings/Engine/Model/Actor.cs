namespace NanoExecutor.Interleavings
{
    /// <summary>How an actor may be interrupted.</summary>
    public enum ActorKind
    {
        /// <summary>A thread: others may run between any two of its steps, and it may wait.</summary>
        Thread,

        /// <summary>
        /// A callback on a thread, as nanoFramework really runs interrupts: others may run between any two of its
        /// steps, but it never waits.
        /// </summary>
        Callback,

        /// <summary>
        /// An interrupt that runs to completion on the device. On the desktop, where it is just another thread, it is a
        /// <see cref="Callback"/>.
        /// </summary>
        Interrupt,
    }

    /// <summary>
    /// A number that the machine keeps: a clock, the level of a pin, a latch, a hand-over between threads. Everybody
    /// sees a change at once. Changing it waits for the earlier stores of the actor, as a lock or a system call would.
    /// </summary>
    public sealed class Register
    {
        private readonly Execution _execution;
        private readonly Location _location;

        internal Register(Execution execution, Location location, long value)
        {
            _execution = execution;
            _location = location;
            _location.Bits = (ulong)value;
        }

        /// <summary>The value. A step of the actor that reads or writes it.</summary>
        public long Value
        {
            get => _execution.LoadRegister(_location);
            set => _execution.StoreRegister(_location, value);
        }

        /// <summary>The value, for a condition that the explorer evaluates and for a check after the end.</summary>
        public long Peek => (long)_location.Bits;

        /// <summary>Writes and returns what was there, as one step.</summary>
        public long Exchange(long value)
        {
            return _execution.ExchangeRegister(_location, value);
        }

        /// <summary>Waits until it has a value, then writes another, as one step.</summary>
        /// <param name="value">What to wait for.</param>
        /// <param name="then">What to leave.</param>
        /// <param name="waitsFor">For the reader of a failure.</param>
        public void WaitFor(long value, long then, string waitsFor)
        {
            _execution.WaitForRegister(_location, held => held == value, then, waitsFor);
        }

        /// <summary>Waits until it has another value than this.</summary>
        public void WaitWhile(long value)
        {
            _execution.WaitForRegister(_location, held => held != value, null, _location.Name + " to change");
        }

        /// <summary>Waits until it has a value.</summary>
        public void WaitFor(long value)
        {
            _execution.WaitForRegister(_location, held => held == value, null, _location.Name + " to be " + value);
        }
    }

    /// <summary>One thread of control in a scenario.</summary>
    public sealed class Actor
    {
        internal const int Most = 16;

        internal readonly int Index;
        internal readonly Action Body;
        internal readonly ActorKind Kind;

        /// <summary>Stores that the others do not see yet, oldest first.</summary>
        internal readonly StoreBuffer Buffer = new();

        /// <summary>
        /// One of those stores has left the buffer and is not in memory yet; the later ones wait for it.
        /// </summary>
        internal bool IsFlushing;

        /// <summary>
        /// All that this actor has read and done, as one number. Its stack and locals are a function of it, for nothing
        /// else reaches it from outside.
        /// </summary>
        internal ulong History;

        internal bool Started;
        internal bool Finished;

        /// <summary>The thread whose stack it is on.</summary>
        internal Host? Host;

        /// <summary>While it waits: whether it may go on.</summary>
        internal Func<bool>? Until;

        /// <summary>It gives way until the others have changed something.</summary>
        internal bool GivesWay;

        /// <summary>How much the others had changed when it went on last; -1 before it has given way.</summary>
        internal long SawOthersChange = -1;

        /// <summary>Stores of its own that changed something.</summary>
        internal long Changes;

        /// <summary>What it waits for, for the reader of a failure.</summary>
        internal string WaitsFor = "";

        /// <summary>Objects made so far, which numbers them the same way in every schedule.</summary>
        internal int Born;

        /// <summary>Runs of executors it has begun.</summary>
        internal int RunsBegun;

        internal Actor(int index, string name, ActorKind kind, Action body)
        {
            Index = index;
            Name = name;
            Kind = kind;
            Body = body;
        }

        /// <summary>What the trace calls it.</summary>
        public string Name { get; }

        /// <summary>Whether it may start; null: at once.</summary>
        internal Func<bool>? Gate { get; private set; }

        /// <summary>
        /// It starts again each time its gate opens, and the schedule does not wait for it at the end.
        /// </summary>
        internal bool Recurring { get; private set; }

        /// <summary>The schedule may end while it is still waiting.</summary>
        internal bool MayRemain { get; private set; }

        /// <summary>Lets it start only while a condition on registers holds.</summary>
        /// <param name="gate">Looks at registers by <see cref="Register.Peek"/>, and at nothing else that
        /// changes.</param>
        public Actor When(Func<bool> gate)
        {
            Gate = gate;
            return this;
        }

        /// <summary>
        /// Lets it run once each time the condition holds, for ever; the body must end what the condition says.
        /// </summary>
        /// <param name="gate">As for <see cref="When"/>.</param>
        public Actor Whenever(Func<bool> gate)
        {
            Gate = gate;
            Recurring = true;
            MayRemain = true;
            return this;
        }

        /// <summary>The event it stands for may never come: the schedule may end without it.</summary>
        public Actor Perhaps()
        {
            MayRemain = true;
            return this;
        }

        /// <summary>The schedule waits for it after all.</summary>
        internal void MustEnd()
        {
            MayRemain = false;
        }
    }
}
