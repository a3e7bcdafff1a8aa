namespace NanoExecutor.Benchmarks
{
    /// <summary>The task of <see cref="LinearMean"/> as one writes it by hand: a switch on where it waits.</summary>
    internal sealed class SwitchedMean : Future
    {
        private const int Starting = 0;
        private const int Summing = 1;
        private const int Resting = 2;

        private readonly Reading _reading = new Reading();
        private int _state;
        private int _sum;
        private int _count;

        internal int Mean { get; private set; }

        public override Poll Poll(Waker waker)
        {
            while (true)
            {
                switch (_state)
                {
                    case Starting:
                        _sum = _reading.Result;
                        _count = 0;
                        _state = Summing;
                        break;

                    case Summing:
                        if (_reading.Poll(waker) == Pending)
                        {
                            return Pending;
                        }

                        if (++_count < LinearMean.Readings)
                        {
                            _sum += _reading.Result;
                            break;
                        }

                        Mean = _sum / LinearMean.Readings;
                        _state = Mean > LinearMean.High ? Resting : Starting;
                        break;

                    default:
                        if (_reading.Poll(waker) == Pending)
                        {
                            return Pending;
                        }

                        _state = Starting;
                        break;
                }
            }
        }
    }
}
