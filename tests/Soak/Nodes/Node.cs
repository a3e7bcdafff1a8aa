namespace NanoExecutor.Soak.Nodes
{
    /// <summary>
    /// A part of a random tree: stands between a future and whoever polls it, sees what is done to it and what it
    /// answers, and knows what that has to be.
    /// </summary>
    internal abstract class Node : Future
    {
        private Future? _inner;

        // Whether what it waits for has its own waker.
        private bool _isKnown;

        /// <summary>Whether it was polled and has neither finished nor been cancelled.</summary>
        public bool IsWaiting { get; private set; }

        /// <summary>Whether a wake of it comes to its task: not while a race that kept it is not on.</summary>
        public bool IsAttended { get; set; } = true;

        /// <summary>Whether it waits for something and would hear of it.</summary>
        public bool Sleeps => IsWaiting && IsAttended;

        /// <summary>How often it was ready.</summary>
        public long Readies { get; private set; }

        /// <summary>How often it threw.</summary>
        public long Faults { get; private set; }

        /// <summary>The waker of its latest poll.</summary>
        public Waker? Waker { get; private set; }

        /// <summary>
        /// Now and then the waker of another task, with which it is polled in the place of its own: that one is pushed
        /// out, has to be woken for it and polls again.
        /// </summary>
        public Func<Waker?>? Stranger { get; set; }

        /// <summary>What is observed. Set once, when it is built.</summary>
        protected Future Inner
        {
            get => _inner!;
            init => _inner = value;
        }

        /// <summary>
        /// Whether its own waker is with what it waits for from its first poll on. What is made of several futures may
        /// come to the next of them in a poll by another task, and that one has never heard of its own.
        /// </summary>
        protected virtual bool CanBePushedOut => true;

        /// <summary>Makes it fit for one more use; one that waits stays as it is.</summary>
        public virtual void Arm()
        {
        }

        /// <summary>When nothing runs: whether it waits for something that is there.</summary>
        public virtual void CheckQuiet()
        {
        }

        public sealed override Poll Poll(Waker waker)
        {
            Waker = waker;
            bool first = !IsWaiting;
            if (first)
            {
                OnBegin();
            }

            Poll result;
            try
            {
                Waker? stranger = first || !_isKnown || !CanBePushedOut ? null : Stranger?.Invoke();
                _isKnown = stranger == null;
                result = PollInner(stranger ?? waker);
            }
            catch (Exception e) when (e is not BrokenException)
            {
                IsWaiting = false;
                Faults++;
                OnThrown();
                throw;
            }

            if (result == Ready)
            {
                IsWaiting = false;
                Readies++;
                OnReady(first);
            }
            else if (first)
            {
                IsWaiting = true;
                OnWait();
            }

            return result;
        }

        public sealed override void Cancel()
        {
            bool waited = IsWaiting;
            IsWaiting = false;
            Inner.Cancel();
            if (waited)
            {
                OnCancelled();
            }
        }

        public sealed override void Detach()
        {
            _isKnown = false;
            Inner.Detach();
        }

        public override string ToString()
        {
            return Inner.GetType().Name;
        }

        protected virtual Poll PollInner(Waker waker)
        {
            return Inner.Poll(waker);
        }

        /// <summary>Before its first poll of a use.</summary>
        protected virtual void OnBegin()
        {
        }

        /// <summary>Its first poll was pending.</summary>
        protected virtual void OnWait()
        {
        }

        /// <summary>It is ready; at its first poll or later.</summary>
        protected virtual void OnReady(bool first)
        {
        }

        /// <summary>It was cancelled while it waited.</summary>
        protected virtual void OnCancelled()
        {
        }

        /// <summary>It threw.</summary>
        protected virtual void OnThrown()
        {
        }

        protected void Unless(bool holds, string what)
        {
            BrokenException.Unless(holds, this, what);
        }
    }

    /// <summary>The order in which those that wait for one thing came, and have to be served.</summary>
    internal sealed class Line
    {
        private readonly List<Node> _waiting = [];

        public int Count => _waiting.Count;

        public Node? First => _waiting.Count == 0 ? null : _waiting[0];

        /// <summary>Whether somebody waits who, if it were served, would hear of it.</summary>
        public bool FirstSleeps => First is { IsAttended: true };

        public void Join(Node who)
        {
            _waiting.Add(who);
        }

        public void Leave(Node who)
        {
            BrokenException.Unless(_waiting.Remove(who), who, "it left a line it did not stand in");
        }

        /// <summary>It has what it waited for: it was the first, or there was no line.</summary>
        public void Served(Node who, bool stoodInLine)
        {
            if (stoodInLine)
            {
                BrokenException.Unless(First == who, who, $"served before {First}, which came earlier");
                _waiting.RemoveAt(0);
            }
            else
            {
                BrokenException.Unless(First == null, who, $"served at once although {First} waits");
            }
        }
    }
}
