namespace NanoExecutor.LinearProof
{
    /// <summary>Makes random programs. The same seed makes the same program.</summary>
    internal sealed class ProgramMaker
    {
        private readonly System.Random _random;
        private readonly ExpressionMaker _expressions;

        private ProgramMaker(int seed)
        {
            _random = new System.Random(seed);
            _expressions = new ExpressionMaker(_random);
        }

        public static RandomProgram Make(int seed)
        {
            ProgramMaker maker = new(seed);
            return new RandomProgram
            {
                Main = maker.Body(new Place { Depth = 0, HasResult = true, IsMain = true }, 2, 6, "a"),
                Child = maker.Body(new Place { Depth = 2, HasResult = true }, 1, 2, "a", "b"),
                Worker = maker.Body(new Place { Depth = 2 }, 1, 2),
            };
        }

        private List<Statement> Body(Place place, int least, int most, params string[] parameters)
        {
            Names names = new(null);
            names.Declare("_f");
            foreach (string parameter in parameters)
            {
                names.Declare(parameter);
            }

            return Statements(place, new Names(names), least, most);
        }

        private List<Statement> Statements(Place place, Names names, int least = 0, int most = 3)
        {
            List<Statement> statements = [];
            int count = _random.Next(least, most + 1);
            for (int i = 0; i < count; i++)
            {
                statements.Add(Next(place, names));
            }

            if (_random.Next(12) == 0)
            {
                statements.Add(Jump(place, names));
            }

            return statements;
        }

        private Statement Next(Place place, Names names)
        {
            if (_random.Next(4) == 0)
            {
                return _random.Next(place.Depth >= 3 ? 5 : 8) switch
                {
                    0 or 1 => DeclareThing(names),
                    2 => Deconstruct(names),
                    3 => Goto(names),
                    4 => Line(_expressions.Written(names)),
                    5 => IfNot(place, names),
                    _ => IfPattern(place, names),
                };
            }

            return _random.Next(place.Depth >= 3 ? 14 : 26) switch
            {
                0 or 1 => Line(_expressions.Effect(names)),
                2 => Line($"{_expressions.Target(names)} = {_expressions.Number(names)};"),
                3 => Declare(names, _expressions.Number(names)),
                4 or 5 or 6 => Line(_expressions.AwaitVoid(place)),
                7 => Line($"{_expressions.Target(names)} = {_expressions.AwaitNumber(place, names)};"),
                8 or 9 => Declare(names, _expressions.AwaitNumber(place, names)),
                10 => Line($"s.Risk({_expressions.Id()});"),
                11 => OutOrPattern(names),
                12 => Several(names),
                13 => Line($"if ({_expressions.Condition(names)}) {Jump(place, names).Line}"),
                14 or 15 or 16 => If(place, names),
                17 => While(place, names),
                18 => For(place, names),
                19 => ForEach(place, names),
                20 => Switch(place, names),
                21 or 22 or 23 => Try(place, names),
                24 => Using(place, names),
                _ => new Statement { Parts = [Block(string.Empty, place, names)] },
            };
        }

        private static Statement Line(string text)
        {
            return new Statement { Line = text };
        }

        private Statement Declare(Names names, string value)
        {
            return Line($"{(_random.Next(3) == 0 ? "var" : "int")} {names.Declare(_random)} = {value};");
        }

        private Statement DeclareThing(Names names)
        {
            string thing = _expressions.Thing(names);
            return Line($"object {names.DeclareThing(_random)} = {thing};");
        }

        private Statement OutOrPattern(Names names)
        {
            if (_random.Next(2) == 0)
            {
                int id = _expressions.Id();
                return Line($"s.Get({id}, out int {names.Declare(_random)});");
            }

            string name = names.Declare(_random, isInt: false);
            return Line($"if (s.Thing({_expressions.Id()}) is {_random.Next(2) switch { 0 => "Coin", _ => "Key" }} {name}) s.Do({_expressions.Id()}, {name}.Worth);");
        }

        // A variable of the condition that the body uses, behind an Await or not.
        private Statement IfPattern(Place place, Names names)
        {
            string thing = _expressions.Thing(names);
            Names inside = new(names);
            string name = names.Declare(_random, isInt: false);
            string pattern = _random.Next(5) switch
            {
                0 => Show(inside, $"Coin {name}", name + ".Worth"),
                1 => Show(inside, $"Coin {{ Worth: var {name} }}", name),
                2 => Show(inside, $"Key {{ Worth: > 2 and var {name} }}", name),
                3 => Show(inside, $"Coin(var {name}, _)", name),
                _ => Show(inside, $"not (not Key {name})", name + ".Worth"),
            };
            string more = _random.Next(2) == 0 ? string.Empty : $" && {inside.Readable[^1]} > {_random.Next(4)}";
            string head = $"{thing} is {pattern}{more}";
            if (_random.Next(3) == 0)
            {
                return new Statement { Parts = [Block($"while (s.Turn({_expressions.Id()}) && {head})", place.InLoop(), inside)] };
            }

            return new Statement { Parts = [Block($"if ({head})", place, inside)] };
        }

