namespace NanoExecutor.Interleavings
{
    // What is decided beside whose turn it is: ways that a scenario offers, and calls for which there is no memory.
    internal sealed partial class Execution
    {
        private const string NoMemory = "memory";

        // Calls that may still find no memory.
        private int _callsWithoutMemory;
        private bool _memoryRanOut;

        internal int Choose(string what, int ways)
        {
            if (_phase != Phase.Run)
            {
                Refuse();
                throw new InvalidOperationException("Only an actor chooses.");
            }

            if (ways > _options.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(ways), $"{ways} ways; {_options.Length} at the most.");
            }

            NextPlace();
            Actor me = _current!;
            int way = 0;
            if (!_nothingNew && ways > 1)
            {
                _optionCount = ways;
                way = Decide(DecisionKind.Choice);
                if (way != 0)
                {
                    _deviations.Add(Here, Deviations.NameOf(what, way));
                }
            }

            me.History = Hash.Mix(me.History, (ulong)way + 4);
            Note($"chooses {what} {way}");
            return way;
        }

        internal void MemoryRunsOut(int calls)
        {
            _callsWithoutMemory = calls;
            _memoryRanOut = true;
        }

        /// <summary>Lets the others run. What waits for memory to come back waits for none of them.</summary>
        internal void Sleep()
        {
            if (_memoryRanOut)
            {
                Point();
            }
            else
            {
                GiveWay("the others, in Thread.Sleep");
            }
        }

        /// <summary>A call of the executor's loop needs a frame.</summary>
        internal void NeedMemory(string method)
        {
            if (_callsWithoutMemory > 0 && _phase == Phase.Run && _current!.Kind == ActorKind.Thread
                && Choose(NoMemory, 2) == 1)
            {
                _callsWithoutMemory--;
                Note("has no memory to call " + method);
                throw new OutOfMemoryException("to call " + method);
            }
        }
    }
}
