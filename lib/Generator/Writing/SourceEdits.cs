using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    /// <summary>Pieces of the user's text that are written elsewhere: what of their lines must stay, and what must not.</summary>
    internal static class SourceLines
    {
        /// <summary>The characters of a text that end a line in C#. A carriage return belongs to the line feed behind it.</summary>
        public static string Breaks(string text)
        {
            return new string(text.Where((letter, i) => IsBreak(letter) && !IsFollowed(text, i)).ToArray());
        }

        /// <summary>
        /// Code in one line, without comments and directives: for parts whose place does not matter.
        /// </summary>
        public static string Flat(SyntaxNode node)
        {
            SyntaxToken last = default;
            string text = string.Empty;
            foreach (SyntaxToken token in node.DescendantTokens())
            {
                bool apart = last != default && (last.HasTrailingTrivia || token.HasLeadingTrivia);
                text += (apart ? " " : string.Empty) + token.Text;
                last = token;
            }

            return text;
        }

        private static bool IsBreak(char letter)
        {
            return letter is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
        }

        private static bool IsFollowed(string text, int index)
        {
            return text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n';
        }
    }

    /// <summary>
    /// The user's text with replacements in it and texts around parts of it. They compose: what stands around a part stays
    /// around it whatever becomes of the part, and of two replacements the outer one holds. Line breaks are kept.
    /// </summary>
    internal sealed class SourceEdits
    {
        private readonly SourceText _source;
        private readonly List<Edit> _edits = new List<Edit>();
        private List<Mark>? _marks;

        public SourceEdits(SourceText source)
        {
            _source = source;
        }

        /// <summary>Replaces a part, with all that is changed inside it. Of two for the same part the first holds.</summary>
        public void Replace(TextSpan span, string text)
        {
            string breaks = SourceLines.Breaks(_source.ToString(span));
            int own = SourceLines.Breaks(text).Length;
            string kept = breaks.Length > own ? text + breaks.Substring(own) : text;
            Add(new Edit(span, _edits.Count, kept, null));
        }

        /// <summary>Puts text around a part. Of two around the same part the first is the outer one.</summary>
        public void Wrap(TextSpan span, string before, string after)
        {
            Add(new Edit(span, _edits.Count, before, after));
        }

        /// <summary>A part of the text as it reads after the changes that lie in it.</summary>
        public string Text(TextSpan span)
        {
            List<Mark> marks = _marks ??= Marks();
            StringBuilder text = new StringBuilder();
            int at = span.Start;
            for (int i = First(marks, span.Start); i < marks.Count && marks[i].Position <= span.End; i++)
            {
                Mark mark = marks[i];
                if (span.Contains(mark.Edit.Span))
                {
                    text.Append(_source.ToString(TextSpan.FromBounds(at, mark.Position))).Append(mark.Text);
                    at = mark.End;
                }
            }

            return text.Append(_source.ToString(TextSpan.FromBounds(at, span.End))).ToString();
        }

        private void Add(Edit edit)
        {
            _edits.Add(edit);
            _marks = null;
        }

        // Outer ones first; whatever lies in a replacement goes with it.
        private List<Mark> Marks()
        {
            List<Mark> marks = new List<Mark>();
            Edit? replaced = null;
            foreach (Edit edit in _edits.OrderBy(edit => edit.Span.Start).ThenByDescending(edit => edit.Span.End)
                .ThenBy(edit => edit.IsReplacement).ThenBy(edit => edit.Order))
            {
                if (replaced != null && replaced.Span.OverlapsWith(edit.Span))
                {
                    if (!replaced.Span.Contains(edit.Span))
                    {
                        throw new InvalidOperationException("Changes overlap at " + edit.Span + " and " + replaced.Span + ".");
                    }

                    continue;
                }

                marks.Add(new Mark(edit, isEnd: false));
                if (edit.IsReplacement)
                {
                    replaced = edit;
                }
                else
                {
                    marks.Add(new Mark(edit, isEnd: true));
                }
            }

            marks.Sort();
            return marks;
        }

        private static int First(List<Mark> marks, int position)
        {
            int low = 0;
            int high = marks.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (marks[middle].Position < position)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        private sealed class Edit
        {
            public Edit(TextSpan span, int order, string text, string? after)
            {
                Span = span;
                Order = order;
                Text = text;
                After = after;
            }

            public TextSpan Span { get; }

            public int Order { get; }

            public string Text { get; }

            /// <summary>Null for a replacement.</summary>
            public string? After { get; }

            public bool IsReplacement => After == null;
        }

        /// <summary>
        /// A place where text goes in. In one place come first the ends of what stands around a part, from the inner to the
        /// outer, then the beginnings, from the outer to the inner, then a replacement.
        /// </summary>
        private sealed class Mark : IComparable<Mark>
        {
            private readonly bool _isEnd;

            public Mark(Edit edit, bool isEnd)
            {
                Edit = edit;
                _isEnd = isEnd;
            }

            public Edit Edit { get; }

            public int Position => _isEnd ? Edit.Span.End : Edit.Span.Start;

            /// <summary>Where the source goes on behind it.</summary>
            public int End => Edit.IsReplacement ? Edit.Span.End : Position;

            public string Text => _isEnd ? Edit.After! : Edit.Text;

            private int Rank => _isEnd ? 0 : Edit.IsReplacement ? 2 : 1;

            public int CompareTo(Mark other)
            {
                int order = Position.CompareTo(other.Position);
                order = order != 0 ? order : Rank.CompareTo(other.Rank);
                if (order != 0)
                {
                    return order;
                }

                return _isEnd
                    ? Compare(other.Edit.Span.Start, Edit.Span.Start, other.Edit.Order, Edit.Order)
                    : Compare(other.Edit.Span.End, Edit.Span.End, Edit.Order, other.Edit.Order);
            }

            private static int Compare(int first, int second, int firstOrder, int secondOrder)
            {
                return first != second ? first.CompareTo(second) : firstOrder.CompareTo(secondOrder);
            }
        }
    }
}
