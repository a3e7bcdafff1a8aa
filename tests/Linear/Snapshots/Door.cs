using NanoExecutor;

namespace Demo
{
    public sealed partial class Door : Routine
    {
        private readonly OutputPin _motor;
        private readonly Delay _delay = new Delay();
        private readonly SourceWait _closed;

        [Linear]
        private int Close(int tries)
        {
            for (int i = 0; i < tries; i++)
            {
                try
                {
                    _motor.Write(true);
                    Await(_delay.For(200 * Duration.Millisecond));
                    Await(_closed);
                }
                finally
                {
                    _motor.Write(false);
                }

                if (!_closed.IsClosed)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
