namespace NanoExecutor.LinearProof
{
    /// <summary>Takes a failing random program apart, as long as what is left still fails.</summary>
    internal sealed class Shrinker(Failure failure)
    {
        private const int MostTries = 600;

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
            while (smaller && _tries < MostTries)
            {
                smaller = false;
                foreach (RandomProgram candidate in Smaller(smallest))
                {
                    if (++_tries > MostTries)
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
