namespace NanoExecutor.Benchmarks
{
    /// <summary>The mean of some readings again and again, one more awaited after each that is high: as straight lines.</summary>
    internal sealed partial class LinearMean : Routine
    {
        internal const int Readings = 8;
        internal const int High = 50;

        private readonly Reading _reading = new Reading();

        internal int Mean { get; private set; }

        [Linear]
        private void Body()
        {
            while (true)
            {
                int sum = 0;
                for (int i = 0; i < Readings; i++)
                {
                    sum += _reading.Result;
                    Await(_reading);
                }

                Mean = sum / Readings;
                if (Mean > High)
                {
                    Await(_reading);
                }
            }
        }
    }
}
