using System.Diagnostics;

namespace NanoExecutor.LinearProof
{
    /// <summary>Runs the programs written by hand and many random ones, and counts what they did.</summary>
    internal sealed class Proof(int firstSeed, int count, int scenarios, int jobs)
    {
        private const int BatchSize = 25;
        private const int MaxFailures = 3;

        private readonly Lock _lock = new();
        private readonly Tally _tally = new();
        private readonly List<Failure> _failures = [];
        private int _handwrittenFailures;

        /// <returns>The exit code.</returns>
        public int Run()
        {
            Stopwatch watch = Stopwatch.StartNew();
            RunHandwritten();
            int batches = (count + BatchSize - 1) / BatchSize;
            Parallel.For(0, batches, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs) }, RunBatch);
            foreach (Failure failure in _failures.OrderBy(failure => failure.Seed).Take(MaxFailures))
            {
                Console.WriteLine(new Shrinker(failure).Run().Describe());
            }

            Console.WriteLine(_tally.Describe(watch.Elapsed));
            int failed = _handwrittenFailures + _failures.Count;
            Console.WriteLine(failed == 0
                ? "Linear code did the same as async code in all of them."
                : $"{failed} programs differ, {_handwrittenFailures} of them written by hand; no more random ones are made after {MaxFailures}.");
            return failed == 0 ? 0 : 1;
        }

        private void RunHandwritten()
        {
            IReadOnlyList<ProgramSource> programs = Handwritten.All();
            using TwinBatch batch = new(programs);
            foreach (ProgramSource program in programs)
            {
                Failure? failure = Failure.Find(batch, program, Handwritten.Scenarios, _tally);
                if (failure != null)
                {
                    Console.WriteLine(failure.Describe());
                    _handwrittenFailures++;
                }
            }

            RequireCompiled(batch);
            Console.WriteLine($"{programs.Count} programs written by hand, each run in {Handwritten.Scenarios} ways.");
        }

        private void RunBatch(int index)
        {
            if (_failures.Count >= MaxFailures)
            {
                return;
            }

            int from = firstSeed + (index * BatchSize);
            int size = Math.Min(BatchSize, firstSeed + count - from);
            RandomProgram[] programs = [.. Enumerable.Range(from, size).Select(ProgramMaker.Make)];
            ProgramSource[] sources = [.. programs.Select((program, i) => program.ToSource(Name(from + i)))];
            Tally tally = new();
            using TwinBatch batch = new(sources, isLean: true);
            for (int i = 0; i < size; i++)
            {
                Failure? failure = Failure.Find(batch, sources[i], scenarios, tally);
                tally.Count(programs[i]);
                if (failure != null)
                {
                    lock (_lock)
                    {
                        _failures.Add(failure with { Program = programs[i], Seed = from + i });
                    }
                }
            }

            RequireCompiled(batch);
            lock (_lock)
            {
                _tally.Add(tally);
                if (_tally.Programs % 5000 < size && count > 5000)
                {
                    Console.WriteLine($"{_tally.Programs} random programs ...");
                }
            }
        }

        private void RequireCompiled(TwinBatch batch)
        {
            lock (_lock)
            {
                if (!batch.IsComplete && _failures.Count == 0 && _handwrittenFailures == 0)
                {
                    throw new InvalidOperationException(
                        "A batch did not compile, and none of its programs says why: "
                        + string.Join(", ", batch.AsyncErrors.Concat(batch.LinearErrors).Take(3)));
                }
            }
        }

        internal static string Name(int seed)
        {
            return "P" + seed;
        }
    }
}
