using System.Globalization;
using System.Text;

namespace NanoExecutor.Interleavings
{
    /// <summary>Where a decision is in a schedule.</summary>
    /// <param name="Count">Accesses and turns so far, of all actors.</param>
    /// <param name="Flush">For a store that is on its way: which decision at that access. 0 for a choice between
    /// actors.</param>
    internal readonly record struct Place(int Count, int Flush)
    {
        internal static bool TryParse(ReadOnlySpan<char> text, out Place place)
        {
            int dot = text.IndexOf('.');
            int flush = 0;
            bool good = int.TryParse(dot < 0 ? text : text[..dot], CultureInfo.InvariantCulture, out int count)
                && (dot < 0 || int.TryParse(text[(dot + 1)..], CultureInfo.InvariantCulture, out flush));
            place = new Place(count, flush);
            return good;
        }

        public override string ToString()
        {
            return Flush == 0 ? Count.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{Count}.{Flush}");
        }
    }

    /// <summary>What there is to decide.</summary>
    internal enum DecisionKind
    {
        /// <summary>
        /// Whether another actor interrupts the one that runs. Costs a preemption, unless it goes on.
        /// </summary>
        Preempt,

        /// <summary>Who runs next: the one that ran waits or has ended.</summary>
        Next,

        /// <summary>Whether a store of another actor reaches memory before the access that is due.</summary>
        Flush,

        /// <summary>One of the ways to go on that the scenario offers. Free.</summary>
        Choice,
    }

    /// <summary>A place in a schedule with more than one way on.</summary>
    /// <param name="Execution">What is being run.</param>
    /// <param name="Kind">What there is to decide.</param>
    /// <param name="Options">How many ways; the first is the usual one.</param>
    /// <param name="Budget">Preemptions left.</param>
    /// <param name="Place">Where it is in the schedule.</param>
    internal readonly record struct Decision(
        Execution Execution, DecisionKind Kind, int Options, int Budget, Place Place)
    {
        /// <summary>All that what follows depends on, as one number. Takes a while.</summary>
        internal ulong State => Execution.StateOf(Kind);
    }

    /// <summary>Chooses the way of each schedule.</summary>
    internal abstract class Strategy
    {
        /// <summary>The answer to a decision whose state was seen before: nothing new can follow.</summary>
        internal const int NothingNew = -1;

        /// <summary>Gets ready for the next schedule; false when there is none left.</summary>
        internal abstract bool Begin();

        /// <summary>Chooses one of the options, or says <see cref="NothingNew"/>.</summary>
        /// <param name="decision">What there is to decide.</param>
        /// <param name="actors">For a choice between actors: who they are.</param>
        internal abstract int Choose(in Decision decision, ReadOnlySpan<Actor> actors);

        /// <summary>
        /// Whether it may interrupt an actor in this schedule. One that it does not needs no thread of its own, if it
        /// never waits: it runs on the stack of another.
        /// </summary>
        internal virtual bool Interrupts(Actor actor)
        {
            return true;
        }

        /// <summary>Starts from the beginning: the scheduling points have changed.</summary>
        internal abstract void Restart();
    }

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

    /// <summary>
    /// A schedule, told by the decisions that did not go the usual way. The usual way is: whoever runs goes on, then
    /// the one that was interrupted last, then the first that is ready; and stores reach memory as soon as somebody
    /// looks.
    /// </summary>
    internal sealed class Deviations
    {
        /// <summary>The choice of a store that is not seen yet.</summary>
        internal const string StaysBuffered = "buffered";

        private const char Way = '=';

        private readonly List<(Place Place, string Choice)> _all = [];

        internal IReadOnlyList<(Place Place, string Choice)> All => _all;

        internal static Deviations Parse(string text)
        {
            Deviations deviations = new();
            foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                int colon = word.IndexOf(':');
                if (colon < 0 || !Place.TryParse(word.AsSpan(0, colon), out Place place))
                {
                    throw new FormatException($"'{word}' is not a part of a schedule; those look like 17:alarm.");
                }

                deviations.Add(place, word[(colon + 1)..]);
            }

            return deviations;
        }

        /// <summary>How a way that the scenario offered is written.</summary>
        internal static string NameOf(string what, int way)
        {
            return what + Way + way.ToString(CultureInfo.InvariantCulture);
        }

        /// <summary>The way that is written so; the usual one if it is not offered.</summary>
        internal static int WayOf(string name, int ways)
        {
            string way = name[(name.LastIndexOf(Way) + 1)..];
            return int.TryParse(way, CultureInfo.InvariantCulture, out int found) && found < ways ? found : 0;
        }

        internal void Add(Place place, string choice)
        {
            _all.Add((place, choice));
        }

        internal Deviations Without(int index)
        {
            Deviations fewer = new();
            fewer._all.AddRange(_all.Where((_, at) => at != index));
            return fewer;
        }

        internal void Clear()
        {
            _all.Clear();
        }

        public override string ToString()
        {
            StringBuilder text = new();
            foreach ((Place place, string choice) in _all)
            {
                text.Append(text.Length == 0 ? "" : " ").Append(place).Append(':').Append(choice);
            }

            return text.ToString();
        }
    }

    /// <summary>
    /// Schedules with any number of preemptions, drawn by lot: each actor gets a priority, the ready one with the
    /// highest runs, and at a few places of each schedule the one that runs falls behind all others.
    /// </summary>
    internal sealed class RandomPriorities : Strategy
    {
        private const int MaxFalls = 8;

        private readonly int[] _priorities = new int[Actor.Most];
        private readonly int[] _falls = new int[MaxFalls];
        private readonly int _first;
        private readonly int _count;
        private Random _random = new(0);
        private int _run;
        private int _lowest;
        private int _places = 64;

        internal RandomPriorities(int seed, int count)
        {
            _first = seed;
            _count = count;
        }

        internal override bool Begin()
        {
            if (_run == _count)
            {
                return false;
            }

            _random = new Random(_first + _run++);
            for (int actor = 0; actor < _priorities.Length; actor++)
            {
                _priorities[actor] = _random.Next(1, 1 << 20);
            }

            for (int fall = 0; fall < MaxFalls; fall++)
            {
                _falls[fall] = _random.Next(_places);
            }

            _lowest = 0;
            return true;
        }

        internal override int Choose(in Decision decision, ReadOnlySpan<Actor> actors)
        {
            _places = Math.Max(_places, decision.Place.Count);
            if (decision.Kind is DecisionKind.Flush or DecisionKind.Choice)
            {
                return _random.Next(decision.Options);
            }

            if (decision.Kind == DecisionKind.Preempt && Array.IndexOf(_falls, decision.Place.Count) >= 0)
            {
                _priorities[actors[0].Index] = --_lowest;
            }

            int best = 0;
            for (int option = 1; option < actors.Length; option++)
            {
                if (_priorities[actors[option].Index] > _priorities[actors[best].Index])
                {
                    best = option;
                }
            }

            return best;
        }

        internal override void Restart()
        {
            _run = 0;
        }
    }
}
