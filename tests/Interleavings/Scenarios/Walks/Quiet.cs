using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Ready each time the executor has parked for good: a thread has ended what it does, and no unpark is under way. A
    /// look is taken in that park.
    /// </summary>
    internal sealed class Quiet : Future
    {
        private readonly MachineScenario _scenario;
        private readonly Action _look;
        private readonly Register _ended;
        private readonly Reactor _reactor = new Reactor(1);
        private readonly SourceWait _wait;
        private bool _isQuiet;

        internal Quiet(MachineScenario scenario, World world, Action look)
        {
            _scenario = scenario;
            _look = look;
            _ended = world.Register("ended");
            _wait = _reactor.Register(0);
            world.Name(_reactor, "quiet");
            scenario.Parker.OnPark = AtPark;
        }

        public override Poll Poll(Waker waker)
        {
            while (_wait.Poll(waker) == Ready)
            {
                if (_isQuiet)
                {
                    _isQuiet = false;
                    _scenario.Parker.OnPark = AtPark;
                    return Ready;
                }
            }

            return Pending;
        }

        /// <summary>The thread has ended what it does. That thread.</summary>
        internal void Ended()
        {
            _ended.Value = 1;
            _reactor.Raise(0);
        }

        private void AtPark()
        {
            // In this order: what the thread did last has unparked by then.
            if (_ended.Value == 0 || _scenario.Parker.IsUnparked)
            {
                _scenario.Parker.OnPark = AtPark;
                return;
            }

            _look();
            _isQuiet = true;
            _reactor.Raise(0);
        }
    }
}
