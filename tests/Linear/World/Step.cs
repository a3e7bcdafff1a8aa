namespace NanoExecutor.LinearProof
{
    /// <summary>
    /// A future that is pending as often as the stage decides, then ready or faulted. It keeps a record of each poll, with the
    /// waker, and arms itself again.
    /// </summary>
    public class Step : Future
    {
        private readonly Stage _stage;
        private readonly int _id;
        private bool _armed;
        private int _left;

        internal Step(Stage stage, int id)
        {
            _stage = stage;
            _id = id;
        }

        protected Stage Stage => _stage;

        protected int Id => _id;

        public override Poll Poll(Waker waker)
        {
            if (!_armed)
            {
                _armed = true;
                _left = Math.Max(0, _stage.Choose("left", _id, 6) - 2);
            }

            _stage.Note("poll " + GetType().Name + _id + " for " + Wakers.NameOf(waker));
            if (_left > 0)
            {
                _left--;
                return Pending;
            }

            _armed = false;
            if (!_stage.Calm && _stage.Choose("fault", _id, 12) == 0)
            {
                throw new FaultA(_id);
            }

            Finish();
            return Ready;
        }

        public override void Cancel()
        {
            _stage.Note("cancel " + GetType().Name + _id);
            _armed = false;
        }

        public override void Detach()
        {
            _stage.Note("detach " + GetType().Name + _id);
        }

        /// <summary>For the async twin.</summary>
        public LeafAwaiter GetAwaiter()
        {
            return new LeafAwaiter(_stage, this);
        }

        protected virtual void Finish()
        {
        }
    }
}
