using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reach;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>
    /// Calls into the platform, judged by the table of known costs. What the table does not know is a finding.
    /// </summary>
    internal sealed class PlatformCheck
    {
        private readonly AssemblySet _set;
        private readonly MemberTable _members;
        private readonly SortedDictionary<string, MemberCost> _used = new(StringComparer.Ordinal);

        public PlatformCheck(AssemblySet set, MemberTable members)
        {
            _set = set;
            _members = members;
        }

        /// <summary>The members on the allowed list that reached code calls.</summary>
        public IReadOnlyDictionary<string, MemberCost> Used => _used;

        public IEnumerable<Construct> Look(Calls calls)
        {
            foreach ((Instruction site, MethodReference member) in calls.Outside)
            {
                string id = Naming.DocId(member);
                MemberCost? cost = _members.Find(id);
                if (cost is { Heap: HeapCost.None })
                {
                    _used[id] = cost;
                }
                else if (cost is { Heap: HeapCost.Garbage })
                {
                    string bytes = int.TryParse(cost.Bytes, out int n) ? BodyCheck.Bytes(n) : cost.Bytes;
                    string detail = $"{Naming.Full(member)}: {cost.Note}";
                    yield return new Construct(Rules.KnownAllocator, site, detail, bytes);
                }
                else
                {
                    yield return Unlisted(site, member, id);
                }
            }
        }

        public Construct Unlisted(Instruction site, MethodReference member, string id)
        {
            if (member.Name == "GetEnumerator")
            {
                return new Construct(Rules.Enumerator, site, Naming.Full(member), BodyCheck.Bytes(72));
            }

            return new Construct(_set.Follows(member) ? Rules.NativeMethod : Rules.UnlistedMember, site, id, "unknown");
        }
    }
}
