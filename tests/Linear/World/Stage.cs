using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace NanoExecutor.LinearProof
{
    /// <summary>
    /// What a test program acts on. It writes down all that the program does, and decides, by a seed, all that the program does
    /// not: values, how often a future is pending, and what fails. Both twins of a program get a stage of the same seed.
    /// </summary>
    public sealed class Stage
    {
        private const int LongestTrace = 1500;
        private const int MaxTurns = 60;

        private readonly uint _seed;
        private readonly Dictionary<string, int> _visits = [];
        private readonly Dictionary<string, Step> _steps = [];
        private readonly List<string> _trace = [];
        private int _turns;

        /// <param name="seed">Decides what happens.</param>
        /// <param name="calm">Whether nothing fails of its own.</param>
        public Stage(uint seed, bool calm = false)
        {
            _seed = seed;
            Calm = calm;
        }

        public bool Calm { get; }

        public IReadOnlyList<string> Trace => _trace;

        /// <summary>Whether the program is being cancelled. The async twin has to know; the linear one finds out by itself.</summary>
        public bool Cancelling { get; set; }

        /// <summary>The waker of the poll under way.</summary>
        public Waker? Waker { get; set; }

        /// <summary>Where the async twin waits.</summary>
        internal LeafAwaiter? Leaf { get; set; }

        public void Note(string line)
        {
            _trace.Add(line);
        }

        /// <summary>An effect.</summary>
        public void Do(int id)
        {
            Note("do " + id);
            if (_trace.Count > LongestTrace)
            {
                throw new FaultA(-1);
            }
        }

        /// <summary>An effect with a value in it.</summary>
        public void Do(int id, int value)
        {
            Do(id);
            Note("  with " + value);
        }

        /// <summary>An effect that says who made it. Not in which line: the async twin has its lines elsewhere.</summary>
        public void Called(int id, [CallerMemberName] string member = "", [CallerFilePath] string file = "", int times = 1)
        {
            Do(id, times);
            Note($"  called by {member} of {file}");
        }

        public bool IsCalledByBody(int id, [CallerMemberName] string member = "")
        {
            Note("called " + id + " by " + member);
            return member == "Body";
        }

        public int Value(int id)
        {
            int value = Choose("value", id, 7);
            Note("value " + id + " is " + value);
            return value;
        }

        public bool Test(int id)
        {
            bool test = Choose("test", id, 2) == 0;
            Note("test " + id + " is " + test);
            return test;
        }

        /// <summary>A condition for loops: true a few times, and not for ever.</summary>
        public bool Turn(int id)
        {
            bool turn = ++_turns < MaxTurns && Choose("turn", id, 3) != 0;
            Note("turn " + id + " is " + turn);
            return turn;
        }

        /// <summary>Throws, or does not.</summary>
        public void Risk(int id)
        {
            int choice = Choose("risk", id, 5);
            Note("risk " + id);
            if (choice == 0)
            {
                throw new FaultA(id);
            }

            if (choice == 1)
            {
                throw new FaultB(id);
            }
        }

        public int[] Items(int id)
        {
            int[] items = new int[Choose("items", id, 4)];
            for (int i = 0; i < items.Length; i++)
            {
                items[i] = Choose("item", id, 10);
            }

            Note("items " + id + ": " + items.Length);
            return items;
        }

        public void Get(int id, out int value)
        {
            value = Value(id);
        }

        /// <summary>Something of one of two classes, or null.</summary>
        public object? Thing(int id)
        {
            return Choose("thing", id, 3) switch
            {
                0 => null,
                1 => new Coin(Value(id)),
                _ => new Key(Value(id)),
            };
        }

        /// <summary>Something to be disposed of; sometimes null.</summary>
        public Resource? Open(int id)
        {
            Note("open " + id);
            return Choose("open", id, 5) == 0 ? null : new Resource(this, id);
        }

        /// <summary>A future without a value. The same one for an id, awaited again and again.</summary>
        public Step Step(int id)
        {
            return Find("step", id, () => new Step(this, id));
        }

        public NumberStep Number(int id)
        {
            return Find("number", id, () => new NumberStep(this, id));
        }

        public FlagStep Flag(int id)
        {
            return Find("flag", id, () => new FlagStep(this, id));
        }

        public ThingStep Give(int id)
        {
            return Find("give", id, () => new ThingStep(this, id));
        }

        public ColourStep Colour(int id)
        {
            return Find("colour", id, () => new ColourStep(this, id));
        }

        /// <summary>A number below a limit, which depends on the seed, on who asks and on how often it was asked.</summary>
        internal int Choose(string what, int id, int limit)
        {
            string key = what + id;
            _visits.TryGetValue(key, out int visit);
            _visits[key] = visit + 1;
            uint hash = _seed * 2654435761u;
            foreach (char letter in key)
            {
                hash = (hash ^ letter) * 16777619u;
            }

            hash = (hash ^ (uint)visit) * 2246822519u;
            hash ^= hash >> 15;
            hash *= 3266489917u;
            hash ^= hash >> 13;
            return (int)(hash % (uint)limit);
        }

        /// <summary>Goes on where the async twin waits.</summary>
        internal void Resume()
        {
            LeafAwaiter leaf = Leaf!;
            if (leaf.Advance())
            {
                Leaf = null;
                leaf.Continue();
            }
        }

        internal static void Throw(Exception exception)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        private T Find<T>(string kind, int id, Func<T> make)
            where T : Step
        {
            string key = kind + id;
            if (!_steps.TryGetValue(key, out Step? step))
            {
                step = make();
                _steps.Add(key, step);
            }

            return (T)step;
        }
    }
}
