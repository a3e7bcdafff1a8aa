namespace NanoExecutor.Interleavings
{
    /// <summary>One schedule, as it was written down.</summary>
    internal sealed class Replay : Strategy
    {
        private readonly Dictionary<Place, string> _choices = [];
        private bool _begun;

        internal Replay(Deviations deviations)
        {
            foreach ((Place place, string choice) in deviations.All)
            {
                if (!_choices.TryAdd(place, choice))
                {
                    throw new FormatException($"The schedule decides twice at {place}: {deviations}");
                }
            }
        }

        internal override bool Begin()
        {
            bool first = !_begun;
            _begun = true;
            return first;
        }

        internal override int Choose(in Decision decision, ReadOnlySpan<Actor> actors)
        {
            if (!_choices.TryGetValue(decision.Place, out string? choice))
            {
                return 0;
            }

            if (choice == Deviations.StaysBuffered)
            {
                return decision.Kind == DecisionKind.Flush ? decision.Options - 1 : 0;
            }

            if (decision.Kind == DecisionKind.Choice)
            {
                return Deviations.WayOf(choice, decision.Options);
            }

            for (int option = 0; option < actors.Length; option++)
            {
                if (actors[option].Name == choice)
                {
                    return option;
                }
            }

            return 0;
        }

        internal override void Restart()
        {
            _begun = false;
        }
    }
}
