using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// A local or parameter of the method that is used in more than one run, or one that the lowering needs. It becomes a
    /// local of Poll, or a field if it lives across an Await.
    /// </summary>
    internal sealed class Variable
    {
        public Variable(string name, ITypeSymbol type, ISymbol? symbol)
        {
            Name = name;
            Type = type;
            Symbol = symbol;
            Storage = name;
        }

        /// <summary>As the user calls it, or as it is called here.</summary>
        public string Name { get; }

        public ITypeSymbol Type { get; }

        /// <summary>Null for one that only the lowering knows.</summary>
        public ISymbol? Symbol { get; }

        /// <summary>Its place in sets.</summary>
        public int Index { get; set; }

        public bool IsParameter => Symbol is IParameterSymbol;

        /// <summary>Whether a reference to it is taken, so that it may be written where it is not named.</summary>
        public bool IsAliased { get; set; }

        /// <summary>Whether it lives across an Await.</summary>
        public bool IsField { get; set; }

        /// <summary>
        /// Whether the compiler will see a way to a use of it that comes from no assignment, one that is never taken.
        /// </summary>
        public bool NeedsValue { get; set; }

        /// <summary>What it is called in Poll.</summary>
        public string Storage { get; set; }
    }

    /// <summary>A set of variables, by their indexes.</summary>
    internal sealed class VariableSet
    {
        private const int Width = 64;

        private readonly ulong[] _bits;

        public VariableSet(int count)
        {
            _bits = new ulong[(count + Width - 1) / Width];
        }

        public void Add(int index)
        {
            _bits[index / Width] |= 1UL << (index % Width);
        }

        public bool Contains(int index)
        {
            return (_bits[index / Width] & (1UL << (index % Width))) != 0;
        }

        /// <returns>Whether one of them is new.</returns>
        public bool Add(VariableSet other)
        {
            bool added = false;
            for (int i = 0; i < _bits.Length; i++)
            {
                ulong bits = _bits[i] | other._bits[i];
                added |= bits != _bits[i];
                _bits[i] = bits;
            }

            return added;
        }

        public void Remove(VariableSet other)
        {
            for (int i = 0; i < _bits.Length; i++)
            {
                _bits[i] &= ~other._bits[i];
            }
        }
    }
}
