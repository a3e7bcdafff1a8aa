using NanoExecutor;

public sealed class Point
{
    public int X;
    public int Y;
}

public struct Pair
{
    public int A;
    public int B;
}

public enum Colour
{
    Red,
}

public sealed class Task : Future
{
    private Point _point;
    private int[] _numbers;
    private object[] _objects;
    private byte[] _bytes;
    private Pair[] _pairs;
    private Colour[] _colours;
    private int _length = 3;

    public override Poll Poll(Waker waker)
    {
        _point = new Point(); //! new-object 36 bytes
        _numbers = new int[4]; //! new-array 36 bytes
        _objects = new object[4]; //! new-array 72 bytes
        _bytes = new byte[64]; //! new-array 84 bytes
        _bytes = new byte[_length]; //! new-array 20 bytes
        _numbers = new[] { 1, 2, 3, 4 }; //! new-array 36 bytes
        _pairs = new Pair[3]; //! new-array 168 bytes
        _colours = new Colour[3]; //! new-array 36 bytes
        return NanoExecutor.Poll.Pending;
    }
}
