namespace NanoExecutor.Generator
{
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
