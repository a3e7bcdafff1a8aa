using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>Follows the ways round a loop that meet no Await. What catch blocks do is not looked at.</summary>
    internal sealed class LoopWalk
    {
        private readonly StatementSyntax _loop;
        private readonly SemanticModel _model;
        private readonly Progress _progress;

        public LoopWalk(StatementSyntax loop, SemanticModel model)
        {
            _loop = loop;
            _model = model;
            _progress = new Progress(loop, model);
        }

        /// <summary>How a statement can be left without an Await.</summary>
        [Flags]
        private enum Ways
        {
            None = 0,
            On = 1,
            Continue = 2,
            Break = 4,
        }

        public bool Spins()
        {
            ExpressionSyntax? condition = ConditionOf(_loop);
            IEnumerable<ExpressionSyntax> steps = _loop is ForStatementSyntax counted ? counted.Incrementors : Enumerable.Empty<ExpressionSyntax>();
            if (Awaits(condition) || steps.Any(Awaits) || IsAlways(condition, false) || (condition != null && _progress.IsMadeBy(condition))
                || Exits().Any(_progress.IsMadeBy))
            {
                return false;
            }

            return (Walk(BodyOf(_loop)) & (Ways.On | Ways.Continue)) != 0;
        }

        // The conditions under which the loop is left.
        private IEnumerable<ExpressionSyntax> Exits()
        {
            foreach (SyntaxNode exit in Body.OwnNodes(BodyOf(_loop)).Where(IsExit))
            {
                foreach (SyntaxNode outer in exit.Ancestors().TakeWhile(node => node != _loop))
                {
                    if (outer is IfStatementSyntax branch)
                    {
                        yield return branch.Condition;
                    }
                    else if (outer is SwitchStatementSyntax choice)
                    {
                        yield return choice.Expression;
                    }
                }
            }
        }

        private bool IsExit(SyntaxNode node)
        {
            return node is ReturnStatementSyntax or ThrowStatementSyntax or GotoStatementSyntax
                || (node is BreakStatementSyntax && node.Ancestors().First(outer => outer is SwitchStatementSyntax || IsLoop(outer)) == _loop);
        }

        private Ways Walk(StatementSyntax statement)
        {
            switch (statement)
            {
                case BlockSyntax block:
                    return WalkAll(block.Statements);
                case IfStatementSyntax branch:
                    return WalkIf(branch);
                case SwitchStatementSyntax choice:
                    return WalkSwitch(choice);
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax:
                    return WalkLoop(statement);
                case TryStatementSyntax guarded:
                    Ways ways = Walk(guarded.Block);
                    return guarded.Finally == null || (Walk(guarded.Finally.Block) & Ways.On) != 0 ? ways : Ways.None;
                case LabeledStatementSyntax labeled:
                    return Walk(labeled.Statement);
                case UsingStatementSyntax resource:
                    return Walk(resource.Statement);
                case LockStatementSyntax locked:
                    return Walk(locked.Statement);
                case CheckedStatementSyntax plain:
                    return Walk(plain.Block);
                case FixedStatementSyntax pinned:
                    return Walk(pinned.Statement);
                case UnsafeStatementSyntax plain:
                    return Walk(plain.Block);
                case BreakStatementSyntax:
                    return Ways.Break;
                case ContinueStatementSyntax:
                    return Ways.Continue;
                case ReturnStatementSyntax or ThrowStatementSyntax or GotoStatementSyntax:
                    return Ways.None;
                default:
                    return Awaits(statement) ? Ways.None : Ways.On;
            }
        }

        private Ways WalkAll(SyntaxList<StatementSyntax> statements)
        {
            Ways ways = Ways.None;
            foreach (StatementSyntax statement in statements)
            {
                Ways one = Walk(statement);
                ways |= one & ~Ways.On;
                if ((one & Ways.On) == 0)
                {
                    return ways;
                }
            }

            return ways | Ways.On;
        }

        private Ways WalkIf(IfStatementSyntax branch)
        {
            if (Awaits(branch.Condition))
            {
                return Ways.None;
            }

            // A way that a taken item or a count has opened is closed one day.
            Ways ways = Ways.None;
            if (!IsAlways(branch.Condition, false) && !_progress.IsMadeBy(branch.Condition, when: true))
            {
                ways |= Walk(branch.Statement);
            }

            if (!IsAlways(branch.Condition, true) && !_progress.IsMadeBy(branch.Condition, when: false))
            {
                ways |= branch.Else == null ? Ways.On : Walk(branch.Else.Statement);
            }

            return ways;
        }

        private Ways WalkSwitch(SwitchStatementSyntax choice)
        {
            if (Awaits(choice.Expression) || _progress.IsMadeBy(choice.Expression))
            {
                return Ways.None;
            }

            // One without default is taken to name all cases.
            Ways ways = choice.Sections.Select(section => WalkAll(section.Statements)).Aggregate(Ways.None, (all, one) => all | one);
            return (ways & ~Ways.Break) | ((ways & Ways.Break) != 0 ? Ways.On : Ways.None);
        }

        // while may turn not at all; the others are taken to turn once.
        private Ways WalkLoop(StatementSyntax loop)
        {
            ExpressionSyntax? condition = ConditionOf(loop);
            if (Awaits(condition))
            {
                return Ways.None;
            }

            bool isForEver = loop is not CommonForEachStatementSyntax && (condition == null || IsAlways(condition, true));
            Ways ways = Walk(BodyOf(loop));
            bool isPassed = loop is WhileStatementSyntax && !isForEver;
            bool isLeft = isForEver ? (ways & Ways.Break) != 0 : ways != Ways.None;
            return isPassed || isLeft ? Ways.On : Ways.None;
        }

        private bool Awaits(SyntaxNode? node)
        {
            return node != null && Body.OwnNodes(node).OfType<InvocationExpressionSyntax>().Any(call => AwaitCall.Is(call, _model));
        }

        private bool IsAlways(ExpressionSyntax? condition, bool value)
        {
            return condition != null && _model.GetConstantValue(condition) is { HasValue: true, Value: bool found } && found == value;
        }

        private static bool IsLoop(SyntaxNode node)
        {
            return node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
        }

        private static ExpressionSyntax? ConditionOf(StatementSyntax loop)
        {
            return loop switch
            {
                WhileStatementSyntax one => one.Condition,
                DoStatementSyntax one => one.Condition,
                ForStatementSyntax one => one.Condition,
                CommonForEachStatementSyntax one => one.Expression,
                _ => null,
            };
        }

        private static StatementSyntax BodyOf(StatementSyntax loop)
        {
            return loop switch
            {
                WhileStatementSyntax one => one.Statement,
                DoStatementSyntax one => one.Statement,
                ForStatementSyntax one => one.Statement,
                _ => ((CommonForEachStatementSyntax)loop).Statement,
            };
        }
    }
}
