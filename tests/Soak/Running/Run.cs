using System.Diagnostics;
using NanoExecutor.Soak.Facilities;
using NanoExecutor.Soak.Nodes;

namespace NanoExecutor.Soak.Running
{
    /// <summary>One soak, from its seed to the empty world behind it.</summary>
    internal sealed class Run
    {
        /// <summary>Everything is looked at once in so many parks.</summary>
        private const int ParksPerLook = 32;
        private const int MostServings = 10_000;

        private readonly World _world;
        private readonly Chaos _chaos;
        private readonly Stopwatch _watch = new();
        private long _parks;
        private long _faults;

        public Run(Options options)
        {
            _world = new World(options);
            _chaos = new Chaos(_world);
            _world.Executor.OnFault = Restart;
            _world.Executor.OnIdle = Look;
        }

        /// <summary>Runs it.</summary>
        /// <returns>What happened, in one line.</returns>
        public string Soak()
        {
            _watch.Start();
            try
            {
                Interrupts.Start(_world);
                foreach (SoakTask task in _world.Tasks)
                {
                    task.Handle = _world.Executor.Spawn(task);
                }

                _world.Executor.Spawn(_chaos);
                _world.Executor.BlockOn(new Delay().Until(_world.Options.Minutes * Duration.Minute));
                End();
                CheckEmpty();
            }
            catch (BrokenException e)
            {
                throw new BrokenException(
                    $"seed {_world.Options.Seed}, at {_world.Clock.Time} microseconds: {e.Message}");
            }

            return Summary();
        }

        private void End()
        {
            _world.IsEnding = true;
            for (int servings = 0; _world.Executor.Live > 0; servings++)
            {
                BrokenException.Unless(servings < MostServings, "the end", $"these sleep on: {Left()}");
                foreach (Facility facility in _world.Facilities)
                {
                    facility.Serve();
                }

                foreach (Action end in _world.Endable)
                {
                    end();
                }

                _world.Executor.RunUntilIdle();
                _world.CheckQuiet();
                _world.Clock.Advance(Duration.Millisecond);
            }
        }

        private void CheckEmpty()
        {
            Executor executor = _world.Executor;
            BrokenException.Unless(executor.Faulted == 0, "the end", "a slot is held by a task that threw");
            BrokenException.Unless(executor.RunUntilIdle() == long.MaxValue, "the end", "a timer was left behind");
            foreach (Node node in _world.Nodes)
            {
                BrokenException.Unless(!node.IsWaiting, node, "was left waiting");
            }

            foreach (Facility facility in _world.Facilities)
            {
                facility.CheckEnd();
            }
        }

        private void Restart(Executor executor, long handle, Exception exception)
        {
            if (exception is not Bomb.BangException)
            {
                throw new BrokenException(exception.ToString());
            }

            SoakTask task = _world.Tasks.Single(t => t.Handle == handle);
            _faults++;
            executor.Abort(handle);
            task.Handle = executor.Spawn(task);
        }

        private void Look(Executor executor)
        {
            if (_parks++ % ParksPerLook == 0)
            {
                _world.CheckQuiet();
            }
        }

        private string Left()
        {
            return string.Join("; ", _world.Tasks.Where(t => _world.Executor.IsTask(t.Handle)));
        }

        private string Summary()
        {
            Executor executor = _world.Executor;
            long awaited = _world.Tasks.Sum(t => t.Awaited);
            return FormattableString.Invariant(
                $"seed {_world.Options.Seed}: {_world.Clock.Time / Duration.Minute} simulated minutes in ")
                + FormattableString.Invariant(
                $"{_watch.Elapsed.TotalSeconds:0.0} s; {_world.Tasks.Count} tasks of {_world.Nodes.Count} futures, ")
                + FormattableString.Invariant(
                $"{awaited:N0} awaits, {executor.Polls:N0} polls, {executor.SpuriousPolls:N0} of them spurious, ")
                + FormattableString.Invariant(
                $"{_world.Clock.Fired:N0} interrupts, {_chaos.Aborts:N0} aborts, {_chaos.Moves:N0} moves, ")
                + FormattableString.Invariant(
                $"{_faults:N0} faults, {_parks:N0} parks; every invariant holds");
        }
    }
}
