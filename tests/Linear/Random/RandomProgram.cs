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

    /// <summary>Takes a failing random program apart, as long as what is left still fails.</summary>
    internal sealed class Shrinker(Failure failure)
    {
        private const int MaxTries = 600;

        private int _tries;

        public Failure Run()
        {
            if (failure.Program == null)
            {
                return failure;
            }

            RandomProgram smallest = failure.Program;
            Failure found = failure;
            bool smaller = true;
            while (smaller && _tries < MaxTries)
            {
                smaller = false;
                foreach (RandomProgram candidate in Smaller(smallest))
                {
                    if (++_tries > MaxTries)
                    {
                        break;
                    }

                    Failure? again = Try(candidate);
                    if (again != null)
                    {
                        smallest = candidate;
                        found = again with { Seed = failure.Seed };
                        smaller = true;
                        break;
                    }
                }
            }

            return found with { What = found.What + $"\n(seed {failure.Seed}, shrunk in {_tries} tries)" };
        }

        // Only the same scenario, and only if the program is still C#: async code has to compile.
        private Failure? Try(RandomProgram program)
        {
            ProgramSource source = program.ToSource(failure.Source.Name);
            using TwinBatch batch = new([source]);
            return batch.AsyncErrors.Count > 0 ? null : Failure.Find(batch, source, (int)Math.Max(1, failure.Scenario), new Tally());
        }

        private static IEnumerable<RandomProgram> Smaller(RandomProgram program)
        {
            for (int body = 0; body < program.Bodies.Count(); body++)
            {
                int count = program.Bodies.ElementAt(body).Sum(statement => statement.Count);
                for (int number = 0; number < count; number++)
                {
                    foreach (Action<List<Statement>, int> change in Changes(program.Bodies.ElementAt(body), number))
                    {
                        RandomProgram candidate = program.Clone();
                        Apply(candidate.Bodies.ElementAt(body), number, change);
                        yield return candidate;
                    }
                }
            }
        }

        private static IEnumerable<Action<List<Statement>, int>> Changes(List<Statement> body, int number)
        {
            yield return (list, index) => list.RemoveAt(index);
            Statement? statement = null;
            Apply(body, number, (list, index) => statement = list[index]);
            for (int part = 0; part < statement!.Parts.Count; part++)
            {
                int chosen = part;
                yield return (list, index) =>
                {
                    List<Statement> inner = list[index].Parts[chosen].Body;
                    list.RemoveAt(index);
                    list.InsertRange(index, inner);
                };
                if (statement.Parts[part].IsOptional)
                {
                    yield return (list, index) => list[index].Parts.RemoveAt(chosen);
                }
            }
        }

        // Statements are numbered as they are written.
        private static int Apply(List<Statement> list, int number, Action<List<Statement>, int> change)
        {
            for (int i = 0; i < list.Count; i++)
            {
                if (number == 0)
                {
                    change(list, i);
                    return -1;
                }

                number--;
                foreach (Statement.Part part in list[i].Parts)
                {
                    number = Apply(part.Body, number, change);
                    if (number < 0)
                    {
                        return number;
                    }
                }
            }

            return number;
        }
    }
}
