using NanoExecutor.Soak.Nodes;

namespace NanoExecutor.Soak.Running
{
    /// <summary>A task: arms one of its trees at random, awaits it, and again, until the world ends.</summary>
    internal sealed class SoakTask : Future
    {
        private const int Trees = 4;
        private const int MaxPerPoll = 4;

        private readonly World _world;
        private readonly Node[] _trees;
        private readonly RaceNode? _keepingRace;
        private readonly Delay _pause = new();
        private bool _pauses;
        private Node? _current;

        public SoakTask(World world, Tree tree, bool roams)
        {
            _world = world;
            Roams = roams;
            Executor = world.Executor;
            if (world.Chance.OneIn(8))
            {
                _keepingRace = tree.NewKeepingRace();
                _trees = [_keepingRace];
                return;
            }

            _trees = new Node[Trees];
            for (int i = 0; i < _trees.Length; i++)
            {
                _trees[i] = tree.New();
            }
        }

        /// <summary>Whether it may be given to another executor.</summary>
        public bool Roams { get; }

        /// <summary>Whose task it is.</summary>
        public Executor Executor { get; private set; }

        /// <summary>Names it while it is a task.</summary>
        public long Handle { get; private set; }

        /// <summary>Trees awaited to their end.</summary>
        public long Awaited { get; private set; }

        public void SpawnIn(Executor executor)
        {
            Executor = executor;
            Handle = executor.Spawn(this);
        }

        public override Poll Poll(Waker waker)
        {
            for (int i = 0; i < MaxPerPoll; i++)
            {
                if (_pauses && _pause.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _pauses = false;
                if (_current == null)
                {
                    if (_world.IsEnding)
                    {
                        _keepingRace?.CancelLosers();
                        return Ready;
                    }

                    if (_world.Chance.OneIn(4))
                    {
                        _keepingRace?.CancelOne(_world.Chance);
                    }

                    _current = _trees[_world.Chance.Below(_trees.Length)];
                    _current.Arm();
                    _keepingRace?.Attend(true);
                }

                if (_current.Poll(waker) == Pending)
                {
                    return Pending;
                }

                Awaited++;
                _current = null;
                _keepingRace?.Attend(false);
                if (!_world.IsEnding && !_world.Chance.OneIn(4))
                {
                    _pauses = true;
                    _pause.For(_world.Chance.Duration(1_000, _world.IsSmall ? 300_000 : 3_000_000));
                }
            }

            waker.Wake();
            return Pending;
        }

        public override void Cancel()
        {
            if (!_world.Sabotages(Sabotage.LeaveWaiter))
            {
                _current?.Cancel();
            }

            _keepingRace?.CancelLosers();
            _current = null;
            _pause.Cancel();
            _pauses = false;
        }

        public override void Detach()
        {
            _pause.Detach();
            foreach (Node tree in _trees)
            {
                tree.Detach();
            }
        }

        public override string ToString()
        {
            return _current?.ToString() ?? "nothing";
        }
    }
}
