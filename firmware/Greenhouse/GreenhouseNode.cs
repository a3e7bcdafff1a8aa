using Greenhouse.Tasks;
using NanoExecutor;

namespace Greenhouse
{
    /// <summary>
    /// The firmware: an executor and its tasks on a board. Everything is made in the constructor; <see cref="Run"/>
    /// allocates nothing.
    /// </summary>
    public sealed class GreenhouseNode
    {
        private const int MaxTasks = 9;
        private const int LongestLine = 100;
        private const int LongestDumpLine = 200;

        private readonly NodeTask[] _tasks = new NodeTask[MaxTasks];

        /// <summary>Makes the node.</summary>
        /// <param name="board">The machine it runs on.</param>
        public GreenhouseNode(GreenhouseBoard board)
        {
            Executor = new Executor(MaxTasks, board.Machine);
            Executor.Timing = true;
            Executor.Tracer = board.Tracer;
            LineWriter line = new LineWriter(board.Output, LongestLine, board.Clock);
            ControlPanel panel = new ControlPanel(Readings, line, board.Reactor);
            Dump dump = NewDump(board);
            Executor.OnStuck = executor => dump.Write();

            NodeTask heartbeat = Add(new Heartbeat(board.Heartbeat));
            NodeTask sensor = Add(new Thermometer(board, Readings, Executor));
            NodeTask soil = Add(new SoilMoisture(board.Probe, Readings));
            NodeTask reporter = Add(new Reporter(board.Fan, Readings, line));
            Add(new TemperatureAlarm(board, Readings, line));
            Add(new ButtonWatch(board.Button, panel));

            Add(new StatusReport(board.Reactor, dump));

            Watchdog = new Watchdog(board.Clock, line, dump, MaxTasks);
            Watchdog.Watch(heartbeat, 2 * Duration.Second);
            Watchdog.Watch(sensor, Duration.Second);
            Watchdog.Watch(soil, 4 * Duration.Second);
            Watchdog.Watch(reporter, 2 * Duration.Second);
            Add(Watchdog);
        }

        /// <summary>Runs the tasks.</summary>
        public Executor Executor { get; }

        /// <summary>What the tasks know.</summary>
        public Readings Readings { get; } = new Readings();

        /// <summary>Knows which tasks have stopped.</summary>
        public Watchdog Watchdog { get; }

        /// <summary>How many tasks there are.</summary>
        public int TaskCount { get; private set; }

        /// <summary>A task.</summary>
        /// <param name="index">0 to one less than <see cref="TaskCount"/>.</param>
        public NodeTask TaskAt(int index)
        {
            return _tasks[index];
        }

        /// <summary>Runs until <see cref="Executor.Stop"/>.</summary>
        public void Run()
        {
            Executor.Run();
        }

        /// <summary>
        /// Makes a dump of what the tasks are doing, for whoever is not a task: a thread that finds the executor hanging has its own.
        /// </summary>
        /// <param name="board">Where it goes.</param>
        public Dump NewDump(GreenhouseBoard board)
        {
            return new Dump(Executor, new LineWriter(board.Output, LongestDumpLine));
        }

        private NodeTask Add(NodeTask task)
        {
            task.Handle = Executor.Spawn(task, task.Name);
            _tasks[TaskCount++] = task;
            return task;
        }
    }
}
