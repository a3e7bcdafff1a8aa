namespace NanoExecutor.AllocationProof.Reading
{
    /// <summary>One line of a table: columns separated by tabs; lines that begin with # are comments.</summary>
    internal sealed class Row
    {
        private readonly string[] _columns;
        private readonly string _place;

        private Row(string[] columns, string place)
        {
            _columns = columns;
            _place = place;
        }

        public string this[int column] => _columns[column];

        public static IEnumerable<Row> Parse(string text, string file, int columns)
        {
            string[] lines = text.Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                string line = lines[i].TrimEnd('\r');
                if (line.Length == 0 || line[0] == '#')
                {
                    continue;
                }

                Row row = new([.. line.Split('\t').Select(c => c.Trim())], $"{file}:{i + 1}");
                int there = row._columns.Length;
                yield return there == columns
                    ? row
                    : throw row.Wrong($"{columns} columns separated by tabs are needed and {there} are there");
            }
        }

        public ProofException Wrong(string why)
        {
            return new ProofException($"{_place}: {why}.");
        }
    }
}
