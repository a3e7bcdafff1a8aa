namespace NanoExecutor.LinearProof
{
    /// <summary>Awaits any future within two finally blocks and a catch block.</summary>
    internal sealed partial class Guarding(Future future) : Routine
    {
        public string Log { get; private set; } = "";

        /// <summary>What the inner finally block throws; null for nothing.</summary>
        public Exception? Thrown { get; set; }

        [Linear]
        private void Body()
        {
            try
            {
                try
                {
                    Await(future);
                }
                finally
                {
                    Leave('i');
                }
            }
            catch (FaultA)
            {
                Leave('c');
            }
            finally
            {
                Leave('o');
            }
        }

        private void Leave(char block)
        {
            Log += block;
            if (block == 'i' && Thrown != null)
            {
                throw Thrown;
            }
        }
    }
}
