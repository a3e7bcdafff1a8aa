using System;
using System.Runtime.InteropServices;

public interface IDefault
{
    int Number()
    {
        return 1; //! default-interface-member
    }
}

[StructLayout(LayoutKind.Explicit)]
public struct Overlaid
{
    [FieldOffset(0)]
    public int A; //! ?field-offset

    [FieldOffset(0)]
    public int B; //! ?field-offset
}

public static unsafe class Uses
{
    private static int[,] _grid; //! ?multi-dimensional-array
    private static int _sum;

    [ThreadStatic]
    private static int _perThread; //! ?thread-static

    public static void Grid(int n)
    {
        _sum = _grid[1, n]; //! multi-dimensional-array
    }

    public static int Checked(int n)
    {
        return checked(n + 1) + _perThread; //! checked
    }

    public static int Through(int* pointer)
    {
        return *pointer; //! pointer
    }

    public static void OnStack()
    {
        int* numbers = stackalloc int[4]; //! pointer
        _sum = Through(numbers); //! pointer
    }

    public static void Address()
    {
        delegate*<void> address = &OnStack; //! function-pointer
        address(); //! function-pointer
    }
}

public abstract class Takes
{
    public abstract void In(in int number); //! ?modifier
}
