using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NanoExecutor.Generator
{
    // Objects, arrays, strings and delegates.
    internal sealed partial class AllocationWalker
    {
        private const int DelegateBytes = 36;
        private const int FieldBytes = 12;

        public override void VisitObjectCreation(IObjectCreationOperation operation)
        {
            if (!IsException(operation) && operation.Type != null && operation.Type.IsReferenceType)
            {
                Add(AllocationRules.NewObject, operation.Syntax, Name(operation.Type), Bytes.Text(Bytes.OfObject(operation.Type)));
            }
            else if (operation.Type.IsHeapStruct() && !IsMadeInPlace(operation))
            {
                Copy("'" + operation.Syntax + "'", operation.Type!, operation, 1);
            }

            CheckArguments(operation.Arguments);
            base.VisitObjectCreation(operation);
        }

        // A local, and anything without constructor arguments, is filled where it is.
        private static bool IsMadeInPlace(IObjectCreationOperation operation)
        {
            return operation.Parent is IVariableInitializerOperation
                || (operation.Parent is ISimpleAssignmentOperation assignment
                    && (operation.Arguments.Length == 0 || assignment.Target is ILocalReferenceOperation));
        }

        public override void VisitAnonymousObjectCreation(IAnonymousObjectCreationOperation operation)
        {
            int bytes = FieldBytes + (FieldBytes * operation.Initializers.Length);
            Add(AllocationRules.NewObject, operation.Syntax, "{ }", Bytes.Text(bytes));
            base.VisitAnonymousObjectCreation(operation);
        }

        public override void VisitArrayCreation(IArrayCreationOperation operation)
        {
            bool isParams = operation.Parent is IArgumentOperation { ArgumentKind: ArgumentKind.ParamArray };
            if (!isParams && operation.Type is IArrayTypeSymbol type)
            {
                string bytes = operation.DimensionSizes.Length == 1 && operation.DimensionSizes[0].ConstantValue is { HasValue: true, Value: int length }
                    ? Bytes.Text(Bytes.OfArray(type.ElementType, length)) + " bytes"
                    : "24 bytes and its elements";
                Add(AllocationRules.NewArray, operation.Syntax, bytes);
            }

            base.VisitArrayCreation(operation);
        }

        public override void VisitBinaryOperator(IBinaryOperation operation)
        {
            if (operation.ConstantValue.HasValue)
            {
                DefaultVisit(operation);
                return;
            }

            if (operation.OperatorKind == BinaryOperatorKind.Add && operation.Type?.SpecialType == SpecialType.System_String)
            {
                bool isPart = operation.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type: { SpecialType: SpecialType.System_String } };
                if (!isPart)
                {
                    Add(AllocationRules.NewString, operation.Syntax, "Joining strings", "12 bytes and its characters, more for each number");
                }
            }

            base.VisitBinaryOperator(operation);
        }

        public override void VisitCompoundAssignment(ICompoundAssignmentOperation operation)
        {
            if (operation.Type?.SpecialType == SpecialType.System_String)
            {
                Add(AllocationRules.NewString, operation.Syntax, "Joining strings", "12 bytes and its characters, more for each number");
            }

            base.VisitCompoundAssignment(operation);
        }

        public override void VisitInterpolatedString(IInterpolatedStringOperation operation)
        {
            if (operation.ConstantValue.HasValue)
            {
                DefaultVisit(operation);
                return;
            }

            Add(AllocationRules.NewString, operation.Syntax, "An interpolated string", "372 bytes with one int");
        }

        public override void VisitDelegateCreation(IDelegateCreationOperation operation)
        {
            if (operation.Target is IMethodReferenceOperation)
            {
                Add(AllocationRules.Delegate, operation.Syntax);
            }
            else if (operation.Target is IAnonymousFunctionOperation lambda)
            {
                CheckLambda(lambda);
                return;
            }

            base.VisitDelegateCreation(operation);
        }

        public override void VisitLocalFunction(ILocalFunctionOperation operation)
        {
            List<string> captured = Captures(operation, operation.Symbol, out _);
            if (captured.Count > 0)
            {
                Add(
                    AllocationRules.CapturingFunction,
                    operation.Syntax,
                    operation.Symbol.Name,
                    string.Join(", ", captured),
                    Bytes.Text(FieldBytes + (FieldBytes * captured.Count)));
            }

            base.VisitLocalFunction(operation);
        }

        // Its body is not looked at: it runs when somebody calls it.
        private void CheckLambda(IAnonymousFunctionOperation lambda)
        {
            List<string> captured = Captures(lambda, lambda.Symbol, out bool usesThis);
            if (captured.Count > 0)
            {
                int closure = FieldBytes + (FieldBytes * (captured.Count + (usesThis ? 1 : 0)));
                Add(AllocationRules.CapturingLambda, lambda.Syntax, string.Join(", ", captured), Bytes.Text(DelegateBytes + closure));
            }
            else if (usesThis)
            {
                Add(AllocationRules.CapturingLambda, lambda.Syntax, "this", Bytes.Text(DelegateBytes));
            }
            else
            {
                Add(AllocationRules.Lambda, lambda.Syntax);
            }
        }

        private static List<string> Captures(IOperation function, IMethodSymbol symbol, out bool usesThis)
        {
            HashSet<string> captured = new HashSet<string>();
            usesThis = false;
            foreach (IOperation inner in function.Descendants())
            {
                ISymbol? used = inner switch
                {
                    ILocalReferenceOperation { Local: { IsConst: false } } local => local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    _ => null,
                };
                usesThis |= inner is IInstanceReferenceOperation;
                if (used != null && !IsInside(used, symbol))
                {
                    captured.Add("'" + used.Name + "'");
                }
            }

            return captured.OrderBy(name => name, System.StringComparer.Ordinal).ToList();
        }

        private static bool IsInside(ISymbol used, IMethodSymbol function)
        {
            for (ISymbol? at = used.ContainingSymbol; at != null; at = at.ContainingSymbol)
            {
                if (SymbolEqualityComparer.Default.Equals(at, function))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
