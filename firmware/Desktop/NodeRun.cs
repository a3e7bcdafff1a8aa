using System;
using System.Globalization;
using System.Threading;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>One run of the node on the calling thread, from its start to its totals.</summary>
    public sealed class NodeRun
    {
        private readonly GreenhouseBoard _board;
        private long _startedAt;
        private long _endedAt;
        private long _allocatedBefore;
        private long _allocated;
        private long _idleSince;

        /// <summary>Makes the node on a board.</summary>
        /// <param name="board">The board.</param>
        /// <param name="duration">When to stop, µs after the start; <see cref="long.MaxValue"/> for never.</param>
        public NodeRun(GreenhouseBoard board, long duration)
        {
            _board = board;
            Node = new GreenhouseNode(board);
            Node.Executor.OnIdle = NoteIdle;
            Node.Executor.OnFault = Complain;
            if (duration != long.MaxValue)
            {
                Node.Executor.Spawn(new RunLimit(Node.Executor, duration), "limit");
            }
        }

        /// <summary>The node.</summary>
        public GreenhouseNode Node { get; }

        /// <summary>
        /// Bytes allocated on the executor's thread since the start, as of its latest park. Any thread.
        /// </summary>
        public long Allocated => Volatile.Read(ref _allocated);

        /// <summary>Runs until its time is over or something stops the node.</summary>
        public void Run()
        {
            _startedAt = _board.Clock.Now;
            _allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            Node.Run();
            NoteAllocated();
            _board.Tracer?.Drain();
            _endedAt = _board.Clock.Now;
        }

        /// <summary>The share of its time that the executor was parked so far, percent. Any thread.</summary>
        /// <param name="now">µs on the clock of the board.</param>
        public double AsleepAt(long now)
        {
            long time = now - _startedAt;
            long asleep = Node.Executor.TimeAsleep;
            if (Node.Executor.State == ExecutorState.Idle)
            {
                // The park under way, which the executor counts when it ends.
                asleep += now - Volatile.Read(ref _idleSince);
            }

            return time <= 0 ? 0 : Math.Min(100.0, 100.0 * asleep / time);
        }

        /// <summary>The totals, in lines, after the run.</summary>
        public string Totals()
        {
            Executor executor = Node.Executor;
            return "\n"
                + Total("time", "{0:N3} s", (_endedAt - _startedAt) / (double)Duration.Second)
                + Total("polls", "{0:N0}", executor.Polls)
                + Total("wakes", "{0:N0}", executor.Wakes)
                + Total("spurious polls", "{0:N0}", executor.SpuriousPolls)
                + Total("asleep", "{0:N2} %", AsleepAt(_endedAt))
                + Total("allocated", "{0:N0} bytes on the executor's thread after start-up", Allocated);
        }

        private static string Total(string name, string format, object value)
        {
            return name.PadRight(16) + string.Format(CultureInfo.InvariantCulture, format, value) + "\n";
        }

        private void NoteIdle(Executor executor)
        {
            NoteAllocated();
            Volatile.Write(ref _idleSince, _board.Clock.Now);
        }

        private void NoteAllocated()
        {
            Volatile.Write(ref _allocated, GC.GetAllocatedBytesForCurrentThread() - _allocatedBefore);
        }

        private void Complain(Executor executor, long handle, Exception exception)
        {
            for (int i = 0; i < Node.TaskCount; i++)
            {
                if (Node.TaskAt(i).Handle == handle)
                {
                    byte[] line = LineWriter.Word("task " + Node.TaskAt(i).Name + " threw: " + exception.Message + "\n");
                    _board.Print(line, line.Length);
                }
            }
        }
    }
}
