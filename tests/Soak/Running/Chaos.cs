namespace NanoExecutor.Soak.Running
{
    /// <summary>
    /// The task that aborts others at any point, moves them to other slots, and makes them tasks again; and that takes
    /// what it can get without waiting.
    /// </summary>
    internal sealed class Chaos(World world) : Future
    {
        private readonly Delay _delay = new();
        private bool _waits;

        public long Aborts { get; private set; }

        public long Moves { get; private set; }

        public override Poll Poll(Waker waker)
        {
            world.Passer = waker;
            while (!world.IsEnding)
            {
                if (!_waits)
                {
                    _waits = true;
                    _delay.For(world.Chance.Duration(5_000, 1_000_000));
                }

                if (_delay.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _waits = false;
                Strike(world.Tasks[world.Chance.Below(world.Tasks.Count)]);
                world.Facilities[world.Chance.Below(world.Facilities.Count)].Try();
            }

            return Ready;
        }

        private void Strike(SoakTask task)
        {
            if (world.Chance.OneIn(3))
            {
                Moves++;
                BrokenException.Unless(world.Executor.Take(task.Handle) == task, task, "Take did not find its task");
            }
            else
            {
                Aborts++;
                BrokenException.Unless(world.Executor.Abort(task.Handle), task, "Abort did not find its task");
            }

            task.Handle = world.Executor.Spawn(task);
        }
    }
}
