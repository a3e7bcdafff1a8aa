using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>
    /// Publishing: each subscriber gets all messages in order, but for those it is told that it missed, which are no
    /// more than it had to.
    /// </summary>
    internal sealed class Publishers(World world, int capacity, bool ofReferences) : Facility(world)
    {
        private readonly LongPubSub _numbers = new(capacity);
        private readonly PubSub _references = new(capacity);
        private readonly List<Leaf> _leaves = [];
        private readonly bool _isToClose = world.Chance.OneIn(4);
        private long _published;
        private bool _isClosed;

        // Those of references and of numbers have the same members and no common type.
        private dynamic Source => ofReferences ? _references : _numbers;

        public override bool IsForAnyExecutor => true;

        public override Node NewLeaf()
        {
            Leaf leaf = ofReferences
                ? new Leaf(this, _references.NewSubscriber())
                : new Leaf(this, _numbers.NewSubscriber());
            _leaves.Add(leaf);
            return leaf;
        }

        public override void Interrupt()
        {
            if (_isToClose && World.IsPastHalf && Chance.OneIn(50))
            {
                _isClosed = true;
                Source.Close();
            }

            for (int messages = Chance.Between(1, 4); messages > 0; messages--)
            {
                bool accepted = ofReferences ? _references.Publish(_published) : _numbers.Publish(_published);
                Unless(accepted != _isClosed, "a message was refused, or accepted after the end");
                _published += accepted ? 1 : 0;
            }
        }

        public override void CheckQuiet()
        {
            int waiting = 0;
            foreach (Leaf leaf in _leaves)
            {
                waiting += leaf.IsWaiting ? 1 : 0;
                Unless(
                    !leaf.Sleeps || (leaf.Next == _published && !_isClosed),
                    "a message is there and a subscriber sleeps on");
            }

            Unless(Source.Waiting == waiting, "it does not know how many wait");
        }

        public override void Serve()
        {
            Interrupt();
        }

        public override void CheckEnd()
        {
            CheckQuiet();
            Unless(Source.Waiting == 0, "a subscriber was left waiting");
            Unless(Source.Dropped == 0, "it counted a message as refused that was not");
            _isClosed = true;
            Source.Close();
            foreach (Leaf leaf in _leaves)
            {
                leaf.TakeTheRest();
            }
        }

        private sealed class Leaf : Node
        {
            private readonly Publishers _of;
            private readonly dynamic _subscriber;
            private bool _atEnd;
            private long _missed;

            public Leaf(Publishers of, ListeningFuture subscriber)
            {
                _of = of;
                _subscriber = subscriber;
                Next = of._published;
                Inner = subscriber;
            }

            public long Next { get; private set; }

            public void TakeTheRest()
            {
                while (!_atEnd)
                {
                    _of.World.Executor.BlockOn(this);
                }
            }

            protected override void OnReady(bool first)
            {
                if (_subscriber.IsClosed)
                {
                    _atEnd = true;
                    Unless(_of._isClosed, "it says that it is closed and it is not");
                    Unless(Next == _of._published, "messages were lost at the end");
                    return;
                }

                long oldest = Math.Max(Next, _of._published - _of.Source.Capacity);
                long result = Inner is Subscriber reader ? (long)reader.Result : ((LongSubscriber)Inner).Result;
                Unless(result == oldest, $"message {result} came and {oldest} is next");
                Unless(_subscriber.Missed == oldest - Next, "it was told a wrong number of missed messages");
                _missed += oldest - Next;
                Unless(_subscriber.MissedInAll == _missed, "it does not know how many it missed in all");
                Next = oldest + 1;
            }
        }
    }
}
