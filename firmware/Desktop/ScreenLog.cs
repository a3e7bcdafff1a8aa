using System;
using System.Text;
using System.Threading;

namespace Greenhouse.Desktop
{
    /// <summary>The latest lines, for a view on another thread. The node writes them into room made once.</summary>
    public sealed class ScreenLog : Output
    {
        // Far more than are shown, so that a line that is being read is not written again meanwhile.
        private const int Kept = 256;
        private const int LongestLine = 256;

        private readonly byte[][] _lines = new byte[Kept][];
        private readonly int[] _lengths = new int[Kept];
        private int _count;

        /// <summary>Makes the room.</summary>
        public ScreenLog()
        {
            for (int i = 0; i < Kept; i++)
            {
                _lines[i] = new byte[LongestLine];
            }
        }

        /// <inheritdoc/>
        public override void Write(byte[] buffer, int length)
        {
            int place = _count % Kept;
            int kept = Math.Min(length, LongestLine);
            Array.Copy(buffer, _lines[place], kept);
            _lengths[place] = kept;
            Volatile.Write(ref _count, _count + 1);
        }

        /// <summary>The latest lines, oldest first. Any thread; allocates.</summary>
        /// <param name="most">How many, at most 32.</param>
        public string[] Latest(int most)
        {
            int count = Volatile.Read(ref _count);
            int lines = Math.Min(count, most);
            string[] latest = new string[lines];
            for (int i = 0; i < lines; i++)
            {
                int place = (count - lines + i) % Kept;
                latest[i] = Encoding.ASCII.GetString(_lines[place], 0, _lengths[place]).TrimEnd('\n');
            }

            return latest;
        }
    }
}
