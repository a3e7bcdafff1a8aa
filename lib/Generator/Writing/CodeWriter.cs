using System.Text;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Writes C# line by line, with the places of the user's lines in #line directives: what the generator adds is hidden
    /// from the debugger.
    /// </summary>
    internal sealed class CodeWriter
    {
        private const int Width = 4;

        private readonly StringBuilder _text = new StringBuilder();
        private int _depth;
        private bool _mapping;
        private bool _hidden;
        private bool _afterLabel;
        private bool _blank;

        /// <summary>A line of the generator's own.</summary>
        public void Line(string text)
        {
            Begin(text != "}");
            Hide();
            _text.Append(' ', _depth * Width).Append(text).Append('\n');
            _afterLabel = false;
        }

        /// <summary>An empty line, unless a block ends here.</summary>
        public void Blank()
        {
            _blank = true;
        }

        /// <summary>A label, one step to the left.</summary>
        public void Label(string text)
        {
            Begin(true);
            Hide();
            _text.Append(' ', (_depth - 1) * Width).Append(text).Append('\n');
            _afterLabel = true;
        }

        public void Open()
        {
            Line("{");
            _depth++;
        }

        public void Close()
        {
            if (_afterLabel)
            {
                Line(";");
            }

            _depth--;
            Line("}");
        }

        public void Indent()
        {
            _depth++;
        }

        public void Outdent()
        {
            _depth--;
        }

        /// <summary>From here to <see cref="EndMapping"/> every line is either the user's or hidden.</summary>
        public void BeginMapping()
        {
            _mapping = true;
            Hide();
        }

        public void EndMapping()
        {
            _mapping = false;
            _hidden = false;
            _text.Append("#line default\n");
        }

        /// <summary>Lines of the user, which start in the same line and column there.</summary>
        public void User(string file, int line, int column, string text)
        {
            Begin(true);
            _text.Append("#line ").Append(line + 1).Append(" \"").Append(file).Append("\"\n");
            _text.Append(' ', column).Append(text).Append('\n');
            _hidden = false;
            _afterLabel = false;
        }

        public override string ToString()
        {
            return _text.ToString();
        }

        private void Begin(bool mayBlank)
        {
            if (_blank && mayBlank)
            {
                _text.Append('\n');
            }

            _blank = false;
        }

        private void Hide()
        {
            if (_mapping && !_hidden)
            {
                _text.Append("#line hidden\n");
                _hidden = true;
            }
        }
    }
}
