using System;
using NanoExecutor;

// What is in a catch or finally block is code like any other.
public sealed class Task : Future
{
    private object _made;

    public override Poll Poll(Waker waker)
    {
        try
        {
            waker.Wake();
        }
        catch (Exception)
        {
            _made = new object(); //! new-object 12 bytes
        }
        finally
        {
            _made = new Task(); //! new-object 24 bytes
        }

        return NanoExecutor.Poll.Pending;
    }
}
