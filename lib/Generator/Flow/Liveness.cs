using System.Collections.Generic;
using System.Linq;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Finds where each variable is alive. One that lives across an Await becomes a field; two that are never alive together
    /// may share one. It may take a variable for alive that is not, never the other way.
    /// </summary>
    internal sealed class Liveness
    {
        private readonly IReadOnlyList<Op> _ops;
        private readonly VariableTable _variables;
        private readonly VariableSet[] _before;
        private readonly VariableSet[] _reads;
        private readonly VariableSet[] _kills;
        private readonly int[][] _next;
        private readonly int[][] _handlers;

        public Liveness(IReadOnlyList<Op> ops, VariableTable variables)
        {
            _ops = ops;
            _variables = variables;
            for (int i = 0; i < variables.All.Count; i++)
            {
                variables.All[i].Index = i;
            }

            _before = new VariableSet[ops.Count];
            _reads = ops.Select(op => Set(op.Reads)).ToArray();
            _kills = ops.Select(op => Set(op.Kills)).ToArray();
            _next = ops.Select(Next).ToArray();
            _handlers = ops.Select(op => Handlers(op).ToArray()).ToArray();
        }

        public void Run()
        {
            Solve(resumesAtStart: false);
            ForEachAwait(false, variable => variable.IsField = true);
            foreach (Variable parameter in _variables.All.Where(variable => variable.IsParameter))
            {
                parameter.IsField = true;
            }

            _variables.Share(Together());

            // Poll comes back into a try at its first line, and jumps from there. The compiler takes the path that goes on
            // instead for possible, and wants a value for every local that is used on it.
            Solve(resumesAtStart: true);
            ForEachAwait(true, variable => variable.NeedsValue = !variable.IsField);
        }

        private void ForEachAwait(bool resumesAtStart, System.Action<Variable> action)
        {
            for (int i = 0; i < _ops.Count; i++)
            {
                if (_ops[i] is AwaitOp)
                {
                    VariableSet alive = After(i, resumesAtStart);
                    foreach (Variable variable in _variables.All.Where(variable => alive.Contains(variable.Index)))
                    {
                        action(variable);
                    }
                }
            }
        }

        private void Solve(bool resumesAtStart)
        {
            for (int i = 0; i < _before.Length; i++)
            {
                _before[i] = new VariableSet(_variables.All.Count);
            }

            bool changed = true;
            while (changed)
            {
                changed = false;
                for (int i = _ops.Count - 1; i >= 0; i--)
                {
                    VariableSet alive = Behind(i, resumesAtStart);
                    alive.Remove(_kills[i]);
                    alive.Add(_reads[i]);
                    AddAll(alive, _handlers[i]);
                    changed |= _before[i].Add(alive);
                }
            }
        }

        // What is alive behind a step if it throws nothing.
        private VariableSet Behind(int index, bool resumesAtStart)
        {
            VariableSet alive = new VariableSet(_variables.All.Count);
            AddAll(alive, _next[index]);
            for (Region? region = resumesAtStart && _ops[index] is AwaitOp ? _ops[index].Region : null;
                region != null;
                region = region.Parent)
            {
                alive.Add(_before[region.Start.Index]);
            }

            return alive;
        }

        private VariableSet After(int index, bool resumesAtStart)
        {
            VariableSet alive = Behind(index, resumesAtStart);
            AddAll(alive, _handlers[index]);
            return alive;
        }

        private void AddAll(VariableSet alive, int[] steps)
        {
            foreach (int step in steps)
            {
                alive.Add(_before[step]);
            }
        }

        private int[] Next(Op op, int index)
        {
            IEnumerable<int> jumps = op.Jumps.Select(label => label.Index);
            return (op.FallsThrough && index + 1 < _ops.Count ? jumps.Concat(new[] { index + 1 }) : jumps).Distinct().ToArray();
        }

        private static IEnumerable<int> Handlers(Op op)
        {
            for (Region? region = op.Region; region != null; region = region.Parent)
            {
                foreach (Label handler in region.Handlers)
                {
                    yield return handler.Index;
                }
            }
        }

        // All that is alive or touched in one step must not share a field.
        private VariableSet[] Together()
        {
            VariableSet[] together = _variables.All.Select(_ => new VariableSet(_variables.All.Count)).ToArray();
            Meet(together, Set(_variables.All.Where(variable => variable.IsParameter)));
            for (int i = 0; i < _ops.Count; i++)
            {
                VariableSet all = After(i, false);
                all.Add(_before[i]);
                all.Add(_reads[i]);
                all.Add(_kills[i]);
                all.Add(Set(_ops[i].Writes));
                Meet(together, all);
            }

            return together;
        }

        private void Meet(VariableSet[] together, VariableSet all)
        {
            foreach (Variable variable in _variables.All)
            {
                if (all.Contains(variable.Index))
                {
                    together[variable.Index].Add(all);
                }
            }
        }

        private VariableSet Set(IEnumerable<Variable> variables)
        {
            VariableSet set = new VariableSet(_variables.All.Count);
            foreach (Variable variable in variables)
            {
                set.Add(variable.Index);
            }

            return set;
        }
    }
}