        private static string Show(Names names, string pattern, string readable)
        {
            names.Show(readable);
            return pattern;
        }

        // The variable is used behind the statement, which is left if it is none.
        private Statement IfNot(Place place, Names names)
        {
            string thing = _expressions.Thing(names);
            string name = names.Declare(_random, isInt: false);
            bool isValue = _random.Next(2) == 0;
            Statement.Part part = Block($"if ({thing} is not {(isValue ? $"Coin {{ Worth: var {name} }}" : "Coin " + name)})", place, names);
            part.Body.Add(Line($"throw new FaultA({_expressions.Id()});"));
            names.Show(isValue ? name : name + ".Worth");
            return new Statement { Parts = [part] };
        }

        private Statement Deconstruct(Names names)
        {
            string first = _expressions.Number(names);
            string second = _expressions.Number(names);
            switch (_random.Next(4))
            {
                case 0:
                    return Line($"var ({names.Declare(_random)}, {names.Declare(_random)}) = new Coin({first});");
                case 1:
                    return Line($"(int {names.Declare(_random)}, var {names.Declare(_random)}) = ({first}, {second});");
                case 2:
                    return Line($"({_expressions.Target(names)}, _) = new Coin({first});");
                default:
                    string one = _expressions.Target(names);
                    string other = _expressions.Target(names);
                    return Line($"({one}, {other}) = ({other}, {first});");
            }
        }

        // One run with a loop in it that only the labels show.
        private Statement Goto(Names names)
        {
            string target = _expressions.Target(names);
            string label = "again" + _expressions.Id();
            string loop = $"{label}: {target} += 1; s.Do({_expressions.Id()}, {_expressions.Number(names)}); if (s.Turn({_expressions.Id()})) goto {label};";
            return Line(_random.Next(2) == 0 ? loop : "{ " + loop.Replace(label, "done", StringComparison.Ordinal) + " }");
        }

        private Statement Several(Names names)
        {
            string first = _expressions.Number(names);
            string one = names.Declare(_random);
            string second = _expressions.Number(names);
            return Line($"int {one} = {first}, {names.Declare(_random)} = {second};");
        }

        private Statement Jump(Place place, Names names)
        {
            switch (_random.Next(5))
            {
                case 0 when place.CanBreak:
                    return Line("break;");
                case 1 when place.CanContinue:
                    return Line("continue;");
                case 2 when place.CanRethrow:
                    return Line("throw;");
                case 3 when !place.InFinally:
                    return Line(place.HasResult ? $"return {_expressions.Number(names)};" : "return;");
                default:
                    return Line($"throw new Fault{(_random.Next(2) == 0 ? "A" : "B")}({_expressions.Id()});");
            }
        }

        private Statement.Part Block(string head, Place place, Names names, bool isOptional = false)
        {
            return new Statement.Part { Head = head, IsOptional = isOptional, Body = Statements(place.Deeper(), new Names(names)) };
        }

        private Statement If(Place place, Names names)
        {
            List<Statement.Part> parts = [Block($"if ({_expressions.AnyCondition(names)})", place, names)];
            while (_random.Next(3) == 0)
            {
                parts.Add(Block($"else if ({_expressions.AnyCondition(names)})", place, names, isOptional: true));
            }

            if (_random.Next(2) == 0)
            {
                parts.Add(Block("else", place, names, isOptional: true));
            }

            return new Statement { Parts = parts };
        }

        private Statement While(Place place, Names names)
        {
            Place inside = place.InLoop();
            switch (_random.Next(3))
            {
                case 0:
                    return new Statement { Parts = [Block("do", inside, names)], Line = $"while ({_expressions.LoopCondition()});" };
                case 1:
                    Statement.Part endless = Block("while (true)", inside, names);
                    endless.Body.Insert(0, Line($"if (!s.Turn({_expressions.Id()})) break;"));
                    return new Statement { Parts = [endless] };
                default:
                    return new Statement { Parts = [Block($"while ({_expressions.LoopCondition()})", inside, names)] };
            }
        }

