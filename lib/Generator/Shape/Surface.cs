using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// The members of a routine that code outside its body sees: Start, Result, and an Await for each type of future that
    /// yields a value. They are needed before any body can be bound, because a routine may await another one.
    /// </summary>
    internal sealed class Surface
    {
        private static readonly SymbolDisplayFormat s_full = SymbolDisplayFormat.FullyQualifiedFormat;

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
            string key = future.ToDisplayString(s_full);
            if (_awaits.ContainsKey(key))
            {
                return false;
            }

            _awaits.Add(key, result.ToDisplayString(s_full));
            return true;
        }

        /// <summary>A file with nothing but declarations, to bind the bodies against.</summary>
        public string Declarations()
        {
            CodeWriter writer = new CodeWriter();
            int depth = ClassFrame.Open(writer, Shape.Syntax);
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
            IEnumerable<string> parameters = Shape.Syntax.ParameterList.Parameters.Zip(
                Shape.Method.Parameters,
                (syntax, symbol) => symbol.Type.ToDisplayString(s_full) + " " + syntax.Identifier.Text
                    + (syntax.Default == null ? string.Empty : " " + syntax.Default.ToString()));
            return Access.For(Shape.Class, Shape.Method.Parameters.Select(parameter => parameter.Type)) + " "
                + Shape.Class.Name + " " + Contract.Start + "(" + string.Join(", ", parameters) + ")";
        }

        public string ResultHead()
        {
            return Access.For(Shape.Class, new[] { Shape.Method.ReturnType }) + " "
                + Shape.Method.ReturnType.ToDisplayString(s_full) + " " + Contract.Result;
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
