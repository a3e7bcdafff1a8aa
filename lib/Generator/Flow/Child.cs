using System.Linq;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>Where the future of an Await is found again: a readonly field of the user's, or one of the generator's.</summary>
    internal sealed class Child
    {
        private readonly ITypeSymbol _type;

        private Child(string text, ITypeSymbol type, bool isOwn)
        {
            Text = text;
            IsOwn = isOwn;
            _type = type;
        }

        public string Text { get; }

        /// <summary>The type of the generated field; null for a field of the user's.</summary>
        public ITypeSymbol? Kept => IsOwn ? null : _type;

        /// <summary>Whether the future stands in a readonly field of the user's, so that it need not be kept.</summary>
        public bool IsOwn { get; }

        public static Child Field(string text, ITypeSymbol type)
        {
            return new Child(text, type, isOwn: true);
        }

        public static Child Generated(string text, ITypeSymbol type)
        {
            return new Child(text, type, isOwn: false);
        }

        /// <summary>What a member of Future is called on.</summary>
        public string As(string member)
        {
            return Target(Text, _type, member);
        }

        /// <summary>
        /// A future, to call a member of Future on. A class of the user's may have others of that name, which would be preferred.
        /// </summary>
        public static string Target(string text, ITypeSymbol type, string member)
        {
            for (ITypeSymbol? at = type; at != null && !at.Is(Contract.Future); at = at.BaseType)
            {
                if (at.GetMembers(member).Any(other => !other.IsOverride))
                {
                    return "((global::" + Contract.Future + ")" + text + ")";
                }
            }

            return text;
        }
    }
}
