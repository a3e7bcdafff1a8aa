namespace Greenhouse
{
    /// <summary>The sources of the node's reactor: the interrupts of the board.</summary>
    public static class Sources
    {
        /// <summary>An edge of the button pin.</summary>
        public const int Button = 0;

        /// <summary>Somebody asks what the node is doing.</summary>
        public const int Status = 1;

        /// <summary>How many there are.</summary>
        public const int Count = 2;
    }
}
