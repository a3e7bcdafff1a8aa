namespace NanoExecutor.AllocationProof.Costs
{
    /// <summary>What the metadata processor or nanoCLR cannot take, wherever it stands in the assembly.</summary>
    internal static class Refusals
    {
        public static readonly Rule Generics = new(
            "generics",
            "generics: a used generic class crashes nanoCLR when it loads",
            "write the type out, with object, int or long");

        public static readonly Rule MultiDimensional = new(
            "multi-dimensional-array",
            "a multidimensional array: nanoCLR crashes",
            "use one array and compute the index");

        public static readonly Rule Pointer = new(
            "pointer",
            "pointers, fixed and stackalloc are refused by the metadata processor",
            "use an array and an index");

        public static readonly Rule DefaultMember = new(
            "default-interface-member", "an interface member with a body", "use an abstract class");

        public static readonly Rule Checked = new(
            "checked", "checked arithmetic: nanoCLR does not trap", "compare with the limits first");

        public static readonly Rule FunctionPointer = new(
            "function-pointer",
            "a function pointer: Main silently never runs",
            "use a delegate made once, or a virtual method");

        public static readonly Rule Modifier = new(
            "modifier",
            "a required modifier in a signature: nanoCLR does not know them",
            "leave out 'in' or 'ref readonly' there");

        public static readonly Rule FieldOffset = new(
            "field-offset", "[FieldOffset]: nanoCLR lays fields out by itself", "use shifts to take a value apart");

        public static readonly Rule ThreadStatic = new(
            "thread-static",
            "[ThreadStatic]: all threads share the field on nanoCLR",
            "keep it in an object that each thread has");

        public static readonly Rule Rethrow = new(
            "rethrow",
            "throw; in a catch block: if anything else was caught meanwhile, nanoCLR throws an empty exception",
            "name the exception, and throw what a [ThrowHelper] returns for it");

        public static readonly Rule Opcode = new(
            "opcode", "an instruction that the interpreter does not implement", "write it with ordinary statements");

        public static readonly Rule TooLong = new(
            "il-size", "more IL than one assembly can hold on nanoCLR", "split the assembly");
    }
}
