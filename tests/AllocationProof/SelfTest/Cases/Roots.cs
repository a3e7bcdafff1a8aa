//@library
using System.Threading;

namespace NanoExecutor
{
    public delegate void Told();

    // Public members of the library are proved, whatever calls them; constructors and set-up are not.
    public class Primitive
    {
        private readonly Timer _timer;
        private object _made;

        public Primitive()
        {
            _made = new object();
            _timer = new Timer(Tick, null, 0, 0);
        }

        public event Told Told;

        public object Fresh => new object(); //! new-object

        [Allocates("the buffer, once")]
        public void SetUp()
        {
            _made = new byte[5]; //! new-array 36 bytes
        }

        [Allocates("nothing, as it turns out")]
        public void NotSetUp()
        {
            _made = null; //! needless-mark
        }

        public void Use()
        {
            Told?.Invoke();
            Hidden();
        }

        protected void ForHeirs()
        {
            _made = new object(); //! new-object
        }

        internal void Unused()
        {
            _made = new object();
        }

        private void Hidden()
        {
            _made = new object(); //! new-object
        }

        private void Tick(object state)
        {
            _made = new object(); //! new-object, write-from-interrupt
        }
    }

    // A mark on a contract speaks for those who keep it.
    public abstract class Board
    {
        [Allocates("its pins")]
        public abstract void Open();

        public abstract void Work();
    }

    internal sealed class SomeBoard : Board
    {
        private object _made;

        public override void Open()
        {
            _made = new object();
        }

        public override void Work()
        {
            _made = new object(); //! new-object
        }
    }

    internal sealed class UsesSetUp : Future
    {
        private readonly Primitive _primitive = new Primitive();

        public override Poll Poll(Waker waker)
        {
            _primitive.SetUp();
            return NanoExecutor.Poll.Pending;
        }
    }
}
