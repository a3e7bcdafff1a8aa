using System.Diagnostics;
using NanoExecutor.Soak.Facilities;
using NanoExecutor.Soak.Nodes;

namespace NanoExecutor.Soak.Running
{
    /// <summary>One soak, from its seed to the empty world behind it.</summary>
    internal sealed class Run
    {
        /// <summary>Everything is looked at once in so many parks; in a small world more often.</summary>
        private const int ParksPerLook = 32;

        private const int ParksPerLookIfSmall = 4;
        private const int MaxServings = 10_000;
        private const int RunsByHand = 200;

        private readonly World _world;
        private readonly Chaos _chaos;
        private readonly Stopwatch _watch = new();
        private long _neighbourDue = long.MaxValue;
        private long _parks;
        private long _stops;
        private long _faults;

        public Run(Options options)
        {
            _world = new World(options);
            _chaos = new Chaos(_world);
            _world.Executor.OnFault = Restart;
            _world.Executor.OnIdle = Look;
            _world.Neighbour.OnFault = Restart;
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
                    task.SpawnIn(_world.Executor);
                }

                _world.Executor.Spawn(_chaos);
                RunUntil(_world.Options.Minutes * Duration.Minute);
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

        // Each stop changes the way in which the executor is run.
        private void RunUntil(long time)
        {
            Delay end = new Delay().Until(time);
            while (_world.Clock.Time < time && !_world.Executor.BlockOn(end))
            {
                _stops++;
                for (int run = 0; run < RunsByHand && _world.Clock.Time < time && _world.Chance.Below(RunsByHand) > 0; run++)
                {
                    long deadline = _world.Executor.RunUntilIdle();
                    if (_world.Executor.State != ExecutorState.Stopped)
                    {
                        Look(_world.Executor);
                    }

                    long next = _world.Clock.Time + _world.Chance.Duration(1, Duration.Second);
                    _world.Clock.AdvanceTo(Math.Max(_world.Clock.Time, Math.Min(next, deadline)));
                }
            }
        }

        private void End()
        {
            _world.IsEnding = true;
            for (int servings = 0; _world.Executor.TaskCount + _world.Neighbour.TaskCount > 0; servings++)
            {
                BrokenException.Unless(servings < MaxServings, "the end", $"these sleep on: {Left()}");
                foreach (Facility facility in _world.Facilities)
                {
                    facility.Serve();
                }

                foreach (Action end in _world.Endable)
                {
                    end();
                }

                _world.RunUntilIdle();
                CheckAsleep(_world.Executor);
                CheckAsleep(_world.Neighbour);
                _world.CheckQuiet();
                _world.Clock.Advance(Duration.Millisecond + _world.Resolution);
            }
        }

        private static void CheckAsleep(Executor executor)
        {
            BrokenException.Unless(executor.Asleep == executor.TaskCount, "the end", "a task is awake and nothing runs it");
        }

        private void CheckEmpty()
        {
            CheckEmpty(_world.Executor, "the end");
            CheckEmpty(_world.Neighbour, "the end of the second executor");
            foreach (Node node in _world.Nodes)
            {
                BrokenException.Unless(!node.IsWaiting, node, "was left waiting");
            }

            foreach (Facility facility in _world.Facilities)
            {
                facility.CheckEnd();
            }
        }

        private static void CheckEmpty(Executor executor, string where)
        {
            BrokenException.Unless(executor.Faulted == 0, where, "a slot is held by a task that threw");
            BrokenException.Unless(executor.RunUntilIdle() == long.MaxValue, where, "a timer was left behind");
        }

        private void Restart(Executor executor, long handle, Exception exception)
        {
            if (exception is not Bomb.BangException)
            {
                throw new BrokenException(exception.ToString());
            }

            SoakTask task = _world.Tasks.Single(t => t.Executor == executor && t.Handle == handle);
            _faults++;
            executor.Abort(handle);
            task.SpawnIn(executor);
        }

        private void Look(Executor executor)
        {
            if (_world.Neighbour.State == ExecutorState.NeedRun || _neighbourDue <= _world.Clock.Time)
            {
                // Time passes in there, so that a look must wait for the next park.
                _neighbourDue = _world.Neighbour.RunUntilIdle();
            }
            else if (_parks++ % (_world.IsSmall ? ParksPerLookIfSmall : ParksPerLook) == 0)
            {
                _world.CheckQuiet();
            }
        }

        private string Left()
        {
            return string.Join("; ", _world.Tasks.Where(t => t.Executor.IsAlive(t.Handle)));
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
                $"{_stops:N0} stops, {_faults:N0} faults, {_parks:N0} parks; every invariant holds");
        }
    }
}
