public static class Long //! ?il-size
{
    private static int _a;

    public static void Add()
    {
        _a = (_a * 3) + _a - (_a / 5); //@times 3000
    }
}
