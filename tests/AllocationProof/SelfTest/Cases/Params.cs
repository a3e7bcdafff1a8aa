using NanoExecutor;

public sealed class Task : Future
{
    private int _sum;

    public override Poll Poll(Waker waker)
    {
        Add(1, 2, 3); //! params-array 36 bytes
        Add(_ready);
        return NanoExecutor.Poll.Pending;
    }

    private static readonly int[] _ready = { 1, 2 };

    private void Add(params int[] numbers)
    {
        foreach (int number in numbers)
        {
            _sum += number;
        }
    }
}
