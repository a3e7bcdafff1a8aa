using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoExecutor.AllocationProof.Reading
{
    /// <summary>Where in the source something stands, as far as the symbols tell.</summary>
    internal sealed record Place(string File, int Line)
    {
        public static readonly Place Unknown = new("", 0);

        public static Place Of(MethodDefinition method, Instruction? instruction)
        {
            if (!method.HasBody || !method.DebugInformation.HasSequencePoints)
            {
                return Unknown;
            }

            SequencePoint? best = null;
            foreach (SequencePoint point in method.DebugInformation.SequencePoints)
            {
                if (!point.IsHidden && (best == null || (instruction != null && point.Offset <= instruction.Offset)))
                {
                    best = point;
                }
            }

            return best == null ? Unknown : new Place(best.Document.Url, best.StartLine);
        }

        /// <summary>file:line, the file as seen from the current directory; empty when no symbols were read.</summary>
        public override string ToString()
        {
            if (Line == 0)
            {
                return "";
            }

            bool isFull = Path.IsPathFullyQualified(File);
            string seen = isFull ? Path.GetRelativePath(Environment.CurrentDirectory, File) : File;
            return $"{(seen.StartsWith("..", StringComparison.Ordinal) ? File : seen)}:{Line}";
        }
    }
}
