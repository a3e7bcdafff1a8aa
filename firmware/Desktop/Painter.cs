using System.IO;
using System.Text;
using System.Threading;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// Puts pictures on a terminal, each over the one before, on a screen of its own that leaves what was there alone.
    /// </summary>
    /// <remarks>
    /// Nothing is taken for granted about what the terminal did with the picture before, since a window that changes
    /// its size moves, wraps and cuts lines as it likes: every line of the window is placed by its number, and cleared
    /// before it is written. A line that is too long is cut by the terminal and does not wrap.
    /// </remarks>
    internal sealed class Painter
    {
        private const string Escape = "\u001b[";
        private const string OwnScreen = Escape + "?1049h";
        private const string FormerScreen = Escape + "?1049l";
        private const string HideCursor = Escape + "?25l";
        private const string ShowCursor = Escape + "?25h";
        private const string CutLines = Escape + "?7l";
        private const string WrapLines = Escape + "?7h";
        private const string Plain = Escape + "0m";
        private const string ClearLine = Escape + "2K";

        private readonly object _lock = new object();
        private readonly Stream _stream;
        private bool _isShowing;
        private bool _isSuspended;

        /// <summary>Makes a painter.</summary>
        /// <param name="stream">The terminal.</param>
        internal Painter(Stream stream)
        {
            _stream = stream;
        }

        /// <summary>Goes to the screen of its own. Any thread.</summary>
        /// <exception cref="IOException">The terminal is gone.</exception>
        internal void Show()
        {
            lock (_lock)
            {
                _isShowing = true;
                Write(OwnScreen + HideCursor + CutLines);
            }
        }

        /// <summary>Gives the terminal back as it was. Any thread; a second call does nothing.</summary>
        /// <exception cref="IOException">The terminal is gone.</exception>
        internal void Hide()
        {
            lock (_lock)
            {
                if (_isShowing)
                {
                    _isShowing = false;
                    Write(Plain + WrapLines + ShowCursor + FormerScreen);
                }
            }
        }

        /// <summary>
        /// Gives the terminal back for a while, or for good, unless another thread is writing to it now, which may take
        /// for ever. Any thread.
        /// </summary>
        internal void Suspend()
        {
            if (Monitor.TryEnter(_lock))
            {
                try
                {
                    _isSuspended = _isShowing;
                    Hide();
                }
                catch (IOException)
                {
                    // Nobody looks at it any more.
                }
                finally
                {
                    Monitor.Exit(_lock);
                }
            }
        }

        /// <summary>Ends a <see cref="Suspend"/>; does nothing without one. Any thread.</summary>
        /// <exception cref="IOException">The terminal is gone.</exception>
        internal void Resume()
        {
            lock (_lock)
            {
                if (_isSuspended)
                {
                    _isSuspended = false;
                    Show();
                }
            }
        }

        /// <summary>Paints a picture, unless it is hidden. Any thread.</summary>
        /// <param name="lines">The picture from the top; what is below the window is left out.</param>
        /// <param name="rows">How many lines the window has.</param>
        /// <exception cref="IOException">The terminal is gone.</exception>
        internal void Paint(string[] lines, int rows)
        {
            lock (_lock)
            {
                if (!_isShowing)
                {
                    return;
                }

                StringBuilder text = new StringBuilder();
                for (int row = 0; row < rows; row++)
                {
                    text.Append(Escape).Append(row + 1).Append(";1H").Append(Plain).Append(ClearLine);
                    text.Append(row < lines.Length ? lines[row] : string.Empty);
                }

                Write(text.ToString());
            }
        }

        private void Write(string text)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            _stream.Write(bytes, 0, bytes.Length);
            _stream.Flush();
        }
    }
}
