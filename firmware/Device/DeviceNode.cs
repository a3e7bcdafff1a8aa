using System;
using NanoExecutor;

namespace Greenhouse.Device
{
    /// <summary>Starts the node on the CLR, with a task more: it prints the totals.</summary>
    public sealed class DeviceNode
    {
        private readonly GreenhouseNode _node;
        private readonly DeviceGreenhouse _board;

        /// <summary>Makes the node.</summary>
        /// <param name="board">The machine it runs on.</param>
        public DeviceNode(DeviceGreenhouse board)
        {
            _board = board;
            _node = new GreenhouseNode(board);
            _node.Executor.OnFault = Complain;
            Totals totals = new Totals(board, _node.Executor);
            _node.Executor.Spawn(totals, totals.Name);
        }

        /// <summary>Runs for ever.</summary>
        public void Run()
        {
            _node.Run();
        }

        [ThrowHelper]
        private void Complain(Executor executor, long handle, Exception exception)
        {
            byte[] line = LineWriter.Word("a task threw: " + exception.Message + "\n");
            _board.Print(line, line.Length);
        }
    }
}
