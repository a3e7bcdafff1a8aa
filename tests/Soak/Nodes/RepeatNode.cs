using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Nodes
{
    /// <summary>Ready when its child was ready as often as asked; the child is armed before each round.</summary>
    internal sealed class RepeatNode : Composite, IRearm
    {
        private readonly Repeat _repeat;
        private readonly World _world;
        private readonly int _times;
        private bool _ended;

        public RepeatNode(World world, Node child)
            : base([child])
        {
            _world = world;
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
            _ended = _world.Chance.OneIn(20);
            Children[0].Arm();
            return !_ended;
        }

        protected override void OnReady(bool first)
        {
            CheckNoneWaits();
            Unless(_repeat.Rounds == ReadiesOf(0), "it did not count its rounds");
            Unless(_repeat.Rounds == _times || (_ended && _repeat.Rounds < _times), "it ended too early or too late");
        }
    }
}
