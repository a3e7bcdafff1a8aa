using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NanoExecutor.Generator
{
    // Structs: every value of one is an object, except where it is reached by address.
    internal sealed partial class AllocationWalker
    {
        public override void VisitVariableDeclarator(IVariableDeclaratorOperation operation)
        {
            CheckLocal(operation.Symbol, operation.Syntax);
            base.VisitVariableDeclarator(operation);
        }

        public override void VisitDeclarationExpression(IDeclarationExpressionOperation operation)
        {
            if (operation.Expression is ILocalReferenceOperation local)
            {
                CheckLocal(local.Local, operation.Syntax);
            }

            base.VisitDeclarationExpression(operation);
        }

        public override void VisitDeclarationPattern(IDeclarationPatternOperation operation)
        {
            if (operation.DeclaredSymbol is ILocalSymbol local)
            {
                CheckLocal(local, operation.Syntax);
            }

            base.VisitDeclarationPattern(operation);
        }

        public override void VisitFieldReference(IFieldReferenceOperation operation)
        {
            if (operation.ConstantValue.HasValue)
            {
                DefaultVisit(operation);
                return;
            }

            if (!_isLinear && operation.Instance is ILocalReferenceOperation { Local: { IsRef: false } } or IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } }
                && operation.Instance.Type.IsHeapStruct() && IsRead(operation))
            {
                Copy("Reading '" + operation.Syntax + "'", operation.Instance.Type!, operation, 1);
            }
            else if (operation.Type.IsHeapStruct() && IsRead(operation) && !IsAddressed(operation))
            {
                Copy("Reading '" + operation.Syntax + "'", operation.Type!, operation, 1);
            }

            base.VisitFieldReference(operation);
        }

        public override void VisitArrayElementReference(IArrayElementReferenceOperation operation)
        {
            if (operation.Type.IsHeapStruct() && IsRead(operation) && !IsAddressed(operation))
            {
                Copy("Reading '" + operation.Syntax + "'", operation.Type!, operation, 2);
            }

            base.VisitArrayElementReference(operation);
        }

        public override void VisitParameterReference(IParameterReferenceOperation operation)
        {
            bool isByReference = operation.Parameter.RefKind != RefKind.None;
            CheckWhole(operation, isByReference ? 2 : 1);
            base.VisitParameterReference(operation);
        }

        public override void VisitLocalReference(ILocalReferenceOperation operation)
        {
            CheckWhole(operation, operation.Local.IsRef ? 2 : 1);
            base.VisitLocalReference(operation);
        }

        // A whole struct that goes from a local or parameter to somewhere else.
        private void CheckWhole(IOperation operation, int times)
        {
            bool isTaken = operation.Parent switch
            {
                ISimpleAssignmentOperation assignment => !assignment.IsRef && assignment.Value == operation,
                IVariableInitializerOperation => !IsAddressed(operation),
                _ => false,
            };
            if (isTaken && operation.Type.IsHeapStruct())
            {
                Copy("Reading '" + operation.Syntax + "'", operation.Type!, operation, times);
            }
        }

        private void CheckLocal(ILocalSymbol local, SyntaxNode at)
        {
            if (!_isLinear && !local.IsRef && local.Type.IsHeapStruct())
            {
                Add(AllocationRules.StructLocal, at, local.Name, Bytes.Text(Bytes.OfObject(local.Type)));
            }
        }

        private void Copy(string what, ITypeSymbol type, IOperation at, int times)
        {
            Add(AllocationRules.StructCopy, at.Syntax, what, Name(type), Bytes.Text(times * Bytes.OfObject(type)));
        }

        private static bool IsRead(IOperation operation)
        {
            return operation.Parent is not ISimpleAssignmentOperation assignment || assignment.Target != operation;
        }

        // obj.Struct.Field, array[i].Field, ref array[i], and a call on it.
        private static bool IsAddressed(IOperation operation)
        {
            return operation.Parent switch
            {
                IFieldReferenceOperation field => field.Instance == operation,
                IPropertyReferenceOperation property => property.Instance == operation,
                IInvocationOperation call => call.Instance == operation,
                IArgumentOperation argument => argument.Parameter != null && argument.Parameter.RefKind != RefKind.None,
                IVariableInitializerOperation initializer => initializer.Parent is IVariableDeclaratorOperation { Symbol: { IsRef: true } },
                ISimpleAssignmentOperation assignment => assignment.IsRef,
                _ => false,
            };
        }
    }
}
