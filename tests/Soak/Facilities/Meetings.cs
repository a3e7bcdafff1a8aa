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

    /// <summary>
    /// Event flags: a flag that resets itself lets one go on for each time it was set, the one that has waited longest.
    /// </summary>
    internal sealed class Flags(World world, bool autoReset) : Facility(world)
    {
        private const int All = 0b1111;

        private readonly EventFlags _flags = new(autoReset);
        private readonly List<Leaf> _leaves = [];
        private int _bits;
        private long _turns;

        public override (long Shortest, long Longest) Pace => (3_200, 320_000);

        public override Node NewLeaf()
        {
            Leaf leaf = new(this, Chance.Between(1, All), Chance.OneIn(2));
            _leaves.Add(leaf);
            return leaf;
        }

        public override void Interrupt()
        {
            int mask = Chance.Between(1, All);
            if (Chance.OneIn(3))
            {
                Unless(_flags.Clear(mask) == _bits, "flags are not what was set and not taken");
                _bits &= ~mask;
            }
            else
            {
                Set(mask);
            }
        }

        public override void CheckQuiet()
        {
            int waiting = 0;
            foreach (Leaf leaf in _leaves)
            {
                waiting += leaf.IsWaiting ? 1 : 0;
                Unless(!leaf.Sleeps || !CanGoOn(leaf), "flags are set and somebody sleeps on ");
            }

            Unless(_flags.Value == _bits, "flags are not what was set and not taken");
            Unless(_flags.Waiting == waiting, "it does not know how many wait");
        }

        public override void Serve()
        {
            Set(All);
        }

        public override void CheckEnd()
        {
            CheckQuiet();
            Unless(_flags.Waiting == 0, "somebody was left waiting");
        }

        // One that waited longer and is not polled keeps its turn.
        private bool CanGoOn(Leaf leaf)
        {
            int met = leaf.Met(_bits);
            return met != 0 && !(_flags.AutoReset && _leaves.Exists(
                other => other.IsWaiting && other.Turn < leaf.Turn && (other.Met(_bits) & met) != 0));
        }

        private void Set(int mask)
        {
            _bits |= mask;
            _flags.Set(mask);
        }

        private sealed class Leaf : Node
        {
            private readonly Flags _of;
            private readonly EventFlagsWait _wait;
            private readonly int _mask;
            private readonly bool _all;

            public Leaf(Flags of, int mask, bool all)
            {
                _of = of;
                _mask = mask;
                _all = all;
                _wait = all ? of._flags.NewWaitAll(mask) : of._flags.NewWaitAny(mask);
                Inner = _wait;
            }

            public long Turn { get; private set; }

            public int Met(int bits)
            {
                bits &= _mask;
                return _all && bits != _mask ? 0 : bits;
            }

            protected override void OnBegin()
            {
                Turn = ++_of._turns;
            }

            protected override void OnReady(bool first)
            {
                int met = Met(_of._bits);
                Unless(met != 0 && _wait.Result == met, $"ready with {_wait.Result} and its flags are {met}");
                if (!_of._flags.AutoReset)
                {
                    return;
                }

                foreach (Leaf other in _of._leaves)
                {
                    bool isWanted = other.IsWaiting && (other.Met(_of._bits) & met) != 0;
                    Unless(!isWanted || other.Turn > Turn, "one that had waited longer was passed over");
                }

                _of._bits &= ~met;
            }
        }
    }
}
