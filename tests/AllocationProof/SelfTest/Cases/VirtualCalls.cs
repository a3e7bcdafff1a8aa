using NanoExecutor;

public abstract class Sensor
{
    public abstract int Read();
}

public sealed class QuietSensor : Sensor
{
    private int _value;

    public override int Read()
    {
        return _value++;
    }
}

public class LoudSensor : Sensor
{
    public override int Read()
    {
        return new int[2].Length; //! new-array 36 bytes
    }
}

public sealed class LouderSensor : LoudSensor
{
    public override int Read()
    {
        return new int[5].Length; //! new-array 48 bytes
    }
}

public interface IShow
{
    void Show(int value);
}

public sealed class Explicit : IShow
{
    private object _kept;

    void IShow.Show(int value)
    {
        _kept = value; //! box
    }
}

public class Base
{
    private object _kept;

    public void Show(int value)
    {
        _kept = value; //! box
    }
}

public sealed class ThroughBase : Base, IShow
{
}

public sealed class Task : Future
{
    private readonly Sensor _sensor = new QuietSensor();
    private readonly IShow _show = new ThroughBase();

    public override Poll Poll(Waker waker)
    {
        _show.Show(_sensor.Read());
        return NanoExecutor.Poll.Pending;
    }
}
