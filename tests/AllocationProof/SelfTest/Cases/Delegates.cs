using NanoExecutor;

public delegate int Number();

public sealed class Task : Future
{
    private readonly Number _ready;
    private Number _number;
    private int _field;

    public Task()
    {
        _ready = Seven;
    }

    public override Poll Poll(Waker waker)
    {
        _number = Seven; //! new-delegate 36 bytes
        _number = () => 8; //! first-use-lambda 36 bytes
        _number = () => _field; //! capturing-lambda 36 bytes
        Capture(_ready());
        return NanoExecutor.Poll.Pending;
    }

    private void Capture(int captured)
    {
        _number = () => captured; //! capturing-lambda 24 bytes, capturing-lambda 36 bytes
    }

    private int Seven()
    {
        _field = 7;
        return (new int[1])[0]; //! new-array
    }
}
