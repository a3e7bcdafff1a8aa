using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    // using: a try with a finally that disposes.
    internal sealed partial class Lowerer
    {
        private void LowerUsing(UsingStatementSyntax statement)
        {
            if (statement.Declaration != null)
            {
                LowerUsing(statement.Declaration, () => LowerStatement(statement.Statement));
                return;
            }

            // null is a resource too, of no type.
            ITypeSymbol type = Body.Model.GetTypeInfo(statement.Expression!).Type ?? Special(SpecialType.System_IDisposable);
            Variable resource = Variables.New("resource", type);
            DefineAs(resource, statement.Expression!);
            LowerFinally(true, () => LowerStatement(statement.Statement), () => Dispose(resource));
        }

        private void LowerUsing(VariableDeclarationSyntax declaration, Action rest, int index = 0)
        {
            if (index == declaration.Variables.Count)
            {
                rest();
                return;
            }

            VariableDeclaratorSyntax declarator = declaration.Variables[index];
            Variable resource = Variables.Find(Body.Model.GetDeclaredSymbol(declarator)!)!;
            DefineAs(resource, declarator.Initializer!.Value);
            LowerFinally(true, () => LowerUsing(declaration, rest, index + 1), () => Dispose(resource));
        }

        private void Dispose(Variable resource)
        {
            HiddenOp op = Hidden(() => "if ((object)" + resource.Storage + " != null) ((global::System.IDisposable)" + resource.Storage
                + ").Dispose();");
            op.Reads.Add(resource);
        }
    }
}
