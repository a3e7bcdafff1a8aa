using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>What needs nobody: to give way, to be ready at once, to be busy for a while.</summary>
    internal sealed class Moments(World world) : Facility(world)
    {
        public override bool IsForAnyExecutor => true;

        public override Node NewLeaf()
        {
            return new Leaf(World, Chance.Below(3));
        }

        private sealed class Leaf : Node
        {
            private readonly World _world;
            private readonly bool _isBusy;

            public Leaf(World world, int kind)
            {
                _world = world;
                _isBusy = kind == 2;
                Inner = kind == 0 ? new Yield() : new ReadyFuture();
            }

            protected override Poll PollInner(Waker waker)
            {
                if (_isBusy)
                {
                    // Interrupts fire in here, while siblings and tasks behind this one wait.
                    _world.Clock.Advance(_world.Chance.Between(1, 400));
                }

                return base.PollInner(waker);
            }
        }
    }
}
