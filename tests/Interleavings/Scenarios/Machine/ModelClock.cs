namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A clock that an actor moves on.</summary>
    internal sealed class ModelClock : Clock
    {
        private readonly Register _now;

        internal ModelClock(World world)
        {
            _now = world.Register("clock");
        }

        public override long Now => _now.Value;

        /// <summary>The time, for a check after the end.</summary>
        internal long Peek => _now.Peek;

        /// <summary>Sets it, as an interrupt of the machine does.</summary>
        internal void MoveTo(ModelParker parker, long time)
        {
            long before = _now.Value;
            _now.Value = time;
            parker.TimeMoved(before, time);
        }

        /// <summary>An interrupt sets it to each of these times in turn, at any moment.</summary>
        /// <param name="world">Where the interrupt lives.</param>
        /// <param name="parker">Ends its park when the time it was given is passed.</param>
        /// <param name="times">Rising.</param>
        internal void Moves(World world, ModelParker parker, params long[] times)
        {
            Register next = world.Register("clock.next");
            world.Interrupt("tick", () =>
            {
                long time = times[next.Value];
                next.Value++;
                MoveTo(parker, time);
            }).Whenever(() => next.Peek < times.Length);
        }

        /// <summary>An interrupt sets it to a time, at any moment once a register is not 0.</summary>
        internal void MovesOnce(World world, ModelParker parker, long time, Register gate)
        {
            world.Interrupt("tick", () => MoveTo(parker, time)).When(() => gate.Peek != 0);
        }

        /// <summary>
        /// An interrupt sets it to the time a park is to end, at any moment while it is and a register is not 0.
        /// </summary>
        internal void Follows(World world, ModelParker parker, Register gate)
        {
            world.Interrupt("tick", () =>
            {
                long armed = parker.Armed;
                if (armed != long.MaxValue)
                {
                    MoveTo(parker, armed);
                }
            }).Whenever(() => gate.Peek != 0 && parker.WillUnparkAfter(_now.Peek));
        }
    }
}
