namespace NanoExecutor.Interleavings
{
    // Who may go on, and what it means if nobody can.
    internal sealed partial class Execution
    {
        // Who runs next, when the one that ran cannot go on. Null: the schedule has ended.
        private Actor? ChooseNext()
        {
            _current = null;
            do
            {
                if (_unfinished == 0)
                {
                    return null;
                }

                _optionCount = 0;
                Actor? first = _interrupted;
                _interrupted = null;
                if (first != null && IsReady(first))
                {
                    _options[_optionCount++] = first;
                }

                AddReady(first);
            }
            while (_optionCount == 0 && FlushAll());

            if (_optionCount == 0)
            {
                FailStuck();
            }

            NextPlace();
            if (_optionCount == 1 || _nothingNew)
            {
                return _options[0];
            }

            int choice = Decide(DecisionKind.Next);
            if (choice != 0)
            {
                _deviations.Add(Here, _options[choice].Name);
            }

            return _options[choice];
        }

        private void AddReady(Actor? except)
        {
            foreach (Actor actor in _actors)
            {
                if (actor != except && IsReady(actor))
                {
                    _options[_optionCount++] = actor;
                }
            }
        }

        private bool IsReady(Actor actor)
        {
            if (actor.Finished)
            {
                return false;
            }

            if (actor.GivesWay)
            {
                return OthersChanged(actor) != actor.SawOthersChange;
            }

            Func<bool>? condition = actor.Started ? actor.Until : actor.Gate;
            if (condition == null)
            {
                return true;
            }

            Phase phase = _phase;
            _phase = Phase.Look;
            bool holds = condition();
            _phase = phase;
            return holds;
        }

        private int Decide(DecisionKind kind)
        {
            Decision decision = new(this, kind, _optionCount, Bound - Preemptions, Here);
            int choice = _strategy.Choose(decision, _options.AsSpan(0, _optionCount));
            if (choice == Strategy.NothingNew)
            {
                _nothingNew = true;
                return 0;
            }

            return choice;
        }

        private void FailStuck()
        {
            _phase = Phase.Check;
            string message = _scenario.Stuck();
            _phase = Phase.Run;
            foreach (Actor actor in _actors)
            {
                if (!actor.Finished && !actor.MayRemain)
                {
                    message += Environment.NewLine + "  " + actor.Name
                        + (actor.Started ? " waits for " + actor.WaitsFor : " never gets to begin");
                }
            }

            Fail(message);
        }
    }
}
