using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Nodes
{
    /// <summary>Ready with its child; each poll that took too long is reported with the slot and the time.</summary>
    internal sealed class BudgetNode : Composite
    {
        private readonly World _world;
        private readonly Budget _budget;
        private int _heard;

        public BudgetNode(World world, Node child)
            : base([child])
        {
            _world = world;
            _budget = new Budget(child, world.Chance.Duration(5, 500)) { OnOverrun = Heard };
            Inner = _budget;
        }

        protected override Poll PollInner(Waker waker)
        {
            int heard = _heard;
            long before = _world.Clock.Time;
            Poll result = Inner.Poll(waker);
            long took = _world.Clock.Time - before;
            bool isOver = took - (2 * _world.Clock.ReadingCost) - (2 * (_world.Resolution - 1)) >= _budget.Limit;
            Unless(_heard == heard || took > _budget.Limit, "it reported a poll that was short enough");
            Unless(_heard > heard || !isOver, "it did not report a poll that was too long");
            return result;
        }

        protected override void OnReady(bool first)
        {
            CheckEach(1);
            CheckNoneWaits();
            Unless(_budget.Overruns == _heard, "it did not count what it reported");
        }

        private void Heard(Budget budget, int slot, long took)
        {
            _heard++;
            Unless(took > budget.Limit && took <= budget.Worst, "it reported another time than it measured");
            Unless(slot >= 0 && slot < _world.Executor.Capacity, $"it reported slot {slot}, which there is not");
        }
    }
}
