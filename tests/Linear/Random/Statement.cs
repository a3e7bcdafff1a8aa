using System.Text;

namespace NanoExecutor.LinearProof
{
    /// <summary>A statement of a random program, in a form that can be taken apart: lines of text and the blocks below them.</summary>
    internal sealed class Statement
    {
        /// <summary>The whole of a statement without blocks, or what follows the last block.</summary>
        public string Line { get; init; } = string.Empty;

        /// <summary>if, else, catch, case and so on.</summary>
        public List<Part> Parts { get; init; } = [];

        /// <summary>What stands before the parts of a switch.</summary>
        public string Head { get; init; } = string.Empty;

        public int Count => 1 + Parts.Sum(part => part.Body.Sum(statement => statement.Count));

        public Statement Clone()
        {
            return new Statement { Line = Line, Head = Head, Parts = [.. Parts.Select(part => part.Clone())] };
        }

        public void Write(StringBuilder text, string indent)
        {
            if (Head.Length > 0)
            {
                text.Append(indent).Append(Head).Append(" {\n");
            }

            foreach (Part part in Parts)
            {
                part.Write(text, Head.Length > 0 ? indent + "    " : indent);
            }

            if (Head.Length > 0)
            {
                text.Append(indent).Append("}\n");
            }

            if (Line.Length > 0)
            {
                text.Append(indent).Append(Line).Append('\n');
            }
        }

        /// <summary>A line and the statements below it.</summary>
        internal sealed class Part
        {
            public required string Head { get; init; }

            public List<Statement> Body { get; init; } = [];

            /// <summary>What ends it: the jump of a case.</summary>
            public string Tail { get; init; } = string.Empty;

            /// <summary>Whether the rest still makes sense without it.</summary>
            public bool IsOptional { get; init; }

            /// <summary>Whether it has no braces of its own.</summary>
            public bool IsOpen { get; init; }

            public Part Clone()
            {
                return new Part
                {
                    Head = Head,
                    Tail = Tail,
                    IsOptional = IsOptional,
                    IsOpen = IsOpen,
                    Body = [.. Body.Select(statement => statement.Clone())],
                };
            }

            public void Write(StringBuilder text, string indent)
            {
                text.Append(indent).Append(Head).Append(IsOpen ? "\n" : " {\n");
                foreach (Statement statement in Body)
                {
                    statement.Write(text, indent + "    ");
                }

                if (Tail.Length > 0)
                {
                    text.Append(indent).Append("    ").Append(Tail).Append('\n');
                }

                if (!IsOpen)
                {
                    text.Append(indent).Append("}\n");
                }
            }
        }
    }

    /// <summary>What is allowed at a place in a random program.</summary>
    internal sealed record Place
    {
        public int Depth { get; init; }

        public bool HasResult { get; init; }

        /// <summary>Whether there are other routines to await.</summary>
        public bool IsMain { get; init; }

        public bool CanBreak { get; init; }

        public bool CanContinue { get; init; }

        public bool CanRethrow { get; init; }

        public bool InFinally { get; init; }

        public Place Deeper()
        {
            return this with { Depth = Depth + 1 };
        }

        public Place InLoop()
        {
            return this with { CanBreak = true, CanContinue = true };
        }

        public Place Finally()
        {
            return this with { InFinally = true, CanBreak = false, CanContinue = false, CanRethrow = false };
        }
    }
}
