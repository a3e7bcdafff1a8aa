using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Costs
{
    /// <summary>
    /// The known costs of platform members: Members.tsv, and any files that a firmware author adds. A later file
    /// overrules an earlier one; an exact id overrules a prefix ending in '*'.
    /// </summary>
    internal sealed class MemberTable
    {
        private readonly Dictionary<string, MemberCost> _exact = new(StringComparer.Ordinal);
        private readonly List<(string Prefix, MemberCost Cost)> _prefixes = [];

        public static MemberTable WithFiles(IEnumerable<string> files)
        {
            MemberTable table = new();
            table.Read(Resource.Text("Members"), "Members.tsv");
            foreach (string file in files)
            {
                table.Read(File.ReadAllText(file), file);
            }

            return table;
        }

        public MemberCost? Find(string docId)
        {
            if (_exact.TryGetValue(docId, out MemberCost? cost))
            {
                return cost;
            }

            return _prefixes.FindLast(p => docId.StartsWith(p.Prefix, StringComparison.Ordinal)).Cost;
        }

        private void Read(string text, string file)
        {
            foreach (Row row in Row.Parse(text, file, columns: 5))
            {
                HeapCost heap = row[0] switch
                {
                    "free" or "recycled" => HeapCost.None,
                    "heap" => HeapCost.Garbage,
                    "unknown" => HeapCost.Unknown,
                    _ => throw row.Wrong("the first column is free, recycled, heap or unknown"),
                };
                bool blocks = row[3] switch
                {
                    "no" => false,
                    "yes" => true,
                    _ => throw row.Wrong("the fourth column says whether it blocks: yes or no"),
                };
                MemberCost cost = new(heap, row[2], blocks, row[4]);
                if (row[1].EndsWith('*'))
                {
                    _prefixes.Add((row[1][..^1], cost));
                }
                else
                {
                    _exact[row[1]] = cost;
                }
            }
        }
    }

    /// <summary>What calling one platform member costs.</summary>
    /// <param name="Heap">What it leaves there.</param>
    /// <param name="Bytes">As the table says: a number, or a number of recycled bytes.</param>
    /// <param name="Blocks">Whether it can wait, or gives its slice of time away.</param>
    /// <param name="Note">What was measured, and where it matters.</param>
    internal sealed record MemberCost(HeapCost Heap, string Bytes, bool Blocks, string Note);

    /// <summary>What a platform member leaves on the heap.</summary>
    internal enum HeapCost
    {
        /// <summary>Nothing that would have to be collected.</summary>
        None,

        /// <summary>Garbage.</summary>
        Garbage,

        /// <summary>Nobody has measured it.</summary>
        Unknown,
    }
}
