using System.IO;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// Lines as they come, to a stream. A reader that goes away, as `head` does, ends the output and not the node.
    /// </summary>
    public sealed class StreamOutput : Output
    {
        private readonly Stream _stream;
        private bool _broken;

        /// <summary>Writes the first line.</summary>
        /// <param name="stream">Where lines go.</param>
        /// <param name="greeting">The first line.</param>
        public StreamOutput(Stream stream, string greeting)
        {
            _stream = stream;

            // The first line, so that what the stream makes for it is made now.
            byte[] line = Line.Word(greeting + "\n");
            Write(line, line.Length);
        }

        /// <inheritdoc/>
        public override void Write(byte[] buffer, int length)
        {
            if (_broken)
            {
                return;
            }

            try
            {
                _stream.Write(buffer, 0, length);
            }
            catch (IOException)
            {
                _broken = true;
            }
        }
    }
}
