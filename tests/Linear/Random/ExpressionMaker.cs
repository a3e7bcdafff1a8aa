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
}
