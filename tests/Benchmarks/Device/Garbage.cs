using System;
using HeapCollector = nanoFramework.Runtime.Native.GC;

namespace NanoExecutor.Benchmarks
{
    /// <summary>
    /// What is allocated from its making on. nanoCLR counts nothing, but it collects when an allocation fails, and a weak
    /// reference tells whether it has: so the heap is filled up to a small rest first.
    /// </summary>
    internal sealed class Garbage
    {
        internal const long Unknown = -1;

        // An object takes a block of the heap at least.
        private const int SmallestObject = 12;
        private const int Rest = 16 * 1024;
        private const int Piece = 1024;

        private readonly byte[][] _ballast;
        private readonly WeakReference _witness;
        private readonly long _rest;

        internal Garbage()
        {
            long free = HeapCollector.Run(true);
            _ballast = new byte[free < Rest ? 0 : (free - Rest) / Piece][];
            Fill();
            _rest = HeapCollector.Run(false);
            _witness = new WeakReference(new object());
        }

        /// <summary>Whether so many operations would have filled the rest if each had made the smallest object.</summary>
        internal bool IsEnough(long operations)
        {
            return !_witness.IsAlive || operations * SmallestObject > _rest;
        }

        /// <summary>0, or at least so many bytes, or unknown if there were too few operations to tell.</summary>
        internal long Stop(long operations)
        {
            if (!_witness.IsAlive)
            {
                return _rest;
            }

            return IsEnough(operations) ? 0 : Unknown;
        }

        private void Fill()
        {
            try
            {
                for (int i = 0; i < _ballast.Length; i++)
                {
                    _ballast[i] = new byte[Piece];
                }
            }
            catch (OutOfMemoryException)
            {
                // What is left is in pieces smaller than that.
                GiveBack(Rest / Piece);
            }
        }

        private void GiveBack(int pieces)
        {
            for (int i = _ballast.Length - 1; i >= 0 && pieces > 0; i--)
            {
                if (_ballast[i] != null)
                {
                    _ballast[i] = null;
                    pieces--;
                }
            }
        }
    }
}
