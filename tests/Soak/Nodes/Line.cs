namespace NanoExecutor.Soak.Nodes
{
    /// <summary>The order in which those that wait for one thing came, and have to be served.</summary>
    internal sealed class Line
    {
        private readonly List<Node> _waiting = [];

        public int Count => _waiting.Count;

        public Node? First => _waiting.Count == 0 ? null : _waiting[0];

        /// <summary>Whether somebody waits who, if it were served, would hear of it.</summary>
        public bool FirstSleeps => First is { IsAttended: true };

        public void Join(Node who)
        {
            _waiting.Add(who);
        }

        public void Leave(Node who)
        {
            BrokenException.Unless(_waiting.Remove(who), who, "it left a line it did not stand in");
        }

        /// <summary>It has what it waited for: it was the first, or there was no line.</summary>
        public void Served(Node who, bool stoodInLine)
        {
            if (stoodInLine)
            {
                BrokenException.Unless(First == who, who, $"served before {First}, which came earlier");
                _waiting.RemoveAt(0);
            }
            else
            {
                BrokenException.Unless(First == null, who, $"served at once although {First} waits");
            }
        }
    }
}
