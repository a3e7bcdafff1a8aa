namespace NanoExecutor.Interleavings
{
    // What the machine keeps, which no store buffer stands before.
    internal sealed partial class Execution
    {
        internal Register NewRegister(string name, long value)
        {
            Location location = At(LocationTable.IdOf(0, ++_bornInBuild), 0);
            location.Name = name;
            location.IsRegister = true;
            location.Epoch = _epoch;
            location.Readers = 0;
            location.Writers = 0;
            return new Register(this, location, value);
        }

        internal long LoadRegister(Location location)
        {
            if (_phase == Phase.Run)
            {
                BeforeRegister(location, false);
                Actor me = _current!;
                me.History = Hash.Mix(Hash.Mix(me.History, location.Key), location.Bits);
                _trace?.Add(me, "reads", location, ((long)location.Bits).ToString());
            }
            else
            {
                Refuse();
            }

            return (long)location.Bits;
        }

        internal void StoreRegister(Location location, long value)
        {
            ExchangeRegister(location, value);
        }

        internal long ExchangeRegister(Location location, long value)
        {
            long before = (long)location.Bits;
            if (_phase != Phase.Run)
            {
                Refuse();
                location.Bits = (ulong)value;
                return before;
            }

            Fence();
            BeforeRegister(location, true);
            Actor me = _current!;
            before = (long)location.Bits;
            me.History = Hash.Mix(Hash.Mix(me.History, location.Key), location.Bits);
            _trace?.Add(me, "writes", location, value.ToString());
            CountChange(location.Bits, (ulong)value);
            Commit(location, (ulong)value, null);
            return before;
        }

        /// <summary>Waits until a register has a value that will do, then writes another unless that is null.</summary>
        internal void WaitForRegister(Location location, Func<long, bool> willDo, long? then, string waitsFor)
        {
            if (_phase != Phase.Run)
            {
                Refuse();
                return;
            }

            Fence();
            BeforeRegister(location, then != null);
            if (!willDo((long)location.Bits))
            {
                WaitUntil(() => willDo((long)location.Bits), waitsFor);
                _hasStepped = true;
            }

            Actor me = _current!;
            me.History = Hash.Mix(Hash.Mix(me.History, location.Key), location.Bits);
            _trace?.Add(me, "has", location, ((long)location.Bits).ToString());
            if (then != null)
            {
                CountChange(location.Bits, (ulong)then.Value);
                Commit(location, (ulong)then.Value, null);
            }
        }

        private void BeforeRegister(Location location, bool writes)
        {
            NextPlace();
            if (location.Shared)
            {
                PointBefore(location, writes);
            }
            else
            {
                Touch(location, writes);
            }
        }
    }
}
