//@alone
using SomeBoard;

// A package that is read and not proved calls these; nothing of it is a root.
public sealed class Thermistor : Sensor
{
    private object _made;

    public Thermistor()
    {
        OnEdge = Edge;
    }

    public override int Convert(int raw)
    {
        _made = new object(); //! new-object
        return raw;
    }

    private void Edge(int level)
    {
        _made = new object(); //! new-object
    }
}
