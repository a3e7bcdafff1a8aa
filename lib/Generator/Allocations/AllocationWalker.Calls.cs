using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NanoExecutor.Generator
{
    // Calls, and the members of the class library that are known to allocate.
    internal sealed partial class AllocationWalker
    {
        public override void VisitInvocation(IInvocationOperation operation)
        {
            IMethodSymbol method = operation.TargetMethod;
            CheckMarked(method, operation);
            if (method.Name == "GetType" && method.ContainingType.SpecialType == SpecialType.System_Object)
            {
                Add(AllocationRules.TypeObject, operation.Syntax, operation.Syntax.ToString());
            }
            else if (method.ReturnType.SpecialType == SpecialType.System_String && IsOfSystem(method))
            {
                Add(AllocationRules.NewString, operation.Syntax, method.ContainingType.Name + "." + method.Name, "60 bytes for an int");
            }
            else if (method.ReturnType is IArrayTypeSymbol && IsOfSystem(method))
            {
                Add(AllocationRules.NewArray, operation.Syntax, "what " + method.Name + " returns");
            }
            else if (method.ReturnType.IsHeapStruct() && !method.ReturnsByRef && !method.ReturnsByRefReadonly)
            {
                Copy("The result of '" + method.Name + "'", method.ReturnType, operation, 2);
            }

            CheckArguments(operation.Arguments);
            base.VisitInvocation(operation);
        }

        public override void VisitPropertyReference(IPropertyReferenceOperation operation)
        {
            IPropertySymbol property = operation.Property;
            CheckMarked(property, operation);
            if (property.Name == "CurrentThread" && property.ContainingType.Is("System.Threading.Thread"))
            {
                Add(AllocationRules.Expensive, operation.Syntax, "Thread.CurrentThread", "72", "ask once and keep it");
            }
            else if (property.Type.IsHeapStruct() && !property.ReturnsByRef && !property.ReturnsByRefReadonly && IsRead(operation))
            {
                Copy("The value of '" + property.Name + "'", property.Type, operation, 2);
            }

            base.VisitPropertyReference(operation);
        }

        private void CheckMarked(ISymbol member, IOperation at)
        {
            AttributeData? mark = member.GetAttributes().FirstOrDefault(data => data.AttributeClass.Is(Contract.AllocatesAttribute));
            if (mark != null)
            {
                string why = mark.ConstructorArguments.FirstOrDefault().Value as string ?? "it says so";
                Add(AllocationRules.Allocates, at.Syntax, member.ContainingType.Name + "." + member.Name, why);
            }
        }

        private void CheckArguments(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments)
        {
            foreach (IArgumentOperation argument in arguments)
            {
                if (argument.ArgumentKind == ArgumentKind.ParamArray && argument.Value is IArrayCreationOperation array)
                {
                    int count = array.Initializer == null ? 0 : array.Initializer.ElementValues.Length;
                    Add(
                        AllocationRules.ParamsArray,
                        argument.Syntax,
                        Bytes.Text(count),
                        Bytes.Text(Bytes.OfArray(((IArrayTypeSymbol)array.Type!).ElementType, count)));
                }
                else if (argument.Parameter != null && argument.Parameter.RefKind == RefKind.None && argument.Parameter.Type.IsHeapStruct())
                {
                    Copy("Passing '" + argument.Syntax + "' by value", argument.Parameter.Type, argument, 2);
                }
            }
        }

        private static bool IsOfSystem(ISymbol symbol)
        {
            for (INamespaceSymbol? at = symbol.ContainingNamespace; at != null; at = at.ContainingNamespace)
            {
                if (at.ContainingNamespace is { IsGlobalNamespace: true })
                {
                    return at.Name == "System";
                }
            }

            return false;
        }
    }

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
