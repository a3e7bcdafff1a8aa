namespace NanoExecutor.Boards.Desktop
{
    /// <summary>A process of .NET on a desktop or server: each executor has a thread of its own to run on.</summary>
    public sealed class DesktopMachine : Machine
    {
        /// <summary>Makes a machine whose clock starts now.</summary>
        public DesktopMachine()
            : base(new DesktopClock())
        {
        }

        /// <inheritdoc/>
        protected override Parker NewParker()
        {
            return new DesktopParker(Clock);
        }
    }
}
