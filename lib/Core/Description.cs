using System;

namespace NanoExecutor
{
    /// <summary>
    /// What a future says of itself is written here, in one line: what it is, what it waits for, and then what it is made of
    /// (<see cref="Child"/>). For overrides of <see cref="Future.Describe"/>.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     public override void Describe(Description to)
    ///     {
    ///         to.Text.Add(_word);          // "Pump ", a word made at start-up: LineWriter.Word
    ///         to.Text.Add(_number);
    ///         to.Child(_transfer);         // " > " and what that waits for
    ///     }
    /// </code>
    /// <para>It allocates nothing but the name of the type of a future that does not describe itself.</para>
    /// </remarks>
    public sealed class Description
    {
        // Futures in each other that are described, and children of one that are named.
        private const int MostDepth = 8;
        private const int MostChildren = 4;

        private readonly byte[] _words;
        private readonly short[] _starts;
        private int _depth;
        private TaskWaker _task;

        // The future of a task with a name.
        private Future _named;

        /// <summary>Writes descriptions. Allocates some 1.3 KB, for the words: before they are needed.</summary>
        /// <param name="text">Where to.</param>
        /// <exception cref="ArgumentNullException">There is nowhere.</exception>
        public Description(LineWriter text)
        {
            if (text == null)
            {
                throw Throw.Null("text", "A description");
            }

            Text = text;
            _words = LineWriter.Word(Words.All);
            _starts = new short[Words.Count + 1];
            int word = 1;
            for (int i = 0; i < _words.Length; i++)
            {
                if (_words[i] == Words.Separator)
                {
                    _starts[word++] = (short)(i + 1);
                }
            }

            _starts[word] = (short)(_words.Length + 1);
        }

        /// <summary>The line.</summary>
        public LineWriter Text { get; }

        /// <summary>Whether something outside the tasks may end the wait, or a deadline does.</summary>
        internal bool CanEnd { get; private set; }

        /// <summary>The task that has what is waited for; null for none or one that is not known.</summary>
        internal TaskWaker Holder { get; private set; }

        /// <summary>
        /// Whether one that does not describe itself is looked into, by reflection: only on the desktop, for an error or a dump.
        /// </summary>
        internal bool LooksIntoFields { get; set; }

        /// <summary>Writes what a future that this one is made of waits for. A null is passed over.</summary>
        /// <param name="child">The future that is being awaited.</param>
        /// <returns>This.</returns>
        public Description Child(Future child)
        {
            if (child == null)
            {
                return this;
            }

            Add(Words.Then);
            if (_depth == MostDepth)
            {
                return Add(Words.Deep);
            }

            _depth++;
            child.Describe(this);
            _depth--;
            return this;
        }

        /// <summary>
        /// Writes where a routine waits, and what for. The code that is generated for routines calls it; the name of the type is
        /// left out of a task that has a name.
        /// </summary>
        /// <param name="routine">The routine.</param>
        /// <param name="line">The line of the Await; 0 for one that is not at any.</param>
        /// <param name="awaited">What it awaits; null for nothing.</param>
        public void Await(Future routine, int line, Future awaited)
        {
            if (routine != _named)
            {
                Type(routine);
                if (line > 0)
                {
                    Text.AddCharacter(' ');
                }
            }

            if (line > 0)
            {
                Add(Words.Line).Number(line);
            }

            Child(awaited);
        }

        /// <summary>Says that an interrupt or another thread may end the wait: a task that waits so is not deadlocked.</summary>
        /// <returns>This.</returns>
        public Description Outside()
        {
            CanEnd = true;
            return this;
        }

        /// <summary>Starts with another task.</summary>
        internal void Begin(TaskWaker task)
        {
            _task = task;
            _named = task.Owner.Tasks.NameAt(task.Slot) == null ? null : task.Future;
            CanEnd = false;
            Holder = null;
            _depth = 0;
        }

        /// <summary>Adds one of <see cref="Words"/>.</summary>
        internal Description Add(int word)
        {
            int end = _starts[word + 1] - 1;
            for (int i = _starts[word]; i < end; i++)
            {
                Text.AddByte(_words[i]);
            }

            return this;
        }

        /// <summary>Adds a number.</summary>
        internal Description Number(long number)
        {
            Text.Add(number);
            return this;
        }

        /// <summary>Adds the name of a type.</summary>
        internal void Type(Future future)
        {
            Text.Add(TypeNames.Of(future));
#if !NANOFRAMEWORK_1_0
            if (LooksIntoFields)
            {
                System.Collections.Generic.List<Future> awaited = Sleepers.Awaited(future, _task);
                if (awaited.Count == 1)
                {
                    Child(awaited[0]);
                }
                else if (awaited.Count > 1)
                {
                    Children(awaited.ToArray(), new bool[awaited.Count]);
                }
            }
#endif
        }

        /// <summary>Adds the name of what is waited for, if it has one.</summary>
        internal Description Of(string name)
        {
            if (name != null)
            {
                Add(Words.Of).Add(Words.Quote);
                Text.Add(name);
                Add(Words.Quote);
            }

            return this;
        }

        /// <summary>Adds when a timer that stands in a queue is due.</summary>
        internal Description Deadline(TimedFuture timer)
        {
            if (timer.Before != null)
            {
                Add(Words.Until);
                Text.AddTime(timer.Deadline);
                Add(Words.Seconds);
                CanEnd = true;
            }

            return this;
        }

        /// <summary>Adds which task has a lock.</summary>
        /// <param name="task">The task; null for one that is not known.</param>
        internal Description HeldBy(TaskWaker task)
        {
            Add(Words.HeldBy);
            if (task == null)
            {
                return Add(Words.Nobody);
            }

            Holder = task;
            Text.Add(task.Owner.NameAt(task.Slot));
            return this;
        }

        /// <summary>Adds the children that are not ready yet.</summary>
        internal void Children(Future[] children, bool[] done)
        {
            int named = 0;
            Add(Words.Open);
            if (_depth < MostDepth)
            {
                _depth++;
                for (int index = 0; index < children.Length; index++)
                {
                    if (!done[index])
                    {
                        if (named > 0)
                        {
                            Add(Words.Comma);
                        }

                        if (named == MostChildren)
                        {
                            Add(Words.Deep);
                            break;
                        }

                        children[index].Describe(this);
                        named++;
                    }
                }

                _depth--;
            }

            Add(Words.Close);
        }
    }
}
