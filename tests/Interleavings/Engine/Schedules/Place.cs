using System.Globalization;

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
}
