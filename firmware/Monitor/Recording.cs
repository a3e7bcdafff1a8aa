namespace NanoExecutor.Monitoring
{
    /// <summary>A poll: since when its task was awake, and its time, µs. Result 0 pending, 1 ready, 2 threw, -1 not known.</summary>
    internal readonly record struct PollSpan(TaskTrack Task, long Ready, long Begin, long End, int Result);

    /// <summary>A wake, and the task that was being polled when it came from a task; null for others.</summary>
    internal readonly record struct WakeMoment(long Time, TaskTrack Task, int By, TaskTrack Waker);

    /// <summary>A time in which the executor was parked, µs.</summary>
    internal readonly record struct ParkSpan(long Begin, long End);

    /// <summary>Something that takes no time: a timer, a source, a spawn, a fault, an end, a loss.</summary>
    internal readonly record struct Moment(long Time, TraceEvent What, TaskTrack Task, int Argument);

    /// <summary>A value of a mark.</summary>
    internal readonly record struct MarkValue(long Time, int Id, int Value);

    /// <summary>A line that the program printed, and the time of the frame before it, µs.</summary>
    internal readonly record struct ProgramLine(long Time, string Text);

    /// <summary>
    /// What a board did, put together from the frames of its trace. A trace with holes gives a recording with holes: what
    /// cannot be is passed over, and never an error.
    /// </summary>
    internal sealed partial class Recording : IFrameSink
    {
        /// <summary>How much is kept of each kind, of the latest.</summary>
        internal const int Most = 500_000;

        private const int MostLines = 10_000;
        private const int MostPending = 4096;

        // A clock that says less than before, by more than frames can be out of order, is that of a board after a reset.
        private const long ResetMargin = Duration.Second;

        // The clock comes once a second: no two records that follow each other are further apart, unless frames are lost or
        // the executor slept.
        private const long MaxStep = 2 * Duration.Second;

        private readonly Dictionary<int, TaskTrack> _slots = [];
        private readonly Dictionary<int, string> _slotNames = [];
        private readonly Dictionary<int, string> _sources = [];
        private readonly Dictionary<int, string> _marks = [];
        private readonly HashSet<TaskTrack> _ready = [];
        private readonly List<TaskTrack> _tasks = [];
        private readonly Replays _replays = new();

        // Records before the first clock: their upper half is not known yet.
        private List<Frame> _pending = [];
        private TaskTrack _polling;
        private long? _parkedSince;
        private bool _hasTime;
        private Frame? _doubted;

        // The time of the latest record, which is not always the latest time.
        private long _at;

        /// <summary>What the program is called; null if it did not say.</summary>
        internal string Program { get; private set; }

        /// <summary>All tasks, in the order in which they first appeared.</summary>
        internal IReadOnlyList<TaskTrack> Tasks => _tasks;

        internal Kept<PollSpan> Polls { get; } = new(Most);

        internal Kept<WakeMoment> Wakes { get; } = new(Most);

        internal Kept<ParkSpan> Parks { get; } = new(Most);

        internal Kept<Moment> Moments { get; } = new(Most);

        internal Kept<MarkValue> Marks { get; } = new(Most);

        internal Kept<ProgramLine> Lines { get; } = new(MostLines);

        /// <summary>The time of the first record and of the latest, µs.</summary>
        internal long Start { get; private set; }

        internal long Now { get; private set; }

        /// <summary>How long it has been going on, µs.</summary>
        internal long Length => Now - Start;

        /// <summary>µs parked, with a park that is under way.</summary>
        internal long Asleep => _asleep + (_parkedSince is long since ? Now - since : 0);

        /// <summary>Records that the board had to overwrite before it could write them out.</summary>
        internal long Overwritten { get; private set; }

        /// <summary>Records whose time could not be right.</summary>
        internal long Implausible { get; private set; }

        /// <summary>How often the board's clock began anew.</summary>
        internal long Resets { get; private set; }

        /// <summary>The most tasks that were alive at once.</summary>
        internal int MostAlive { get; private set; }

        /// <summary>How many tasks threw.</summary>
        internal long Faults { get; private set; }

        /// <summary>Slots of the executor; 0 if it did not say.</summary>
        internal int Capacity { get; private set; }

        /// <summary>The task that is being polled; null for none.</summary>
        internal TaskTrack Polling => _polling;

        private long _asleep;

        /// <inheritdoc/>
        public void Take(Frame frame)
        {
            if (frame.IsText)
            {
                TakeText(frame);
            }
            else if (_pending == null)
            {
                Weigh(frame);
            }
            else
            {
                _pending.Add(frame);
                if (frame.What == TraceEvent.Clock || _pending.Count == MostPending)
                {
                    TakePending();
                }
            }
        }

        /// <inheritdoc/>
        public void Miss(int frames)
        {
            TakePending();
            Moments.Add(new Moment(Now, TraceEvent.Lost, null, frames));
            Forget();
        }

        /// <inheritdoc/>
        public void TakeLine(string line)
        {
            Lines.Add(new ProgramLine(Now, line));
        }

        /// <summary>Nothing more comes.</summary>
        internal void End()
        {
            TakePending();
        }

        /// <summary>The live tasks first, then by slot: the order in which they are shown.</summary>
        internal IEnumerable<TaskTrack> InOrder()
        {
            return _tasks.OrderBy(t => t.Ended != null).ThenBy(t => t.Slot).ThenBy(t => t.Index);
        }

        /// <summary>Who woke a task, in words.</summary>
        internal string WakerName(int? by)
        {
            return by switch
            {
                null => "nobody",
                WokenBy.Timer => "a timer",
                WokenBy.Unknown => "another thread",
                >= WokenBy.Source => SourceName(by.Value - WokenBy.Source),
                _ => _slots.TryGetValue(by.Value, out TaskTrack task) ? task.Name : "slot " + by.Value,
            };
        }

        internal string SourceName(int id)
        {
            return _sources.GetValueOrDefault(id) ?? "source " + id;
        }

        internal string MarkName(int id)
        {
            return _marks.GetValueOrDefault(id) ?? "mark " + id;
        }

        private void TakePending()
        {
            if (_pending == null)
            {
                return;
            }

            List<Frame> pending = _pending;
            _pending = null;
            int clock = pending.FindIndex(f => f.What == TraceEvent.Clock);
            if (clock >= 0)
            {
                Now = ClockOf(pending[clock]);
            }
            else if (pending.Count > 0)
            {
                Now = pending[0].Time;
            }

            // The first clock is not the first time: what led up to it is older.
            Start = Now;
            _at = Now;
            foreach (Frame frame in pending)
            {
                Weigh(frame);
            }
        }

        private static long ClockOf(Frame frame)
        {
            return ((long)frame.Argument << 32) | (uint)frame.Value;
        }

        // The half that is sent, put to the nearest time that it can be.
        private long TimeOf(Frame frame)
        {
            return NewTimeOf(frame, _at);
        }

        private void TakeText(Frame frame)
        {
            switch (frame.Kind)
            {
                case 'I':
                    TakeProgram(frame.Text);
                    break;
                case 'T':
                    TakeName(frame.Id, frame.Text);
                    break;
                case 'S':
                    _sources[frame.Id] = frame.Text;
                    break;
                case 'M':
                    _marks[frame.Id] = frame.Text;
                    break;
                case 'W' when _slots.TryGetValue(frame.Id, out TaskTrack waiting):
                    waiting.WaitsFor = frame.Text;
                    waiting.WaitsForAt = Now;
                    break;
                case 'F' when _slots.TryGetValue(frame.Id, out TaskTrack task):
                    task.Figures = frame.Text;
                    break;
                case 'X' when _slots.TryGetValue(frame.Id, out TaskTrack faulted):
                    faulted.Fault = frame.Text;
                    break;
            }
        }

        private void TakeProgram(string text)
        {
            const string NameIs = "name=";
            int name = text.IndexOf(NameIs, StringComparison.Ordinal);
            if (name >= 0)
            {
                Program = text[(name + NameIs.Length)..];
            }

            const string SlotsAre = "slots=";
            int slots = text.IndexOf(SlotsAre, StringComparison.Ordinal);
            if (slots >= 0)
            {
                string number = new([.. text.Skip(slots + SlotsAre.Length).TakeWhile(char.IsAsciiDigit)]);
                Capacity = int.TryParse(number, out int capacity) ? capacity : Capacity;
            }
        }

        // A name may come before the record of the spawn, which waits for its turn in the ring of the board.
        private void TakeName(int slot, string name)
        {
            _slotNames[slot] = name;
            if (_slots.TryGetValue(slot, out TaskTrack task) && task.Ended == null && (task.GivenName == null || task.IsNameOld))
            {
                task.GivenName = name;
                task.IsNameOld = false;
            }
        }
    }
}
