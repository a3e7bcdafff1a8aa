namespace NanoExecutor.LinearProof
{
    /// <summary>
    /// The locals that a statement of a random program sees. Names come from a small pool, so that the same one is often used for
    /// different locals; never where C# would confuse them.
    /// </summary>
    internal sealed class Names
    {
        private static readonly string[] s_pool = ["x", "y", "z", "i", "n", "state", "waker", "e", "r", "count"];

        private readonly Names? _outer;
        private readonly List<string> _readable = [];
        private readonly List<string> _things = [];
        private readonly HashSet<string> _declared = [];
        private readonly HashSet<string> _usedBelow = [];
        private readonly HashSet<string> _fixed = [];

        public Names(Names? outer)
        {
            _outer = outer;
        }

        /// <summary>Ints that can be read here.</summary>
        public IReadOnlyList<string> Readable => _outer == null ? _readable : [.. _outer.Readable, .. _readable];

        /// <summary>Ints that can be written here.</summary>
        public IReadOnlyList<string> Writable => [.. Readable.Where(name => !IsFixed(name))];

        /// <summary>Objects that can be looked at here.</summary>
        public IReadOnlyList<string> Things => _outer == null ? _things : [.. _outer.Things, .. _things];

        public string DeclareThing(System.Random random)
        {
            string name = Declare(random, isInt: false);
            _things.Add(name);
            return name;
        }

        /// <summary>Lets something be read that was declared elsewhere.</summary>
        public void Show(string name)
        {
            _readable.Add(name);
            _fixed.Add(name);
        }

        /// <param name="random">Chooses.</param>
        /// <param name="isInt">Whether it may be used in expressions.</param>
        /// <param name="isFixed">Whether it may not be written.</param>
        public string Declare(System.Random random, bool isInt = true, bool isFixed = false)
        {
            string[] free = [.. s_pool.Where(IsFree)];
            string name = free.Length == 0 ? Fresh() : free[random.Next(free.Length)];
            Declare(name, isInt, isFixed);
            return name;
        }

        public void Declare(string name, bool isInt = true, bool isFixed = false)
        {
            _declared.Add(name);
            for (Names? at = this; at != null; at = at._outer)
            {
                at._usedBelow.Add(name);
            }

            if (isInt)
            {
                _readable.Add(name);
            }

            if (isFixed)
            {
                _fixed.Add(name);
            }
        }

        /// <summary>Takes back that the locals declared since can be read; their names stay taken.</summary>
        public void Hide((int Readable, int Things) from)
        {
            _readable.RemoveRange(from.Readable, _readable.Count - from.Readable);
            _things.RemoveRange(from.Things, _things.Count - from.Things);
        }

        public (int Readable, int Things) Mark()
        {
            return (_readable.Count, _things.Count);
        }

        private bool IsFree(string name)
        {
            for (Names? at = this; at != null; at = at._outer)
            {
                if (at._declared.Contains(name))
                {
                    return false;
                }
            }

            return !_usedBelow.Contains(name);
        }

        private bool IsFixed(string name)
        {
            return _fixed.Contains(name) || (_outer != null && _outer.IsFixed(name));
        }

        private string Fresh()
        {
            int number = 1;
            while (!IsFree("v" + number))
            {
                number++;
            }

            return "v" + number;
        }
    }
}
