using System.Collections.Generic;

namespace NanoExecutor.Generator
{
    /// <summary>A place in the lowered code that is jumped to.</summary>
    internal sealed class Label
    {
        public Label(string name)
        {
            Name = name;
        }

        public string Name { get; }

        /// <summary>Whether the text has a goto for it. The others only connect operations.</summary>
        public bool IsNamed { get; set; }

        /// <summary>The operation that it stands before.</summary>
        public int Index { get; set; } = -1;
    }

    /// <summary>
    /// A way out to a label. One that leaves a try whose finally block awaits goes through that block: it notes where to go
    /// on, and the end of the block does.
    /// </summary>
    internal sealed class Jump
    {
        private readonly AwaitedFinally? _through;
        private readonly int _code;

        public Jump(Label target, IEnumerable<Label> crossed)
        {
            target.IsNamed = true;
            Target = target;
            Reaches.Add(target);
            Reaches.AddRange(crossed);
        }

        public Jump(AwaitedFinally through, int code, IEnumerable<Label> crossed)
            : this(through.Entry, crossed)
        {
            _through = through;
            _code = code;
        }

        public Label Target { get; }

        /// <summary>Every label that it may pass or end at.</summary>
        public List<Label> Reaches { get; } = new List<Label>();

        /// <summary>What is written on the way.</summary>
        public IEnumerable<Variable> Writes
        {
            get
            {
                if (_through != null)
                {
                    yield return _through.Exit;
                    yield return _through.Exception;
                }
            }
        }

        public string Text()
        {
            string jump = "goto " + Target.Name + ";";
            return _through == null ? jump
                : _through.Exit.Storage + " = " + _code + "; " + _through.Exception.Storage + " = null; " + jump;
        }

        /// <summary>As one statement.</summary>
        public string Statement()
        {
            return _through == null ? Text() : "{ " + Text() + " }";
        }
    }
}