        private Statement For(Place place, Names names)
        {
            Names inside = new(names);
            string name = inside.Declare(_random, isFixed: true);
            string start = _random.Next(4) == 0 ? _expressions.AwaitNumber(place, names) : "0";
            string condition = _random.Next(4) == 0 ? $"s.Turn({_expressions.Id()})" : $"{name} < {_random.Next(1, 4)}";
            return new Statement { Parts = [Block($"for (int {name} = {start}; {condition}; {name}++)", place.InLoop(), inside)] };
        }

        private Statement ForEach(Place place, Names names)
        {
            Names inside = new(names);
            string name = inside.Declare(_random, isFixed: true);
            return new Statement { Parts = [Block($"foreach (int {name} in s.Items({_expressions.Id()}))", place.InLoop(), inside)] };
        }

        private Statement Switch(Place place, Names names)
        {
            Names inside = new(names);
            Place sections = place.Deeper() with { CanBreak = true };
            List<Statement.Part> parts = [];
            bool things = _random.Next(4) == 0;
            for (int i = 0; i < _random.Next(1, 4); i++)
            {
                (int Readable, int Things) mark = inside.Mark();
                string label = things ? Pattern(inside, i) : _random.Next(3) == 0 ? $"case {i * 2}: case {(i * 2) + 1}:" : $"case {i * 2}:";
                parts.Add(Section(label, sections, inside));
                inside.Hide(mark);
            }

            if (_random.Next(2) == 0)
            {
                (int Readable, int Things) mark = inside.Mark();
                parts.Add(Section("default:", sections, inside));
                inside.Hide(mark);
            }

            string head = things ? $"switch (s.Thing({_expressions.Id()}))"
                : _random.Next(4) == 0 ? $"switch (Await(s.Number({_expressions.Id()})))"
                : $"switch ({_expressions.Number(names)} & 7)";
            return new Statement { Head = head, Parts = parts };
        }

        private Statement.Part Section(string label, Place place, Names names)
        {
            return new Statement.Part
            {
                Head = label,
                IsOpen = true,
                IsOptional = true,
                Body = Statements(place, names, 0, 3),
                Tail = place.CanContinue && _random.Next(5) == 0 ? "continue;" : "break;",
            };
        }

        private string Pattern(Names names, int index)
        {
            if (index > 1)
            {
                return $"case null when s.Test({_expressions.Id()}):";
            }

            string name = names.Declare(_random, isInt: false);
            return $"case {(index == 0 ? "Coin" : "Key")} {name}{(_random.Next(2) == 0 ? $" when {name}.Worth > {_random.Next(4)}" : string.Empty)}:";
        }

        private Statement Try(Place place, Names names)
        {
            List<Statement.Part> parts = [Block("try", place, names)];
            bool hasFinally = _random.Next(2) == 0;
            int catches = _random.Next(hasFinally ? 0 : 1, 3);
            for (int i = 0; i < catches; i++)
            {
                Names inside = new(names);
                parts.Add(Block(Catch(inside, i == 1), place with { CanRethrow = true }, inside, isOptional: true));
            }

            if (hasFinally)
            {
                parts.Add(Block("finally", place.Finally(), names, isOptional: true));
            }

            return new Statement { Parts = parts };
        }

        private string Catch(Names names, bool last)
        {
            if (last && _random.Next(3) == 0)
            {
                return "catch";
            }

            string type = last ? "Exception" : _random.Next(2) == 0 ? "FaultA" : "FaultB";
            if (_random.Next(4) == 0)
            {
                return $"catch ({type})";
            }

            string name = names.Declare(_random, isInt: false);
            if (type == "Exception")
            {
                // Without effects: a filter runs before the finally blocks of a routine that throws, in async code behind them.
                return $"catch ({type} {name}) when ({name}.Message.Length % 2 == 0)";
            }

            names.Declare(name + ".Code", isFixed: true);
            return $"catch ({type} {name})" + (_random.Next(3) == 0 ? $" when ({name}.Code % 3 != {_random.Next(3)})" : string.Empty);
        }

        private Statement Using(Place place, Names names)
        {
            Names inside = new(names);
            string head = $"using (s.Open({_expressions.Id()}))";
            switch (_random.Next(3))
            {
                case 0:
                    string name = inside.Declare(_random, isInt: false);
                    head = $"using (Resource {name} = s.Open({_expressions.Id()}))";
                    break;
                case 1:
                    Statement.Part block = Block(string.Empty, place, inside);
                    string local = inside.Declare(_random, isInt: false);
                    block.Body.Insert(_random.Next(block.Body.Count + 1), Line($"using var {local} = s.Open({_expressions.Id()});"));
                    return new Statement { Parts = [block] };
            }

            return new Statement { Parts = [Block(head, place, inside)] };
        }
    }
}
