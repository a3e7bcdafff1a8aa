using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NanoExecutor.Generator
{
    /// <summary>Goes through the code of a member that must not allocate. Errors may, in [ThrowHelper] methods of their own.</summary>
    internal sealed partial class AllocationWalker : OperationWalker
    {
        private readonly Action<Diagnostic> _report;
        private readonly bool _isLinear;

        /// <param name="report">Takes what is found.</param>
        /// <param name="isLinear">Whether the generator looks at the method too: it refuses structs itself.</param>
        public AllocationWalker(Action<Diagnostic> report, bool isLinear)
        {
            _report = report;
            _isLinear = isLinear;
        }

        /// <summary>What a call of the method costs before its first statement.</summary>
        public void Signature(IMethodSymbol method)
        {
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                if (!_isLinear && parameter.RefKind == RefKind.None && parameter.Type.IsHeapStruct())
                {
                    Add(
                        AllocationRules.StructCopy,
                        parameter.DeclaringSyntaxReferences[0].GetSyntax(),
                        "Parameter '" + parameter.Name + "'",
                        Name(parameter.Type),
                        Bytes.Text(2 * Bytes.OfObject(parameter.Type)));
                }
            }
        }

        public override void DefaultVisit(IOperation operation)
        {
            if (operation.Type?.SpecialType == SpecialType.System_String && operation.ConstantValue.HasValue
                && operation.Kind != OperationKind.VariableInitializer)
            {
                if (operation.ConstantValue.Value != null)
                {
                    Add(AllocationRules.StringLiteral, operation.Syntax);
                }

                return;
            }

            base.DefaultVisit(operation);
        }

        public override void VisitLiteral(ILiteralOperation operation)
        {
            DefaultVisit(operation);
        }

        public override void VisitConversion(IConversionOperation operation)
        {
            ITypeSymbol? from = operation.Operand.Type;
            if (from != null && from.IsValueType && operation.Type != null && operation.Type.IsReferenceType
                && operation.OperatorMethod == null)
            {
                Add(AllocationRules.Boxing, operation.Operand.Syntax, operation.Operand.Syntax.ToString(), Bytes.Text(Bytes.OfBox(from)));
            }

            if (from != null && from.IsReferenceType && operation.Type.IsHeapStruct() && operation.OperatorMethod == null)
            {
                Copy("Taking '" + operation.Syntax + "' out of its box", operation.Type!, operation, 3);
            }

            base.VisitConversion(operation);
        }

        public override void VisitForEachLoop(IForEachLoopOperation operation)
        {
            IOperation collection = operation.Collection;
            while (collection is IConversionOperation { IsImplicit: true } conversion)
            {
                collection = conversion.Operand;
            }

            if (collection.Type is not null and not IArrayTypeSymbol && collection.Type.SpecialType != SpecialType.System_String)
            {
                Add(AllocationRules.ForEach, collection.Syntax, Name(collection.Type));
            }

            base.VisitForEachLoop(operation);
        }

        public override void VisitSwitch(ISwitchOperation operation)
        {
            CheckSwitch(operation.Value, operation.Cases.Sum(section => section.Clauses.Length));
            base.VisitSwitch(operation);
        }

        public override void VisitSwitchExpression(ISwitchExpressionOperation operation)
        {
            CheckSwitch(operation.Value, operation.Arms.Length);
            base.VisitSwitchExpression(operation);
        }

        public override void VisitSingleValueCaseClause(ISingleValueCaseClauseOperation operation)
        {
            // The literal of a case is part of the switch.
            if (operation.Value.Type?.SpecialType != SpecialType.System_String)
            {
                base.VisitSingleValueCaseClause(operation);
            }
        }

        public override void VisitTypeOf(ITypeOfOperation operation)
        {
            Add(AllocationRules.TypeObject, operation.Syntax, operation.Syntax.ToString());
        }

        public override void VisitNameOf(INameOfOperation operation)
        {
            DefaultVisit(operation);
        }

        public override void VisitConstantPattern(IConstantPatternOperation operation)
        {
            bool isArm = operation.Parent is ISwitchExpressionArmOperation;
            if (!isArm || operation.Value.Type?.SpecialType != SpecialType.System_String)
            {
                base.VisitConstantPattern(operation);
            }
        }

        private void CheckSwitch(IOperation value, int clauses)
        {
            if (value.Type?.SpecialType == SpecialType.System_String)
            {
                Add(AllocationRules.StringSwitch, value.Syntax, Bytes.Text(12 * clauses));
            }
        }

        private static string Name(ITypeSymbol type)
        {
            return type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        }

        private void Add(DiagnosticDescriptor rule, SyntaxNode at, params string[] arguments)
        {
            SyntaxNode place = at is StatementSyntax or ForEachStatementSyntax ? at.GetFirstToken().Parent! : at;
            _report(Diagnostic.Create(rule, place.GetLocation(), arguments.ToArray<object>()));
        }
    }
}
