public class Port
{
    private static object _made;

    ~Port()
    {
        Close();
    }

    private static void Close()
    {
        _made = new object(); //! new-object
    }
}
