public sealed class Box<T> //! ?generics
{
    public T Value; //! ?generics
}

public static class Uses
{
    private static Box<int> _box; //! ?generics

    public static int Use()
    {
        return Id(_box.Value); //! generics, generics, generics
    }

    private static T Id<T>(T value)
    {
        return value; //! generics, generics
    }
}
