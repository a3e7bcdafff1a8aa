using System;
using NanoExecutor;

public enum Colour
{
    Red,
    Green,
}

// Enums, DateTime and the like are no structs there; the whole of this is clean.
public sealed class Task : Future
{
    private DateTime _time;
    private Colour _colour;
    private readonly Colour[] _colours = new Colour[2];
    private readonly DateTime[] _times = new DateTime[2];

    public override Poll Poll(Waker waker)
    {
        DateTime now = DateTime.UtcNow;
        long ticks = now.Ticks;
        _time = now;
        Colour colour = Next(_colour);
        _colour = colour;
        _colours[1] = colour;
        _times[0] = _time;
        _time = _times[1];
        return ticks > colour.GetHashCode() ? NanoExecutor.Poll.Ready : NanoExecutor.Poll.Pending;
    }

    private static Colour Next(Colour colour)
    {
        return colour == Colour.Red ? Colour.Green : Colour.Red;
    }
}
