namespace Greenhouse
{
    /// <summary>The flags of <see cref="Readings.News"/>.</summary>
    public static class News
    {
        /// <summary>There is a new temperature.</summary>
        public const int Sample = 1;

        /// <summary>Somebody used the control panel.</summary>
        public const int Panel = 2;
    }
}
