namespace NanoExecutor.Benchmarks
{
    /// <summary>What both ways of writing a task wait for: pending once, then ready with a number.</summary>
    internal sealed class Reading : Future
    {
        private const int Largest = 100;

        private bool _pending;

        internal int Result { get; private set; }

        public override Poll Poll(Waker waker)
        {
            _pending = !_pending;
            if (_pending)
            {
                return Pending;
            }

            Result = Result == Largest ? 0 : Result + 1;
            return Ready;
        }
    }

    /// <summary>Polls a task that is always awake, and nothing else.</summary>
    internal sealed class Polls : Work
    {
        private readonly Future _task;

        internal Polls(string name, Future task)
            : base(name)
        {
            _task = task;
        }

        internal override bool IsOwn => true;

        internal override void Run(int operations)
        {
            Future task = _task;
            for (int i = 0; i < operations; i++)
            {
                task.Poll(null);
            }
        }
    }

    /// <summary>The mean of some readings again and again, one more awaited after each that is high: as straight lines.</summary>
    internal sealed partial class LinearMean : Routine
    {
        internal const int Readings = 8;
        internal const int High = 50;

        private readonly Reading _reading = new Reading();

        internal int Mean { get; private set; }

        [Linear]
        private void Body()
        {
            while (true)
            {
                int sum = 0;
                for (int i = 0; i < Readings; i++)
                {
                    sum += _reading.Result;
                    Await(_reading);
                }

                Mean = sum / Readings;
                if (Mean > High)
                {
                    Await(_reading);
                }
            }
        }
    }

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
