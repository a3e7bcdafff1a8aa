using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>Where the future of an Await is found again: a readonly field of the user's, or one of the generator's.</summary>
    internal sealed class Child
    {
        public Child(string text, ITypeSymbol? kept)
        {
            Text = text;
            Kept = kept;
        }

        public string Text { get; }

        /// <summary>The type of the generated field; null for a field of the user's.</summary>
        public ITypeSymbol? Kept { get; }

        /// <summary>Whether the future stands in a readonly field of the user's, so that it need not be kept.</summary>
        public bool IsOwn => Kept == null;
    }
}
