using System.Runtime.InteropServices;

namespace NanoExecutor.Monitoring
{
    /// <summary>Watches an input until it ends, its time is over, or somebody stops it; then says what it has seen.</summary>
    internal static class Session
    {
        /// <summary>Runs on the calling thread.</summary>
        internal static void Run(BoardInput input, double? seconds)
        {
            BoardWatch watch = new(Console.WriteLine);
            using ManualResetEventSlim isOver = new();
            using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
            using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
            Thread reading = new(() =>
            {
                watch.Follow(input);
                isOver.Set();
            })
            {
                IsBackground = true,
                Name = "reader",
            };
            reading.Start();
            isOver.Wait(seconds is double limit ? TimeSpan.FromSeconds(limit) : Timeout.InfiniteTimeSpan);
            watch.End();
            foreach (string line in watch.Look(w => Summary.Lines(w.Reader, w.Recording).ToArray()))
            {
                Console.WriteLine(line);
            }

            void Stop(PosixSignalContext context)
            {
                context.Cancel = true;
                isOver.Set();
            }
        }
    }
}
