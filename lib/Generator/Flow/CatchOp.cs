using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>A catch clause whose block awaits: it keeps the exception and goes to the block, which stands behind the try.</summary>
    internal sealed class CatchOp : Op
    {
        private readonly Variable? _named;
        private readonly Variable? _caught;
        private readonly Label _block;

        public CatchOp(CatchClauseSyntax clause, string name, Variable? named, Variable? caught, Label block)
        {
            Clause = clause;
            Name = name;
            _named = named;
            _caught = caught;
            _block = block;
            Jumps.Add(block);
            FallsThrough = false;
        }

        public CatchClauseSyntax Clause { get; }

        /// <summary>What the exception is called in the clause and its filter.</summary>
        public string Name { get; }

        public override void Write(PollWriter writer)
        {
            string type = Clause.Declaration == null ? "global::System.Exception" : SourceLines.Flat(Clause.Declaration.Type);
            string head = "catch (" + type + " " + Name + ")";
            if (Clause.Filter == null)
            {
                writer.Line(head + writer.Filter(Clause));
            }
            else
            {
                // What the condition calls comes from the user's line.
                writer.User(Clause.Filter.FilterExpression, head, writer.Filter(Clause), string.Empty);
            }

            writer.Open();
            Keep(writer, _named);
            Keep(writer, _caught);
            writer.Line("goto " + _block.Name + ";");
            writer.Close();
            writer.Blank();
        }

        private void Keep(PollWriter writer, Variable? variable)
        {
            if (variable != null)
            {
                writer.Line(variable.Storage + " = " + Name + ";");
            }
        }
    }
}
