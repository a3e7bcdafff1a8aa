using System;
using System.Text;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>The stream of a trace, taken apart again as a program on the host would.</summary>
    internal sealed class Frames : ByteSink
    {
        private readonly World _world;
        private int _latest = -1;

        internal Frames(World world)
        {
            _world = world;
        }

        /// <summary>Marks that came, and records that the stream says were lost.</summary>
        internal int Marks { get; private set; }

        internal int Lost { get; private set; }

        /// <summary>Raised sources that came.</summary>
        internal int Sources { get; private set; }

        public override void Write(byte[] bytes, int count)
        {
            // Byte by byte: what the explorer keeps of an array is seen by no method of .NET.
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < count; i++)
            {
                text.Append((char)bytes[i]);
            }

            foreach (string line in text.ToString().Split('\n'))
            {
                // A record: ~ seq:4 time:8 event:2 slot:4 argument:8 value:8 check:2
                if (line.Length == 37 && line[0] == '~')
                {
                    Take((TraceEvent)Number(line, 13, 2), Number(line, 19, 8), Number(line, 27, 8));
                }
            }
        }

        private static int Number(string line, int from, int digits)
        {
            return Convert.ToInt32(line.Substring(from, digits), 16);
        }

        private void Take(TraceEvent what, int argument, int value)
        {
            if (what == TraceEvent.Lost)
            {
                Lost += argument;
            }
            else if (what == TraceEvent.Source)
            {
                Sources++;
            }
            else if (what == TraceEvent.Mark)
            {
                int latest = _latest;
                Marks++;
                _world.Expect(argument == value, "a record is of two: " + argument + " and " + value);
                _world.Expect(argument > latest, "record " + argument + " comes after " + latest);
                _latest = argument;
            }
        }
    }

    /// <summary>Callbacks wake the tasks of an executor that is traced and timed, at any moment.</summary>
    public sealed class TracedWakes : MachineScenario
    {
        private Reactor _reactor;
        private Takes _first;
        private Takes _second;
        private TraceRing _ring;
        private Frames _frames;

        /// <inheritdoc/>
        public override string About => "two callbacks raise sources of an executor that is watched";

        /// <inheritdoc/>
        public override string Proves => "who watches an executor costs it no wake, and its trace has each event on the desktop";

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1 && _second.Taken == 1, "each event is delivered once");
            _ring.WriteTo(_frames);
            if (!world.InterruptsRunToCompletion)
            {
                world.Expect(_frames.Lost == 0, "records were lost: " + _frames.Lost);
                world.Expect(_frames.Sources == 2, "the trace has " + _frames.Sources + " of two events");
            }
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _frames = new Frames(world);
            _ring = world.Name(new TraceRing(32), "ring");
            Executor.Timing = true;
            Executor.Tracer = _ring;
            _reactor = world.Name(new Reactor(2) { Tracer = _ring }, "reactor");
            _first = world.Name(new Takes(_reactor.Register(0), 1), "first");
            _second = world.Name(new Takes(_reactor.Register(1), 1), "second");
            Executor.Spawn(_first);
            Executor.Spawn(_second);
            world.Callback("one", () => _reactor.Raise(0));
            world.Callback("two", () => _reactor.Raise(1));
        }
    }

    /// <summary>A callback records over what the executor is writing out.</summary>
    [Case(1)]
    [Case(3)]
    public sealed class TraceOverwritten(int more) : MachineScenario
    {
        private const int Records = 8;

        private TraceRing _ring;
        private Frames _frames;

        /// <inheritdoc/>
        public override string About => "a callback records into a full ring of a trace that is being written out";

        /// <inheritdoc/>
        public override string Proves => "trace: no record is written out that is half another's, and what is lost is counted";

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _ring.Drain();
            world.Expect(_frames.Marks + _frames.Lost == Records + more, _frames.Marks + " came, " + _frames.Lost + " lost");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _frames = new Frames(world);
            _ring = world.Name(new TraceRing(Records), "ring");
            _ring.Stream(_frames, 1000000, "model");
            for (int i = 0; i < Records; i++)
            {
                Record(i);
            }

            world.Callback("recorder", () =>
            {
                for (int i = 0; i < more; i++)
                {
                    Record(Records + i);
                }
            });
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            _ring.Drain();
        }

        private void Record(int number)
        {
            _ring.Record(0, TraceEvent.Mark, Tracer.NoSlot, number, number);
        }
    }
}
