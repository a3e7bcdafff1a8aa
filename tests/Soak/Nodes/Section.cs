using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Nodes
{
    /// <summary>
    /// Waits for its turn, has what it waited for during a random time, and gives it back: also when it is cancelled.
    /// </summary>
    internal sealed class Section : Node
    {
        public Section(World world, Line line, QueuedFuture turn, Action enter, Action leave)
        {
            Inner = new Stay(world, this, line, turn, enter, leave);
        }

        protected override bool CanBePushedOut => false;

        public override string ToString()
        {
            return Inner.ToString()!;
        }

        private sealed class Stay(World world, Node self, Line line, QueuedFuture turn, Action enter, Action leave)
            : Future
        {
            private readonly Delay _stay = new();
            private bool _stands;
            private bool _isIn;

            public override Poll Poll(Waker waker)
            {
                if (!_isIn)
                {
                    if (turn.Poll(waker) == Pending)
                    {
                        if (!_stands)
                        {
                            _stands = true;
                            line.Join(self);
                        }

                        return Pending;
                    }

                    line.Served(self, _stands);
                    _stands = false;
                    _isIn = true;
                    enter();
                    _stay.For(world.Chance.Duration(10, 30_000));
                }

                if (_stay.Poll(waker) == Pending)
                {
                    return Pending;
                }

                Leave();
                return Ready;
            }

            public override void Cancel()
            {
                if (_isIn)
                {
                    _stay.Cancel();
                    Leave();
                    return;
                }

                turn.Cancel();
                if (_stands)
                {
                    _stands = false;
                    line.Leave(self);
                }
            }

            public override void Detach()
            {
                turn.Detach();
                _stay.Detach();
            }

            public override string ToString()
            {
                return $"section of {turn.GetType().Name}";
            }

            private void Leave()
            {
                _isIn = false;
                leave();
            }
        }
    }
}
