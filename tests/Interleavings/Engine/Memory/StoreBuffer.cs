using System.Runtime.InteropServices;

namespace NanoExecutor.Interleavings
{
    /// <summary>What a store of one thread looks like to the others.</summary>
    public enum MemoryModel
    {
        /// <summary>Everybody sees a store at once: managed threads on the one native thread of nanoCLR.</summary>
        Sequential,

        /// <summary>
        /// Stores wait in a buffer and leave it in their order; a load may overtake them: x86 and x64. A fence empties
        /// the buffer.
        /// </summary>
        StoreBuffer,

        /// <summary>
        /// Stores to different fields may also overtake each other, but a volatile one waits for all before it: Arm64.
        /// </summary>
        WeakStores,
    }

    /// <summary>A store on its way to memory.</summary>
    /// <param name="Location">Where to.</param>
    /// <param name="Bits">What.</param>
    /// <param name="Reference">What, if that is a reference.</param>
    /// <param name="Release">It waits for all stores before it.</param>
    /// <param name="Text">What, for a schedule that is printed.</param>
    internal readonly record struct BufferedStore(
        Location Location, ulong Bits, object? Reference, bool Release, string? Text);

    /// <summary>The stores of one actor that the others do not see yet, oldest first.</summary>
    internal sealed class StoreBuffer
    {
        private readonly List<BufferedStore> _stores = [];

        internal int Count => _stores.Count;

        internal BufferedStore this[int index] => _stores[index];

        internal void Add(in BufferedStore store)
        {
            _stores.Add(store);
        }

        internal void Clear()
        {
            _stores.Clear();
        }

        internal BufferedStore TakeAt(int index)
        {
            BufferedStore store = _stores[index];
            _stores.RemoveAt(index);
            return store;
        }

        /// <summary>The place of the newest store to a location, or -1. The actor itself sees that one.</summary>
        internal int Newest(Location location)
        {
            for (int index = _stores.Count - 1; index >= 0; index--)
            {
                if (_stores[index].Location == location)
                {
                    return index;
                }
            }

            return -1;
        }

        /// <summary>The place of the oldest store to a location, or -1.</summary>
        internal int Oldest(Location location)
        {
            for (int index = 0; index < _stores.Count; index++)
            {
                if (_stores[index].Location == location)
                {
                    return index;
                }
            }

            return -1;
        }

        internal ulong HashInto(ulong hash)
        {
            foreach (ref readonly BufferedStore store in CollectionsMarshal.AsSpan(_stores))
            {
                hash = Hash.Mix(Hash.Mix(hash, store.Location.Key), store.Bits);
            }

            return hash;
        }
    }
}
