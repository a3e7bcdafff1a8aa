using System;

namespace NanoExecutor.Generator
{
    /// <summary>Code that the debugger passes over.</summary>
    internal sealed class HiddenOp : Op
    {
        private readonly Action<PollWriter> _write;

        public HiddenOp(Action<PollWriter> write)
        {
            _write = write;
        }

        public HiddenOp(Func<string> text)
            : this(writer => writer.Line(text()))
        {
        }

        public override void Write(PollWriter writer)
        {
            _write(writer);
        }
    }
}
