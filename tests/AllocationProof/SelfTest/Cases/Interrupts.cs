//@library
//@shared field|NanoExecutor.Pin._level|the task reads it, only the interrupt writes
//@shared field|NanoExecutor.Pin._gone|not there any more
//@shared field|NanoExecutor.Pin._never|no interrupt writes it //! ?stale-shared-field, ?stale-shared-field
//@shared entry|NanoExecutor.Pin.Vanished|was renamed //! ?stale-shared-field
using System.Threading;

namespace NanoExecutor
{
    internal sealed class Pin : Future
    {
        private readonly Waker _waker = new Waker();
        private readonly int[] _counts = new int[2];
        private readonly Timer _timer;
        private int _level;
        private int _never;
        private int _edges;
        private int _safe;
        private bool _seen;

        internal Pin()
        {
            _timer = new Timer(OnEdge, null, 0, 0);
        }

        public override Poll Poll(Waker waker)
        {
            _seen = true;
            _never++;
            return NanoExecutor.Poll.Pending;
        }

        private void OnEdge(object state)
        {
            _level = 1;
            _edges++; //! write-from-interrupt
            _counts[1] = 2; //! write-from-interrupt
            _counts[0]++; //! write-from-interrupt
            _waker.Hints[2] = 1;
            Interlocked.Increment(ref _safe); //! write-from-interrupt
            Deeper();
        }

        private void Deeper()
        {
            if (_edges > 3)
            {
                _seen = false; //! write-from-interrupt
            }

            _waker.Wake();
        }
    }

    public abstract class Producer
    {
        /// <summary>Any thread.</summary>
        public abstract void Put(int value);

        /// <summary>Only the task.</summary>
        public abstract int Get();

        /// <summary>How many were put. Any
        /// thread.</summary>
        public abstract int Count { get; }
    }

    internal sealed class Slot : Producer
    {
        private int _value;
        private int _counted;

        /// <summary>What was taken. Any thread reads it.</summary>
        public int Taken { get; private set; }

        public override int Count => _counted++; //! write-from-interrupt

        public override void Put(int value)
        {
            _value = value; //! write-from-interrupt
        }

        public override int Get()
        {
            Taken = _value++;
            return Taken;
        }
    }
}
