using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// The members of a routine that code outside its body sees: Start, Result, and an Await for each type of future that
    /// yields a value. They are needed before any body can be bound, because a routine may await another one.
    /// </summary>
    internal sealed class Surface
    {
        private readonly SortedDictionary<string, string> _awaits = new SortedDictionary<string, string>(
            System.StringComparer.Ordinal);

        public Surface(RoutineShape shape)
        {
            Shape = shape;
        }

        public RoutineShape Shape { get; }

        /// <summary>Makes sure that an Await of this future yields its value.</summary>
        /// <returns>Whether it is new.</returns>
        public bool AddAwait(ITypeSymbol future, ITypeSymbol result)
        {
            string key = Shape.Types.Of(future);
            if (_awaits.ContainsKey(key) || TypeNames.Unnamed(future) != null || TypeNames.Unnamed(result) != null)
            {
                return false;
            }

            _awaits.Add(key, Shape.Types.Of(result));
            return true;
        }

        /// <summary>A file with nothing but declarations, to bind the bodies against.</summary>
        public string Declarations()
        {
            CodeWriter writer = new CodeWriter();
            int depth = ClassFrame.Open(writer, Shape);
            writer.Line(StartHead() + " => throw null;");
            if (Shape.HasResult)
            {
                writer.Line(ResultHead() + " => throw null;");
            }

            WriteAwaits(writer);
            writer.Line(PollHead("waker") + " => throw null;");
            ClassFrame.Close(writer, depth);
            return writer.ToString();
        }

        public string StartHead()
        {
            IEnumerable<string> parameters = Shape.Syntax.ParameterList.Parameters.Zip(Shape.Method.Parameters, Parameter);
            return Access.For(Shape.Class, Shape.Method.Parameters.Select(parameter => parameter.Type)) + " "
                + Shape.Types.Of(Shape.Class) + " " + Contract.Start + "(" + string.Join(", ", parameters) + ")";
        }

        // Its attributes too: one may ask for the caller of Start.
        private string Parameter(ParameterSyntax syntax, IParameterSymbol symbol)
        {
            string attributes = string.Concat(syntax.AttributeLists.Select(list => SourceLines.Flat(list) + " "));
            string value = syntax.Default == null ? string.Empty : " = " + SourceLines.Flat(syntax.Default.Value);
            return attributes + Shape.Types.Of(symbol.Type) + " " + syntax.Identifier.Text + value;
        }

        public string ResultHead()
        {
            return Access.For(Shape.Class, new[] { Shape.Method.ReturnType }) + " "
                + Shape.Types.Of(Shape.Method.ReturnType) + " " + Contract.Result;
        }

        public static string PollHead(string waker)
        {
            return "public override global::NanoExecutor.Poll Poll(global::NanoExecutor.Waker " + waker + ")";
        }

        /// <returns>Whether there are any.</returns>
        public bool WriteAwaits(CodeWriter writer)
        {
            foreach (KeyValuePair<string, string> pair in _awaits)
            {
                writer.Line(
                    "private static " + pair.Value + " " + Contract.Await + "(" + pair.Key + " future) => throw "
                    + Contract.Errors + ".NotLowered();");
            }

            return _awaits.Count > 0;
        }
    }
}
