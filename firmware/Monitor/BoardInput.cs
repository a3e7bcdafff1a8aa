using System.Diagnostics;
using System.IO.Ports;

namespace NanoExecutor.Monitoring
{
    /// <summary>Where the output of a board comes from: a serial port, a program, standard input, or a file.</summary>
    internal sealed class BoardInput : IDisposable
    {
        private readonly IDisposable _owner;
        private readonly Process _program;
        private readonly Stream _stream;

        private BoardInput(string name, Stream stream, IDisposable owner, Process program)
        {
            Name = name;
            _stream = stream;
            _owner = owner;
            _program = program;
        }

        /// <summary>What to call it.</summary>
        internal string Name { get; }

        /// <summary>Whether it goes on while it is looked at; false for a file, which is all there at once.</summary>
        internal bool IsLive { get; private init; } = true;

        /// <summary>A serial port with 8 data bits, no parity and one stop bit.</summary>
        /// <exception cref="IOException">It cannot be opened; the message names the ports that there are.</exception>
        internal static BoardInput Port(string name, int baud)
        {
            SerialPort port = new(name, baud);
            try
            {
                port.Open();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                port.Dispose();
                string[] others = SerialPort.GetPortNames();
                string known = others.Length == 0 ? "there is no serial port" : "ports are " + string.Join(", ", others);
                throw new IOException($"The port {name} cannot be opened: {exception.Message} ({known})", exception);
            }

            return new BoardInput(name, port.BaseStream, port, null);
        }

        /// <summary>What a program prints, which is started for it.</summary>
        /// <exception cref="IOException">It cannot be started.</exception>
        internal static BoardInput Program(IReadOnlyList<string> command)
        {
            ProcessStartInfo start = new(command[0], command.Skip(1))
            {
                RedirectStandardOutput = true,
                RedirectStandardInput = true,
            };
            try
            {
                Process program = Process.Start(start);

                // It shall not take the keys that are meant for the view.
                program.StandardInput.Close();
                return new BoardInput(command[0], program.StandardOutput.BaseStream, program, program);
            }
            catch (System.ComponentModel.Win32Exception exception)
            {
                throw new IOException($"The program {command[0]} cannot be started: {exception.Message}", exception);
            }
        }

        /// <summary>A file, or standard input for "-".</summary>
        /// <exception cref="IOException">It cannot be read.</exception>
        internal static BoardInput File(string path)
        {
            if (path == "-")
            {
                return new BoardInput("standard input", Console.OpenStandardInput(), null, null);
            }

            try
            {
                FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                return new BoardInput(path, file, file, null) { IsLive = !file.CanSeek };
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw new IOException($"The file {path} cannot be read: {exception.Message}", exception);
            }
        }

        /// <summary>Waits for the next bytes; 0 at the end, also of a port whose device is gone.</summary>
        internal int Read(byte[] buffer)
        {
            while (true)
            {
                try
                {
                    return _stream.Read(buffer, 0, buffer.Length);
                }
                catch (TimeoutException)
                {
                    // A port on which nothing comes.
                }
                catch (Exception exception) when (
                    exception is IOException or OperationCanceledException or ObjectDisposedException
                    or UnauthorizedAccessException or InvalidOperationException)
                {
                    return 0;
                }
            }
        }

        /// <summary>Closes it, which ends a read; a program that still runs is ended.</summary>
        public void Dispose()
        {
            try
            {
                if (_program is { HasExited: false })
                {
                    _program.Kill(true);
                }

                _owner?.Dispose();
            }
            catch (Exception exception) when (
                exception is IOException or InvalidOperationException or UnauthorizedAccessException
                or System.ComponentModel.Win32Exception)
            {
                // A device that was pulled out cannot be closed either.
            }
        }
    }
}
