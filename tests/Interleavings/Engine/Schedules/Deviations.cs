using System.Globalization;
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
}
