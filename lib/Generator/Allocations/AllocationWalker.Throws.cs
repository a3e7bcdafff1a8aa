using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NanoExecutor.Generator
{
    // Exceptions: made, and thrown. As in tests/AllocationProof, only a [ThrowHelper] may say what went wrong.
    internal sealed partial class AllocationWalker
    {
        private const string MadeBytes = "96";
        private const string ThrownBytes = "36";

        public override void VisitThrow(IThrowOperation operation)
        {
            IOperation? thrown = operation.Exception;
            while (thrown is IConversionOperation { IsImplicit: true } conversion)
            {
                thrown = conversion.Operand;
            }

            bool isFromHelper = thrown is IInvocationOperation call && call.TargetMethod.IsThrowHelper();
            if (thrown is not null and not IObjectCreationOperation && !isFromHelper)
            {
                Add(AllocationRules.Throw, operation.Syntax, "Throwing makes a stack trace", ThrownBytes);
            }

            base.VisitThrow(operation);
        }

        private bool IsException(IObjectCreationOperation operation)
        {
            if (!operation.Type.DerivesFrom("System.Exception"))
            {
                return false;
            }

            Add(AllocationRules.Throw, operation.Syntax, "new " + Name(operation.Type!) + " makes an exception", MadeBytes);
            return true;
        }
    }
}
