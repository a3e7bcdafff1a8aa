namespace NanoExecutor.LinearProof
{
    /// <summary>Makes the expressions of a random program.</summary>
    internal sealed class ExpressionMaker(System.Random random)
    {
        private int _ids;

        /// <summary>Mostly a new one; sometimes one that was used before, so that its future is awaited in two places.</summary>
        public int Id()
        {
            return _ids > 3 && random.Next(6) == 0 ? 1 + random.Next(_ids) : ++_ids;
        }

        public string Thing(Names names)
        {
            return names.Things.Count > 0 && random.Next(3) > 0 ? names.Things[random.Next(names.Things.Count)] : $"s.Thing({Id()})";
        }

        /// <summary>What depends on how it is written.</summary>
        public string Written(Names names)
        {
            string[] plain = [.. names.Readable.Where(item => !item.Contains('.', StringComparison.Ordinal))];
            string name = plain[random.Next(plain.Length)];
            return random.Next(3) switch
            {
                0 => $"s.Do({Id()}, nameof({name}).Length);",
                1 => $"if (s.IsCalledByBody({Id()})) s.Do({Id()}, ({name}, Other: s.Value({Id()})).{name});",
                _ => $"s.Do({Id()}, new {{ {name}, Other = 1 }}.{name});",
            };
        }

        public string Number(Names names)
        {
            IReadOnlyList<string> readable = names.Readable;
            string name = readable[random.Next(readable.Count)];
            return random.Next(8) switch
            {
                0 => random.Next(10).ToString(),
                1 => $"s.Value({Id()})",
                2 => $"{name} + {readable[random.Next(readable.Count)]}",
                3 => $"{name} * 3 - s.Value({Id()})",
                4 => $"({name} > 3 ? {name} : {Number(names)})",
                _ => name,
            };
        }

        public string Target(Names names)
        {
            IReadOnlyList<string> writable = names.Writable;
            return writable[random.Next(writable.Count)];
        }

        public string Effect(Names names)
        {
            return random.Next(3) switch
            {
                0 => $"s.Do({Id()});",
                1 => $"{Target(names)} += {Number(names)};",
                _ => $"s.Do({Id()}, {Number(names)});",
            };
        }

        public string Condition(Names names)
        {
            return random.Next(3) switch
            {
                0 => $"s.Test({Id()})",
                1 => $"{Number(names)} > {random.Next(6)}",
                _ => $"{Number(names)} % 2 == 0 && s.Test({Id()})",
            };
        }

        public string AnyCondition(Names names)
        {
            return random.Next(3) == 0 ? $"Await(s.Flag({Id()}))" : Condition(names);
        }

        public string LoopCondition()
        {
            return random.Next(3) == 0 ? $"Await(s.Flag({Id()}))" : $"s.Turn({Id()})";
        }

        public string AwaitVoid(Place place)
        {
            return random.Next(place.IsMain ? 7 : 6) switch
            {
                4 => $"Await(s.Thing({Id()}) switch {{ Coin {{ Worth: var found }} => s.Number(found), Key found => s.Step(found.Worth), _ => (Step)_own }});",
                0 => "Await(_own);",
                1 => $"Await(s.Number({Id()}));",
                6 => "Await(_worker.Start());",
                _ => $"Await(s.Step({Id()}));",
            };
        }

        public string AwaitNumber(Place place, Names names)
        {
            return random.Next(place.IsMain ? 5 : 3) switch
            {
                0 => "Await(_own)",
                3 => $"Await(_child.Start({Number(names)}, {random.Next(5)}))",
                _ => $"Await(s.Number({Id()}))",
            };
        }
    }

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
