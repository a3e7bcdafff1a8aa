using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Turns the statements of a [Linear] method into a flat list of steps with labels, in which an Await can be come back to.
    /// Statements that hold no Await are copied; the loops, branches and tries around an Await become labels and jumps.
    /// </summary>
    internal sealed partial class Lowerer
    {
        private readonly List<Op> _ops = new List<Op>();
        private readonly List<Scope> _scopes = new List<Scope>();
        private readonly Dictionary<SyntaxNode, Label> _targets = new Dictionary<SyntaxNode, Label>();
        private readonly Dictionary<SyntaxNode, string> _patternNames = new Dictionary<SyntaxNode, string>();
        private Region? _region;
        private int _labels;

        public Lowerer(Body body)
        {
            Body = body;
            Names = new NameTable(body);
            Variables = new VariableTable(body, Names);
            Children = new ChildTable(body, Names);
            Done = NewLabel("done");
        }

        public Body Body { get; }

        public NameTable Names { get; }

        public VariableTable Variables { get; }

        public ChildTable Children { get; }

        /// <summary>The end of the method.</summary>
        public Label Done { get; }

        public IReadOnlyList<Op> Ops => _ops;

        /// <summary>The Awaits, by their numbers less one.</summary>
        public List<AwaitOp> Awaits { get; } = new List<AwaitOp>();

        public List<CancelOp> Cancels { get; } = new List<CancelOp>();

        /// <summary>What becomes of the jumps, returns and rethrows in copied statements.</summary>
        public Dictionary<StatementSyntax, Jump> Jumps { get; } = new Dictionary<StatementSyntax, Jump>();

        /// <summary>Rethrows in lowered catch blocks, with what they throw.</summary>
        public Dictionary<ThrowStatementSyntax, Variable> Rethrows { get; } = new Dictionary<ThrowStatementSyntax, Variable>();

        /// <summary>
        /// Catch clauses that must not run in a cancellation that began inside their try. One in a finally block has a variable
        /// that says whether its try was entered during a cancellation already.
        /// </summary>
        public Dictionary<CatchClauseSyntax, Variable?> Uncatching { get; } = new Dictionary<CatchClauseSyntax, Variable?>();

        /// <summary>Whether Poll has to know that it runs for a cancellation.</summary>
        public bool KnowsCancelling { get; private set; }

        public void Lower()
        {
            if (Body.Root is ArrowExpressionClauseSyntax arrow)
            {
                LowerArrow(arrow.Expression);
            }
            else
            {
                LowerList(((BlockSyntax)Body.Root).Statements);
            }

            foreach (CancelOp cancel in Cancels)
            {
                cancel.Number = Awaits.Count + 1 + Cancels.IndexOf(cancel);
            }

            // The end of the method reads nothing: the result is a field.
            Place(Done);
            new Liveness(_ops, Variables).Run();
        }

        /// <summary>The condition that keeps a catch clause from running in a cancellation; null if it needs none.</summary>
        public string? CatchCondition(CatchClauseSyntax clause)
        {
            return !Uncatching.TryGetValue(clause, out Variable? entered) ? null
                : entered == null ? "!" + Names.Cancelling
                : Names.Cancelling + " == " + entered.Storage;
        }

        /// <summary>What a variable is called inside the pattern that declares it, from which it is copied.</summary>
        public string PatternName(SingleVariableDesignationSyntax designation)
        {
            if (!_patternNames.TryGetValue(designation, out string? name))
            {
                name = Names.Unique(designation.Identifier.ValueText + "_found");
                _patternNames.Add(designation, name);
            }

            return name;
        }

        private void LowerArrow(ExpressionSyntax expression)
        {
            if (expression is ThrowExpressionSyntax)
            {
                Add(new UserOp(() => string.Empty, expression, () => ";")).Read(expression, this);
            }
            else if (!Body.Shape.HasResult)
            {
                LowerExpression(expression);
            }
            else if (AwaitCall.Inside(expression) is InvocationExpressionSyntax call && IsAwait(call))
            {
                Child child = Await(call, forResult: true);
                Hidden(() => Names.Result + " = " + child.Text + ".Result;");
            }
            else
            {
                Add(new UserOp(() => Names.Result + " = ", expression, () => ";")).Read(expression, this);
            }
        }

        private void LowerList(SyntaxList<StatementSyntax> statements, int from = 0)
        {
            object run = new object();
            for (int i = from; i < statements.Count; i++)
            {
                StatementSyntax statement = statements[i];
                if (!Placement.EndsRun(Body, statements, i))
                {
                    Copy(statement, run);
                }
                else if (Placement.IsUsingDeclaration(statement))
                {
                    LowerUsing(((LocalDeclarationStatementSyntax)statement).Declaration, () => LowerList(statements, i + 1));
                    return;
                }
                else
                {
                    LowerStatement(statement);
                    run = new object();
                }
            }
        }

        private void LowerStatement(StatementSyntax statement)
        {
            Body.Cancel.ThrowIfCancellationRequested();
            switch (statement)
            {
                case var _ when !Body.ContainsAwait(statement):
                    Copy(statement, new object());
                    break;
                case BlockSyntax block:
                    LowerList(block.Statements);
                    break;
                case ExpressionStatementSyntax expression:
                    LowerExpression(expression.Expression);
                    break;
                case LocalDeclarationStatementSyntax local:
                    LowerDeclaration(local.Declaration);
                    break;
                case ReturnStatementSyntax leave:
                    LowerReturn(leave);
                    break;
                case IfStatementSyntax branch:
                    LowerIf(branch);
                    break;
                case SwitchStatementSyntax choice:
                    LowerSwitch(choice);
                    break;
                case WhileStatementSyntax loop:
                    LowerWhile(loop);
                    break;
                case DoStatementSyntax loop:
                    LowerDo(loop);
                    break;
                case ForStatementSyntax loop:
                    LowerFor(loop);
                    break;
                case ForEachStatementSyntax loop:
                    LowerForEach(loop);
                    break;
                case TryStatementSyntax guarded:
                    LowerTry(guarded);
                    break;
                case UsingStatementSyntax resource:
                    LowerUsing(resource);
                    break;
                default:
                    // BodyChecker has refused all others.
                    throw new System.InvalidOperationException("No lowering for " + statement.Kind() + ".");
            }
        }

        private void Copy(StatementSyntax statement, object run)
        {
            CopyOp op = AddCopy(statement, run);
            op.FallsThrough = statement is not (ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax
                or ThrowStatementSyntax or GotoStatementSyntax);
        }

        private CopyOp AddCopy(SyntaxNode code, object run)
        {
            foreach (LabeledStatementSyntax label in Body.OwnNodes(code).OfType<LabeledStatementSyntax>())
            {
                Target(label).Index = _ops.Count;
            }

            CopyOp op = Add(new CopyOp(code, run));
            op.Read(code, this);
            TakeJumps(code, op);
            return op;
        }

        /// <summary>Where a goto of the user's goes, in the same run.</summary>
        private Label Target(LabeledStatementSyntax statement)
        {
            if (!_targets.TryGetValue(statement, out Label? label))
            {
                label = new Label(statement.Identifier.ValueText);
                _targets.Add(statement, label);
            }

            return label;
        }

        /// <summary>Whether a label of the user's stands there, which has to stay in a block of its own.</summary>
        public bool HasLabel(TextSpan span)
        {
            return Body.Root.DescendantNodes(span).Any(node => node is LabeledStatementSyntax && span.Contains(node.Span));
        }

        private Label NewLabel(string name)
        {
            return new Label(Names.UniqueLabel(name));
        }

        private Label Named(string name)
        {
            return new Label(Names.UniqueLabel(name)) { IsNamed = true };
        }

        private T Add<T>(T op)
            where T : Op
        {
            op.Region = _region;
            _ops.Add(op);
            return op;
        }

        private HiddenOp Hidden(System.Func<string> text)
        {
            return Add(new HiddenOp(text));
        }

        private int NextLabel()
        {
            return ++_labels;
        }

        private void Place(Label label)
        {
            label.Index = _ops.Count;
            Add(new LabelOp(label));
        }

        private bool IsAwait(InvocationExpressionSyntax call)
        {
            return Body.ContainsAwait(call) && Body.Awaits.Contains(call);
        }
    }
}
