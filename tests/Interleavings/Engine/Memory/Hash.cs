using System.Runtime.CompilerServices;

namespace NanoExecutor.Interleavings
{
    /// <summary>Numbers that stand for states. Two states that differ have the same one once in 2^64.</summary>
    internal static class Hash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static ulong Mix(ulong hash, ulong value)
        {
            ulong x = (hash ^ 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93 + value;
            x ^= x >> 32;
            x *= 0xFF51AFD7ED558CCD;
            x ^= x >> 29;
            x *= 0xC4CEB9FE1A85EC53;
            return x ^ (x >> 32);
        }

        internal static ulong Of(string text)
        {
            ulong hash = 14695981039346656037;
            foreach (char c in text)
            {
                hash = Mix(hash, c);
            }

            return hash;
        }
    }
}
