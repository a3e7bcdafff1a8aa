using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Nodes
{
    /// <summary>Throws once in so many times, at a first poll or after a while.</summary>
    internal sealed class Bomb : Node
    {
        public Bomb(World world)
        {
            Inner = new Fuse(world);
        }

        /// <summary>What it throws.</summary>
        public sealed class BangException : Exception
        {
        }

        private sealed class Fuse(World world) : Future
        {
            private readonly Delay _delay = new();
            private bool _burns;

            public override Poll Poll(Waker waker)
            {
                if (!_burns)
                {
                    _burns = true;
                    _delay.For(world.Chance.Below(2) * world.Chance.Duration(10, 5_000));
                }

                if (_delay.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _burns = false;
                if (world.Chance.OneIn(3))
                {
                    throw new BangException();
                }

                return Ready;
            }

            public override void Cancel()
            {
                _burns = false;
                _delay.Cancel();
            }

            public override void Detach()
            {
                _delay.Detach();
            }
        }
    }
}
