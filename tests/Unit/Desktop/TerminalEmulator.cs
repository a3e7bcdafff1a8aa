using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// A terminal as far as the demo uses one: two screens, absolute positions, erasing, cutting or wrapping of lines.
    /// What it does not know is an error. When its window changes, everything on it is garbage.
    /// </summary>
    internal sealed class TerminalEmulator : Stream
    {
        internal const char Garbage = '#';

        private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
        private readonly StringBuilder _sequence = new StringBuilder();
        private char[][] _former;
        private char[][] _screen;
        private int _row;
        private int _column;

        internal TerminalEmulator(int columns, int rows)
        {
            _screen = Cells(columns, rows, ' ');
        }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        internal bool IsWrapping { get; private set; } = true;

        internal bool ShowsCursor { get; private set; } = true;

        internal bool OnOwnScreen => _former != null;

        /// <summary>What the window shows, a line each, without the blanks at its end.</summary>
        internal IEnumerable<string> Lines => _screen.Select(l => new string(l).TrimEnd());

        internal void Resize(int columns, int rows)
        {
            _screen = Cells(columns, rows, Garbage);
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            char[] characters = new char[count];
            int length = _decoder.GetChars(buffer, offset, count, characters, 0);
            for (int i = 0; i < length; i++)
            {
                Take(characters[i]);
            }
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            throw new NotSupportedException();
        }

        public override long Seek(long offset, SeekOrigin origin)
        {
            throw new NotSupportedException();
        }

        public override void SetLength(long value)
        {
            throw new NotSupportedException();
        }

        private static char[][] Cells(int columns, int rows, char fill)
        {
            return Enumerable.Range(0, rows).Select(r => new string(fill, columns).ToCharArray()).ToArray();
        }

        private void Take(char character)
        {
            if (_sequence.Length > 0 || character == '\u001b')
            {
                _sequence.Append(character);
                if (_sequence.Length > 2 && char.IsLetter(character))
                {
                    Obey(_sequence.ToString(2, _sequence.Length - 3), character);
                    _sequence.Clear();
                }
            }
            else
            {
                Put(character);
            }
        }

        private void Put(char character)
        {
            if (_row >= _screen.Length)
            {
                return;
            }

            if (_column >= _screen[_row].Length)
            {
                if (!IsWrapping)
                {
                    _column = _screen[_row].Length - 1;
                }
                else
                {
                    throw new InvalidOperationException("A line wraps, and moves all that is below it.");
                }
            }

            _screen[_row][_column++] = character;
        }

        private void Obey(string arguments, char command)
        {
            switch (command + arguments)
            {
                case "h?1049":
                    _former = _screen;
                    _screen = Cells(_screen[0].Length, _screen.Length, ' ');
                    break;
                case "l?1049":
                    _screen = _former;
                    _former = null;
                    break;
                case "h?25":
                case "l?25":
                    ShowsCursor = command == 'h';
                    break;
                case "h?7":
                case "l?7":
                    IsWrapping = command == 'h';
                    break;
                case "K2":
                    if (_row < _screen.Length)
                    {
                        Array.Fill(_screen[_row], ' ');
                    }

                    break;
                default:
                    Move(arguments, command);
                    break;
            }
        }

        private void Move(string arguments, char command)
        {
            switch (command)
            {
                case 'm':
                    break;
                case 'H':
                    string[] place = arguments.Split(';');
                    _row = int.Parse(place[0], CultureInfo.InvariantCulture) - 1;
                    _column = int.Parse(place[1], CultureInfo.InvariantCulture) - 1;
                    break;
                default:
                    throw new InvalidOperationException("The terminal does not know ESC[" + arguments + command + ".");
            }
        }
    }
}
