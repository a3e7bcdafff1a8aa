namespace Greenhouse
{
    /// <summary>The sources of the node's reactor: what can wake a task besides time.</summary>
    public static class Sources
    {
        /// <summary>An edge of the button pin; the board raises it.</summary>
        public const int Button = 0;

        /// <summary>The soil probe has finished a measurement; its driver raises it.</summary>
        public const int Probe = 1;

        /// <summary>There is something to decide about the fan; tasks raise it.</summary>
        public const int Climate = 2;

        /// <summary>How many there are.</summary>
        public const int Count = 3;
    }
}
