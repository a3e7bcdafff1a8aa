namespace NanoExecutor.Generator
{
    /// <summary>A place in the lowered code that is jumped to.</summary>
    internal sealed class Label
    {
        public Label(string name)
        {
            Name = name;
        }

        public string Name { get; }

        /// <summary>Whether the text has a goto for it. The others only connect operations.</summary>
        public bool IsNamed { get; set; }

        /// <summary>The operation that it stands before.</summary>
        public int Index { get; set; } = -1;
    }
}
