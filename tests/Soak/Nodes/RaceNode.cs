namespace NanoExecutor.Soak.Nodes
{
    /// <summary>
    /// Ready when one child was ready once, and that is the winner; the others are cancelled, or wait on.
    /// </summary>
    internal sealed class RaceNode : Composite
    {
        private readonly Race _race;
        private readonly Losers _losers;

        public RaceNode(Losers losers, Node[] children)
            : base(children)
        {
            _losers = losers;
            _race = new Race(losers, children);
            Inner = _race;
        }

        /// <summary>Gives up those that a race has kept, between two races.</summary>
        public void CancelLosers()
        {
            _race.Cancel();
            CheckNoneWaits();
        }

        /// <summary>Gives up one of those that a race has kept, between two races; it is armed anew for the next.</summary>
        public void CancelOne(Chance chance)
        {
            int child = chance.Below(Children.Length);
            _race.Cancel(child);
            Unless(!Children[child].IsWaiting, "the child that it was to cancel waits on");
        }

        protected override void OnReady(bool first)
        {
            for (int i = 0; i < Children.Length; i++)
            {
                long readies = ReadiesOf(i);
                int winner = _race.Winner;
                Unless(readies == (i == winner ? 1 : 0), $"{winner} won and {i} was ready {readies} times");
            }

            if (_losers == Losers.Cancel)
            {
                CheckNoneWaits();
            }
        }
    }
}
