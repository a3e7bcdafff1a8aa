using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>A statement that holds no Await, copied together with its neighbours.</summary>
    internal sealed class CopyOp : Op
    {
        public CopyOp(SyntaxNode statement, object run)
        {
            Statement = statement;
            Run = run;
        }

        public SyntaxNode Statement { get; }

        /// <summary>The same for all statements of one run.</summary>
        public object Run { get; }

        public override void Write(PollWriter writer)
        {
            // The writer copies a whole run at once.
            throw new System.InvalidOperationException("A copied statement is written with its run.");
        }
    }
}
