namespace NanoExecutor.LinearProof
{
    /// <summary>What the random programs were made of and came to: a proof over programs that do nothing would be none.</summary>
    internal sealed class Tally
    {
        private readonly SortedDictionary<string, int> _statements = new(StringComparer.Ordinal);
        private long _lines;
        private int _runs;
        private int _ready;
        private int _threw;
        private int _cancelled;
        private int _cancelThrew;
        private int _pending;

        public int Programs { get; private set; }

        public void Count(RandomProgram program)
        {
            Programs++;
            foreach (string kind in program.Bodies.SelectMany(body => body).SelectMany(Kinds))
            {
                _statements[kind] = _statements.GetValueOrDefault(kind) + 1;
            }
        }

        public void Count(Comparison comparison)
        {
            _lines += comparison.Length;
            foreach (string line in comparison.Linear)
            {
                _runs += Matches(line, "start ");
                _ready += Matches(line, "ready ");
                _threw += Matches(line, "threw ");
                _cancelled += line == "cancelled" ? 1 : 0;
                _cancelThrew += Matches(line, "cancel threw ");
                _pending += line == "poll" ? 1 : 0;
            }
        }

        public void Add(Tally other)
        {
            Programs += other.Programs;
            foreach (KeyValuePair<string, int> pair in other._statements)
            {
                _statements[pair.Key] = _statements.GetValueOrDefault(pair.Key) + pair.Value;
            }

            _lines += other._lines;
            _runs += other._runs;
            _ready += other._ready;
            _threw += other._threw;
            _cancelled += other._cancelled;
            _cancelThrew += other._cancelThrew;
            _pending += other._pending;
        }

        public string Describe(TimeSpan time)
        {
            string kinds = string.Join(", ", _statements.Select(pair => $"{pair.Value} {pair.Key}"));
            return $"""
                {Programs} random programs with {kinds}
                {_runs} runs: {_ready} ready, {_threw} threw, {_cancelled} cancelled, {_cancelThrew} threw while cancelled
                {_pending} polls, {_lines} lines of trace compared, {time.TotalSeconds:F0} s
                """;
        }

        private static int Matches(string line, string start)
        {
            return line.StartsWith(start, StringComparison.Ordinal) ? 1 : 0;
        }

        private static IEnumerable<string> Kinds(Statement statement)
        {
            IEnumerable<string> texts = statement.Parts.Select(part => part.Head).Append(statement.Head).Append(statement.Line);
            foreach (string text in texts)
            {
                string word = new([.. text.TakeWhile(char.IsLetter)]);
                if (word is "if" or "while" or "do" or "for" or "foreach" or "switch" or "try" or "catch" or "finally" or "using")
                {
                    yield return word;
                }

                if (text.Contains("Await(", StringComparison.Ordinal))
                {
                    yield return "Await";
                }
            }

            foreach (string kind in statement.Parts.SelectMany(part => part.Body).SelectMany(Kinds))
            {
                yield return kind;
            }
        }
    }
}
