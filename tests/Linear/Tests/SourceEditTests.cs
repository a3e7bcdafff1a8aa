using Microsoft.CodeAnalysis.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoExecutor.Generator;

namespace NanoExecutor.LinearProof
{
    /// <summary>Changes of the user's text compose, wherever they begin and end.</summary>
    [TestClass]
    public sealed class SourceEditTests
    {
        private const string Source = "item is Coin coin && other";

        [TestMethod]
        public void What_stands_around_a_part_stays_around_what_replaces_its_beginning()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Replace(SpanOf("item"), "__item");
            edits.Wrap(SpanOf("item is Coin coin"), "(", ")");
            Assert.AreEqual("(__item is Coin coin) && other", All(edits));
        }

        [TestMethod]
        public void Order_in_which_changes_are_added_does_not_matter()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Wrap(SpanOf("item is Coin coin"), "(", ")");
            edits.Replace(SpanOf("item"), "__item");
            Assert.AreEqual("(__item is Coin coin) && other", All(edits));
        }

        [TestMethod]
        public void Texts_that_begin_in_one_place_nest_as_their_parts_do()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Wrap(SpanOf("item"), "<", ">");
            edits.Wrap(SpanOf(Source), "[", "]");
            edits.Wrap(SpanOf("item is Coin coin"), "(", ")");
            Assert.AreEqual("[(<item> is Coin coin) && other]", All(edits));
        }

        [TestMethod]
        public void Texts_around_one_part_nest_in_the_order_in_which_they_are_added()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Wrap(SpanOf("other"), "[", "]");
            edits.Wrap(SpanOf("other"), "(", ")");
            Assert.AreEqual("item is Coin coin && [(other)]", All(edits));
        }

        [TestMethod]
        public void Text_that_ends_where_another_begins_ends_first()
        {
            SourceEdits edits = new(SourceText.From("ab"));
            edits.Wrap(new TextSpan(1, 1), "(", ")");
            edits.Wrap(new TextSpan(0, 1), "[", "]");
            Assert.AreEqual("[a](b)", edits.Text(new TextSpan(0, 2)));
        }

        [TestMethod]
        public void Changes_inside_a_replacement_go_with_it()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Replace(SpanOf("item"), "__item");
            edits.Wrap(SpanOf("item is"), "(", ")");
            edits.Replace(SpanOf("item is Coin coin"), "true");
            Assert.AreEqual("true && other", All(edits));
        }

        [TestMethod]
        public void Part_of_the_text_has_the_changes_that_lie_in_it_and_no_others()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Replace(SpanOf("item"), "__item");
            edits.Wrap(SpanOf("item is Coin coin"), "(", ")");
            Assert.AreEqual("__item is", edits.Text(SpanOf("item is")));
        }

        [TestMethod]
        public void Replacement_keeps_the_line_breaks()
        {
            SourceEdits edits = new(SourceText.From("a(\r\n1,\n2) + b"));
            edits.Replace(new TextSpan(0, 9), "c");
            Assert.AreEqual("c\n\n + b", edits.Text(new TextSpan(0, 13)));
        }

        [TestMethod]
        public void Changes_that_cross_are_an_error()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Replace(SpanOf("item is"), "a");
            edits.Replace(SpanOf("is Coin"), "b");
            StringAssert.Contains(Assert.ThrowsExactly<InvalidOperationException>(() => All(edits)).Message, "overlap");
        }

        private static TextSpan SpanOf(string part)
        {
            return new TextSpan(Source.IndexOf(part, StringComparison.Ordinal), part.Length);
        }

        private static string All(SourceEdits edits)
        {
            return edits.Text(new TextSpan(0, Source.Length));
        }
    }
}
