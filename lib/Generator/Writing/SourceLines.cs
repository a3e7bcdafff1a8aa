using System.Linq;
using Microsoft.CodeAnalysis;

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
}
