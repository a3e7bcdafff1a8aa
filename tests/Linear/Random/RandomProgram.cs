using System.Text;

namespace NanoExecutor.LinearProof
{
    /// <summary>A random program: a routine that awaits, and two that it awaits.</summary>
    internal sealed class RandomProgram
    {
        public required List<Statement> Main { get; init; }

        public required List<Statement> Child { get; init; }

        public required List<Statement> Worker { get; init; }

        public int Count => Main.Concat(Child).Concat(Worker).Sum(statement => statement.Count);

        public IEnumerable<List<Statement>> Bodies => [Main, Child, Worker];

        public RandomProgram Clone()
        {
            return new RandomProgram
            {
                Main = [.. Main.Select(statement => statement.Clone())],
                Child = [.. Child.Select(statement => statement.Clone())],
                Worker = [.. Worker.Select(statement => statement.Clone())],
            };
        }

        public ProgramSource ToSource(string name)
        {
            StringBuilder text = new();
            text.Append("using System;\nusing NanoExecutor;\nusing NanoExecutor.LinearProof;\n\nnamespace ").Append(name).Append("\n{\n");
            Class(text, "Program", "int Body(int a)", Main, "return _f + 1;");
            Class(text, "Child", "int Body(int a, int b)", Child, "return a + b;");
            Class(text, "Worker", "void Body()", Worker, string.Empty);
            return new ProgramSource(name, text.Append("}\n").ToString());
        }

        private static void Class(StringBuilder text, string name, string method, List<Statement> body, string last)
        {
            bool isMain = name == "Program";
            text.Append("    public sealed partial class ").Append(name).Append(" : Routine\n    {\n");
            text.Append("        private readonly Stage s;\n        private readonly NumberStep _own;\n        private int _f;\n");
            if (isMain)
            {
                text.Append("        private readonly Child _child;\n        private readonly Worker _worker;\n");
            }

            text.Append("        public ").Append(name).Append("(Stage stage)\n        {\n            s = stage;\n");
            text.Append("            _own = s.Number(").Append(isMain ? 900 : name == "Child" ? 901 : 902).Append(");\n");
            if (isMain)
            {
                text.Append("            _child = new Child(s);\n            _worker = new Worker(s);\n");
            }

            text.Append("        }\n\n        [Linear]\n        private ").Append(method).Append("\n        {\n");
            foreach (Statement statement in body)
            {
                statement.Write(text, "            ");
            }

            text.Append("            ").Append(last).Append("\n        }\n    }\n\n");
        }
    }
}
