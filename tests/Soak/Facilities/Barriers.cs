using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>A barrier: nobody goes on before all have come, everybody once they have.</summary>
    internal sealed class Barriers(World world, int parties) : Facility(world)
    {
        private readonly Barrier _barrier = new(parties);
        private int _arrived;
        private int _round;

        private int Parties => _barrier.Parties;

        public override Node NewLeaf()
        {
            return new Leaf(this);
        }

        public override void CheckQuiet()
        {
            Unless(_barrier.Arrived == _arrived, $"{_barrier.Arrived} have arrived and should {_arrived}");
            Unless(_barrier.Round == _round, "it is in another round than those who came");
        }

        public override void Serve()
        {
            for (int missing = _arrived == 0 ? 0 : parties - _arrived; missing > 0; missing--)
            {
                World.Executor.Spawn(NewLeaf());
            }
        }

        public override void CheckEnd()
        {
            CheckQuiet();
            Unless(_arrived == 0, "somebody was left waiting");
        }

        private sealed class Leaf : Node
        {
            private readonly Barriers _of;
            private readonly BarrierWait _wait;
            private int _round;

            public Leaf(Barriers of)
            {
                _of = of;
                _wait = of._barrier.NewWait();
                Inner = _wait;
            }

            protected override void OnBegin()
            {
                _round = _of._round;
                if (++_of._arrived == _of.Parties)
                {
                    _of._arrived = 0;
                    _of._round++;
                }
            }

            protected override void OnReady(bool first)
            {
                Unless(_of._round > _round, "went on before all had come");
                Unless(_wait.IsLast == first, "who was the last is who did not wait");
            }

            protected override void OnWait()
            {
                Unless(_of._round == _round, "waits although all have come");
            }

            protected override void OnCancelled()
            {
                if (_of._round == _round)
                {
                    _of._arrived--;
                }
            }
        }
    }
}
