public static class Uses
{
    public static void Reference(int number)
    {
        System.TypedReference reference = __makeref(number); //! opcode
        __refvalue(reference, int) = 3; //! opcode
    }
}
