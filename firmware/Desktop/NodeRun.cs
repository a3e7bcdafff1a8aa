using System;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
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
        public NodeRun(GreenhouseBoard board)
        {
            _board = board;
            Node = new GreenhouseNode(board);
            Node.Executor.OnIdle = NoteIdle;
            Node.Executor.OnFault = Complain;
        }

        /// <summary>The node.</summary>
        public GreenhouseNode Node { get; }

        /// <summary>
        /// Bytes allocated on the executor's thread since the start, as of its latest park. Any thread.
        /// </summary>
        public long Allocated => Volatile.Read(ref _allocated);

        /// <summary>Runs until something stops the node; Ctrl-C and a request to terminate do.</summary>
        public void Run()
        {
            using (PosixSignalRegistration.Create(PosixSignal.SIGINT, StopFor))
            using (PosixSignalRegistration.Create(PosixSignal.SIGTERM, StopFor))
            {
                _startedAt = _board.Clock.Now;
                _allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
                Node.Run();
                NoteAllocated();
                _endedAt = _board.Clock.Now;
            }
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

        /// <summary>Writes the totals, after the run.</summary>
        /// <param name="writer">Where they go.</param>
        public void WriteTotals(TextWriter writer)
        {
            Executor executor = Node.Executor;
            writer.WriteLine();
            WriteTotal(writer, "time", "{0:N3} s", (_endedAt - _startedAt) / (double)Duration.Second);
            WriteTotal(writer, "polls", "{0:N0}", executor.Polls);
            WriteTotal(writer, "wakes", "{0:N0}", executor.Wakes);
            WriteTotal(writer, "spurious polls", "{0:N0}", executor.SpuriousPolls);
            WriteTotal(writer, "asleep", "{0:N2} %", AsleepAt(_endedAt));
            WriteTotal(writer, "allocated", "{0:N0} bytes on the executor's thread after start-up", Allocated);
        }

        private static void WriteTotal(TextWriter writer, string name, string format, object value)
        {
            writer.WriteLine(
                name.PadRight(16) + string.Format(CultureInfo.InvariantCulture, format, value));
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
                    byte[] line = Line.Word("task " + Node.TaskAt(i).Name + " threw: " + exception.Message + "\n");
                    _board.Print(line, line.Length);
                }
            }
        }

        private void StopFor(PosixSignalContext context)
        {
            context.Cancel = true;
            Node.Executor.Stop();
        }
    }
}
