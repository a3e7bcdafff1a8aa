using System;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>Code that stands in a line of the user's: an expression of theirs with something of ours around it.</summary>
    internal sealed class UserOp : Op
    {
        private readonly Func<string> _before;
        private readonly SyntaxNode _expression;
        private readonly Func<string> _after;

        public UserOp(Func<string> before, SyntaxNode expression, Func<string> after)
        {
            _before = before;
            _expression = expression;
            _after = after;
        }

        public override void Write(PollWriter writer)
        {
            writer.User(_expression, _before(), writer.Text(_expression), _after());
        }
    }
}
