// Somebody else's package, which is read and not proved: it calls its users through members and delegates of its own.
namespace SomeBoard
{
    public delegate void EdgeHook(int level);

    public abstract class Sensor
    {
        public EdgeHook OnEdge { get; set; }

        public abstract int Convert(int raw);
    }
}
