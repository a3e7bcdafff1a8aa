using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    /// <summary>The user's text with small replacements. They do not overlap, and they keep the line breaks.</summary>
    internal sealed class SourceEdits
    {
        private readonly SourceText _source;
        private readonly List<Edit> _edits = new List<Edit>();
        private bool _isSorted = true;

        public SourceEdits(SourceText source)
        {
            _source = source;
        }

        /// <summary>Replaces a part. Of two that begin at the same place, the one that was added first comes first.</summary>
        public void Replace(TextSpan span, string text)
        {
            _edits.Add(new Edit(span, _edits.Count, text));
            _isSorted = false;
        }

        public void Insert(int position, string text)
        {
            Replace(new TextSpan(position, 0), text);
        }

        /// <summary>A part of the text as it reads after the replacements.</summary>
        public string Text(TextSpan span)
        {
            if (!_isSorted)
            {
                _edits.Sort();
                _isSorted = true;
            }

            StringBuilder text = new StringBuilder();
            int at = span.Start;
            int next = _edits.BinarySearch(new Edit(new TextSpan(span.Start, 0), -1, string.Empty));
            for (int i = next < 0 ? ~next : next; i < _edits.Count && _edits[i].Span.Start <= span.End; i++)
            {
                Edit edit = _edits[i];
                if (edit.Span.End <= span.End && edit.Span.Start >= at)
                {
                    text.Append(_source.ToString(TextSpan.FromBounds(at, edit.Span.Start))).Append(edit.Text);
                    at = edit.Span.End;
                }
            }

            return text.Append(_source.ToString(TextSpan.FromBounds(at, span.End))).Replace("\r\n", "\n").ToString();
        }

        private sealed class Edit : IComparable<Edit>
        {
            private readonly int _order;

            public Edit(TextSpan span, int order, string text)
            {
                Span = span;
                _order = order;
                Text = text;
            }

            public TextSpan Span { get; }

            public string Text { get; }

            public int CompareTo(Edit other)
            {
                return Span.Start != other.Span.Start ? Span.Start.CompareTo(other.Span.Start) : _order.CompareTo(other._order);
            }
        }
    }
}
