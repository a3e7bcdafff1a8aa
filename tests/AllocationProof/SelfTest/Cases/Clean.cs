using System;
using System.Threading;
using NanoExecutor;

public delegate void Told(int number);

public interface INumbers
{
    int Next();
}

public sealed class Counter : INumbers
{
    private int _next;

    public int Next()
    {
        return _next++;
    }
}

// Everything here costs nothing on nanoCLR.
public sealed class Task : Future
{
    private static readonly string _text = "made at load";
    private readonly int[] _numbers = { 1, 2, 3 };
    private readonly INumbers _source = new Counter();
    private readonly Told _told;
    private string _shown;
    private long _sum;
    private int _atomic;
    private object _anything;

    public Task()
    {
        _told = Told;
    }

    public override Poll Poll(Waker waker)
    {
        int state = _source.Next();
        switch (state)
        {
            case 0:
                foreach (int number in _numbers)
                {
                    _sum += number;
                }

                break;
            case 1:
                _told(3);
                break;
            case 2:
                Interlocked.Increment(ref _atomic);
                break;
            case 3:
                Swap(ref _numbers[0], ref _numbers[1]);
                break;
            default:
                _shown = _text;
                break;
        }

        _anything = this;
        Task same = _anything as Task;
        try
        {
            _sum = unchecked((_sum * 31) ^ (int)(_sum >> 7));
        }
        finally
        {
            waker.Wake();
        }

        return same == this && _shown == null ? NanoExecutor.Poll.Pending : NanoExecutor.Poll.Ready;
    }

    private static void Swap(ref int a, ref int b)
    {
        int c = a;
        a = b;
        b = c;
    }

    private void Told(int number)
    {
        _sum += number;
    }
}
