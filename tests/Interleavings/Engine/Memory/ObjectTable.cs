namespace NanoExecutor.Interleavings
{
    /// <summary>Numbers for objects, the same in every schedule.</summary>
    internal sealed class ObjectTable
    {
        private const ulong IsReference = 1UL << 63;

        // Arrays cannot carry their own number.
        private readonly Dictionary<object, int> _arrays = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<int, object> _born = [];

        /// <summary>Objects by number, kept only for a schedule that is printed.</summary>
        internal bool Remembers { get; set; }

        internal void Clear()
        {
            _arrays.Clear();
            _born.Clear();
        }

        internal void AddArray(object array, int id)
        {
            _arrays[array] = id;
            Remember(array, id);
        }

        internal void Remember(object thing, int id)
        {
            if (Remembers)
            {
                _born[id] = thing;
            }
        }

        internal object? ById(int id)
        {
            return _born.GetValueOrDefault(id);
        }

        internal int IdOfArray(object array)
        {
            return _arrays.TryGetValue(array, out int id) ? id : 0;
        }

        internal int IdOf(object thing)
        {
            return thing is ITracked tracked ? tracked.TrackedId : IdOfArray(thing);
        }

        /// <summary>A reference as a number. What is not watched stands for itself by what it is.</summary>
        internal ulong BitsOf(object? reference)
        {
            if (reference == null)
            {
                return 0;
            }

            int id = IdOf(reference);
            if (id != 0)
            {
                return IsReference | (uint)id;
            }

            return IsReference | reference switch
            {
                string text => Hash.Of(text),
                Delegate call => Hash.Mix(Hash.Of(call.Method.Name), BitsOf(call.Target)),
                _ => Hash.Of(reference.GetType().FullName ?? ""),
            };
        }
    }
}
