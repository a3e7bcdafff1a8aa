using System;
using NanoExecutor;

public sealed class Task : Future
{
    private static readonly Exception _kept = new Exception();
    private Exception _caught;
    private int _step;

    public override Poll Poll(Waker waker)
    {
        if (_step == 1)
        {
            throw new InvalidOperationException("no"); //! exception-made 96 bytes or more, string-literal 12 bytes
        }

        if (_step == 2)
        {
            throw _kept; //! throw 36 bytes
        }

        if (_step == 3)
        {
            throw Throw.Wrong(_step);
        }

        if (_step == 4)
        {
            Throw.AtOnce();
        }

        try
        {
            _step++;
        }
        catch (Exception e)
        {
            _caught = e;
            Throw.Note(this);
            throw; //! rethrow
        }

        Throw.Note(this); //! helper-returns
        _caught = Throw.Wrong(5); //! helper-unthrown
        return NanoExecutor.Poll.Pending;
    }

    [ThrowHelper]
    private static class Throw
    {
        public static Exception Wrong(int step)
        {
            return new InvalidOperationException(step == 0 ? "a" : "b");
        }

        public static void AtOnce()
        {
            throw new InvalidOperationException("c");
        }

        public static void Note(Task task)
        {
            task._caught = new Exception();
        }
    }

    // The library keeps its mark to itself; one of the same name does.
    private sealed class ThrowHelperAttribute : Attribute
    {
    }
}
