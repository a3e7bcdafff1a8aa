namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Writes the bytes 1, 2, 3, ... into a pipe, so many at once, and closes it. What a thread does.</summary>
    internal sealed class WritesChunks
    {
        private readonly Pipe _pipe;
        private readonly int _bytes;
        private readonly byte[] _chunk;

        internal WritesChunks(Pipe pipe, int bytes, int atOnce)
        {
            _pipe = pipe;
            _bytes = bytes;
            _chunk = new byte[atOnce];
        }

        internal void Write()
        {
            for (int written = 0; written < _bytes;)
            {
                int count = 0;
                while (count < _chunk.Length && written < _bytes)
                {
                    _chunk[count++] = (byte)++written;
                }

                if (count == 1)
                {
                    _pipe.WriteByte(_chunk[0]);
                }
                else
                {
                    _pipe.Write(_chunk, 0, count);
                }
            }

            _pipe.Close();
        }
    }
}
