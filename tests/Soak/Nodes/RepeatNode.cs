using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Nodes
{
    /// <summary>Ready when its child was ready as often as asked; the child is armed before each round.</summary>
    internal sealed class RepeatNode : Composite, IRearm
    {
        private readonly Repeat _repeat;
        private readonly int _times;

        public RepeatNode(World world, Node child)
            : base([child])
        {
            _times = world.Chance.Between(1, 4);
            _repeat = new Repeat(child, _times, this);
            Inner = _repeat;
        }

        public override void Arm()
        {
        }

        public bool Rearm(long round)
        {
            Unless(ReadiesOf(0) == round, "asked for another round than the next");
            Children[0].Arm();
            return true;
        }

        protected override void OnReady(bool first)
        {
            CheckEach(_times);
            CheckNoneWaits();
            Unless(_repeat.Rounds == _times, "it did not count its rounds");
        }
    }
}
