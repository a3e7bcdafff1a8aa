namespace NanoExecutor.Interleavings
{
    /// <summary>A field of one object, an element of one array, or a register.</summary>
    internal sealed class Location
    {
        /// <summary>The object it belongs to.</summary>
        internal readonly int Owner;

        /// <summary>Which field or element of it.</summary>
        internal readonly int Slot;

        /// <summary>
        /// Two actors touch it and one of them writes it. Found out while exploring and kept from schedule to schedule;
        /// the accesses to it are the scheduling points.
        /// </summary>
        internal bool Shared;

        /// <summary>Who reads a shared one in some schedule, a bit an actor. Kept as well.</summary>
        internal uint SharedReaders;

        /// <summary>Who writes a shared one in some schedule.</summary>
        internal uint SharedWriters;

        /// <summary>Who has read it in some schedule, a bit an actor.</summary>
        internal uint EverReaders;

        /// <summary>Who has written it in some schedule.</summary>
        internal uint EverWriters;

        /// <summary>The schedule that the fields below belong to.</summary>
        internal int Epoch;

        /// <summary>Who has read it, a bit an actor.</summary>
        internal uint Readers;

        /// <summary>Who has written it, a bit an actor.</summary>
        internal uint Writers;

        /// <summary>What is there, of a shared one.</summary>
        internal ulong Bits;

        /// <summary>What is there, if that is a reference.</summary>
        internal object? Reference;

        private string? _name;

        internal Location(int owner, int slot)
        {
            Owner = owner;
            Slot = slot;
            Key = Hash.Mix((ulong)owner, (ulong)slot);
        }

        internal ulong Key { get; }

        /// <summary>It is kept by the machine and not by a field.</summary>
        internal bool IsRegister { get; set; }

        /// <summary>Whether several actors have touched it in the latest schedule, and one has written it.</summary>
        internal bool WasMetAt => Writers != 0 && System.Numerics.BitOperations.PopCount(Readers | Writers) > 1;

        /// <summary>What the trace calls it.</summary>
        internal string Name
        {
            get => _name ?? "#" + Owner + "." + Slot;
            set => _name = value;
        }
    }
}
