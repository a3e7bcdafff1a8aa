using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    /// <summary>The user's text with small replacements. They do not overlap, and they keep the line breaks.</summary>
    internal sealed class SourceEdits
    {
        private readonly SourceText _source;
        private readonly SortedDictionary<int, List<KeyValuePair<TextSpan, string>>> _edits =
            new SortedDictionary<int, List<KeyValuePair<TextSpan, string>>>();

        public SourceEdits(SourceText source)
        {
            _source = source;
        }

        /// <summary>Replaces a part. Of two that begin at the same place, the one that was added first comes first.</summary>
        public void Replace(TextSpan span, string text)
        {
            if (!_edits.TryGetValue(span.Start, out List<KeyValuePair<TextSpan, string>>? here))
            {
                here = new List<KeyValuePair<TextSpan, string>>();
                _edits.Add(span.Start, here);
            }

            here.Add(new KeyValuePair<TextSpan, string>(span, text));
        }

        public void Insert(int position, string text)
        {
            Replace(new TextSpan(position, 0), text);
        }

        /// <summary>A part of the text as it reads after the replacements.</summary>
        public string Text(TextSpan span)
        {
            StringBuilder text = new StringBuilder();
            int at = span.Start;
            foreach (KeyValuePair<TextSpan, string> edit in _edits.Values.SelectMany(list => list))
            {
                if (edit.Key.Start < span.Start || edit.Key.End > span.End || edit.Key.Start < at)
                {
                    continue;
                }

                text.Append(_source.ToString(TextSpan.FromBounds(at, edit.Key.Start))).Append(edit.Value);
                at = edit.Key.End;
            }

            return text.Append(_source.ToString(TextSpan.FromBounds(at, span.End))).Replace("\r\n", "\n").ToString();
        }
    }
}
