namespace NanoExecutor.Soak.Nodes
{
    /// <summary>A node that is made of others, and knows how often each of them has to be ready when it is.</summary>
    internal abstract class Composite(Node[] children) : Node
    {
        private readonly long[] _readies = new long[children.Length];
        private readonly long[] _faults = new long[children.Length];

        protected Node[] Children => children;

        protected override bool CanBePushedOut => false;

        public override void Arm()
        {
            foreach (Node child in children)
            {
                child.Arm();
            }
        }

        /// <summary>Says whether wakes of the children come to a task.</summary>
        public void Attend(bool isOn)
        {
            foreach (Node child in children)
            {
                child.IsAttended = isOn;
            }
        }

        public sealed override string ToString()
        {
            return $"{base.ToString()}({string.Join(", ", (object[])children)})";
        }

        protected override void OnBegin()
        {
            for (int i = 0; i < children.Length; i++)
            {
                _readies[i] = children[i].Readies;
                _faults[i] = children[i].Faults;
            }
        }

        protected override void OnCancelled()
        {
            CheckNoneWaits();
        }

        protected override void OnThrown()
        {
            CheckNoneWaits();
        }

        /// <summary>How often a child was ready since this began.</summary>
        protected long ReadiesOf(int child)
        {
            return children[child].Readies - _readies[child];
        }

        /// <summary>How often a child threw since this began.</summary>
        protected long FaultsOf(int child)
        {
            return children[child].Faults - _faults[child];
        }

        protected void CheckEach(long readies)
        {
            for (int i = 0; i < children.Length; i++)
            {
                long was = ReadiesOf(i);
                Unless(was == readies, $"its child {children[i]} was ready {was} times instead of {readies}");
            }
        }

        protected void CheckNoneWaits()
        {
            foreach (Node child in children)
            {
                Unless(!child.IsWaiting, $"its child {child} was left waiting");
            }
        }
    }
}
