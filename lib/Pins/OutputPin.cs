namespace NanoExecutor
{
    /// <summary>A digital output of a machine. A board derives from it.</summary>
    public abstract class OutputPin
    {
        /// <summary>What was written last; true is high.</summary>
        public bool Level { get; private set; }

        /// <summary>Sets the pin. Any task; allocates nothing.</summary>
        /// <param name="high">True for high.</param>
        public void Write(bool high)
        {
            Level = high;
            Drive(high);
        }

        /// <summary>Writes the other level. Any task; allocates nothing.</summary>
        public void Toggle()
        {
            Write(!Level);
        }

        /// <summary>Drives the pin. Allocates nothing.</summary>
        /// <param name="high">True for high.</param>
        protected abstract void Drive(bool high);
    }
}
