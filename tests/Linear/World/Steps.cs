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

    /// <summary>Yields an enum.</summary>
    public sealed class ColourStep : Step
    {
        internal ColourStep(Stage stage, int id)
            : base(stage, id)
        {
        }

        public Colour Result { get; private set; }

        public new LeafAwaiter<Colour> GetAwaiter()
        {
            return new LeafAwaiter<Colour>(Stage, this, () => Result);
        }

        protected override void Finish()
        {
            Result = (Colour)Stage.Choose("colour", Id, 3);
        }
    }

    /// <summary>Yields a bool from a property.</summary>
    public sealed class FlagStep : Step
    {
        internal FlagStep(Stage stage, int id)
            : base(stage, id)
        {
        }

        public bool Result { get; private set; }

        public new LeafAwaiter<bool> GetAwaiter()
        {
            return new LeafAwaiter<bool>(Stage, this, () => Result);
        }

        protected override void Finish()
        {
            Result = Stage.Turn(-Id);
        }
    }

    /// <summary>Yields an int from a property.</summary>
    public sealed class NumberStep : Step
    {
        internal NumberStep(Stage stage, int id)
            : base(stage, id)
        {
        }

        public int Result { get; private set; }

        public new LeafAwaiter<int> GetAwaiter()
        {
            return new LeafAwaiter<int>(Stage, this, () => Result);
        }

        protected override void Finish()
        {
            Result = Stage.Choose("number", Id, 7);
        }
    }

    /// <summary>Yields an object from a field.</summary>
    public class ThingStep : Step
    {
        public object? Result;

        internal ThingStep(Stage stage, int id)
            : base(stage, id)
        {
        }

        public new LeafAwaiter<object?> GetAwaiter()
        {
            return new LeafAwaiter<object?>(Stage, this, () => Result);
        }

        protected override void Finish()
        {
            Result = Stage.Thing(Id);
        }
    }
}
