namespace NanoExecutor.AllocationProof.Costs
{
    /// <summary>One thing that the proof looks for.</summary>
    /// <param name="Id">Its short name, as the self-test marks it.</param>
    /// <param name="Title">What was found, for a person.</param>
    /// <param name="Instead">What to write instead.</param>
    internal sealed record Rule(string Id, string Title, string Instead);

    /// <summary>What makes an object on nanoCLR's heap when code that is reached from a root runs it.</summary>
    internal static class Rules
    {
        public static readonly Rule NewObject = new(
            "new-object", "an object is made", "make it once, in a constructor, and arm it again for every use");

        public static readonly Rule NewArray = new(
            "new-array", "an array is made", "make it once, in a constructor, with the capacity it needs");

        public static readonly Rule ParamsArray = new(
            "params-array", "an array is made for a params call", "call an overload with a fixed number of arguments");

        public static readonly Rule Box = new(
            "box", "a value is boxed", "take the value as int or long, or keep it in a field of a class");

        public static readonly Rule StringLiteral = new(
            "string-literal", "a string literal: every use makes an object",
            "keep it in a static readonly field and read that, or say it in a [ThrowHelper]");

        public static readonly Rule TypeToken = new(
            "type-token",
            "typeof: every use makes an object",
            "compare with 'is', or keep the Type in a static readonly field");

        public static readonly Rule NewDelegate = new(
            "new-delegate", "a method group is turned into a delegate", "make the delegate once, in a constructor");

        public static readonly Rule CapturingLambda = new(
            "capturing-lambda",
            "a lambda that captures variables",
            "write a method and make its delegate once, in a constructor");

        public static readonly Rule FirstUseLambda = new(
            "first-use-lambda", "a lambda makes its delegate on first use", "make the delegate once, in a constructor");

        public static readonly Rule StructLocal = new(
            "struct-local",
            "a struct local: every call makes an object",
            "use a class made once, or plain primitive locals");

        public static readonly Rule StructLoad = new(
            "struct-load",
            "a struct is copied on to the stack",
            "reach its fields by address: array[i].field, object.struct.field, ref");

        public static readonly Rule StructByValue = new(
            "struct-by-value", "a struct is handed over by value", "take it by ref or in, or take its fields");

        public static readonly Rule KnownAllocator = new(
            "member-allocates", "a platform member that allocates", "call it while setting up, or leave it out");

        public static readonly Rule UnlistedMember = new(
            "member-not-listed", "a platform member whose cost is not known",
            "measure it on nanoCLR and list it in Members.tsv or a file given with --allow");

        public static readonly Rule Enumerator = new(
            "foreach-enumerator",
            "foreach over something that is not an array makes an enumerator",
            "count an index over an array");

        public static readonly Rule ExceptionMade = new(
            "exception-made", "an exception is made here", "move message and exception into a [ThrowHelper]");

        public static readonly Rule Throw = new(
            "throw",
            "an exception is thrown here, which makes its stack trace",
            "throw from a [ThrowHelper], or what one returns");

        public static readonly Rule NativeMethod = new(
            "native-method", "a method without IL: its cost cannot be read",
            "measure it on nanoCLR and list it in a file given with --allow");

        public static readonly Rule HelperReturns = new(
            "helper-returns", "a [ThrowHelper] that can return is called where nothing was caught",
            "let it throw on every path, return the exception and throw it, or call it in a catch block");

        public static readonly Rule HelperUnthrown = new(
            "helper-unthrown", "an exception from a [ThrowHelper] is not thrown at once", "write 'throw Helper(...)'");

        public static readonly Rule NeedlessMark = new(
            "needless-mark", "marked [Allocates] but it allocates nothing", "remove the mark, so that it stays proved");
    }

    /// <summary>The rule of time: who is polled, or is called from an interrupt, keeps nobody waiting.</summary>
    internal static class BlockingRules
    {
        public static readonly Rule Call = new(
            "blocking-call",
            "a call that can block: every task waits with it, or every interrupt",
            "await a future (Delay, SourceWait, Mutex …), or have a Worker make the call on its thread");

        public static readonly Rule NeedlessMark = new(
            "needless-blocks", "marked [Blocks] but it does not block", "remove the mark, so that tasks may call it");
    }

    /// <summary>The rule of ownership: one protocol is written by several threads, and nothing else.</summary>
    internal static class SharingRules
    {
        public static readonly Rule Outside = new(
            "write-from-interrupt",
            "a field outside the wake protocol is written from an interrupt or any thread",
            "let it set a bit with Waker.Wake or Reactor.Raise, or say in SharedFields.tsv why it is safe");

        public static readonly Rule Stale = new(
            "stale-shared-field", "SharedFields.tsv names what is not there any more", "remove or correct the line");
    }

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
