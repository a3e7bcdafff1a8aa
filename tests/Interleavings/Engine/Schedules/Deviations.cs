using System.Text;

namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// A schedule, told by the decisions that did not go the usual way. The usual way is: whoever runs goes on, then
    /// the one that was interrupted last, then the first that is ready; and stores reach memory as soon as somebody
    /// looks.
    /// </summary>
    internal sealed class Deviations
    {
        /// <summary>The choice of a store that is not seen yet.</summary>
        internal const string StaysBuffered = "buffered";

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
}
