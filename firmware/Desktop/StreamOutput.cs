using System;
using System.IO;
using System.Text;
using Microsoft.Win32.SafeHandles;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// Lines as they come, to a stream. A node whose lines nobody can read any more has no reason to go on: a reader
    /// that goes away, as `head` does, or a full disk ends it.
    /// </summary>
    public sealed class StreamOutput : Output, IDisposable
    {
        private const int StandardOutput = 1;

        private Executor _executor;

        /// <summary>Makes an output.</summary>
        /// <param name="stream">Where lines go.</param>
        public StreamOutput(Stream stream)
        {
            Stream = stream;
        }

        /// <summary>Where lines go.</summary>
        public Stream Stream { get; }

        /// <summary>Why no more lines are written; null while they are.</summary>
        public Exception Failure { get; private set; }

        /// <summary>Whether the reader went away, which is its right.</summary>
        public bool HasNoReader => Failure != null && IsBrokenPipe(Failure.HResult);

        /// <summary>Standard output.</summary>
        public static StreamOutput OfProcess()
        {
            return new StreamOutput(OpenPipe() ?? Console.OpenStandardOutput());
        }

        /// <inheritdoc/>
        public override void Write(byte[] buffer, int length)
        {
            if (Failure != null)
            {
                return;
            }

            try
            {
                Stream.Write(buffer, 0, length);
            }
            catch (Exception exception) when (exception is IOException || exception is UnauthorizedAccessException)
            {
                Failure = exception;
                _executor?.Stop();
            }
        }

        /// <inheritdoc/>
        public override void StopWhenBroken(Executor executor)
        {
            _executor = executor;
            if (Failure != null)
            {
                executor.Stop();
            }
        }

        /// <summary>Writes a text. Allocates: not while the node runs.</summary>
        /// <param name="text">The text, with its line feeds.</param>
        public void WriteText(string text)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            Write(bytes, bytes.Length);
        }

        /// <summary>Closes the stream.</summary>
        public void Dispose()
        {
            Stream.Dispose();
        }

        // The stream of the console passes over a broken pipe in silence, so that a pipe is to be written as a file.
        private static Stream OpenPipe()
        {
            if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            {
                return null;
            }

            try
            {
                FileStream file = new FileStream(
                    new SafeFileHandle((IntPtr)StandardOutput, false), FileAccess.Write, 0);
                return file.CanSeek ? null : file;
            }
            catch (Exception exception) when (
                exception is IOException || exception is ArgumentException || exception is UnauthorizedAccessException)
            {
                return null;
            }
        }

        private static bool IsBrokenPipe(int error)
        {
            const int BrokenPipe = 32;
            const int NoReaderOnWindows = unchecked((int)0x8007006D);
            const int ReaderClosesOnWindows = unchecked((int)0x800700E8);
            return error == BrokenPipe || error == NoReaderOnWindows || error == ReaderClosesOnWindows;
        }
    }
}
