using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>What a [Linear] method must not be or contain. Numbers are never used twice; README.md has an example of each.</summary>
    internal static class Refusals
    {
        private const string Category = "NanoExecutor.Linear";

        public static readonly DiagnosticDescriptor NotPartial = Rule(
            "NEX001",
            "A routine is partial",
            "'{0}' has to be partial, because the rest of it is generated; add 'partial' to its declaration");

        public static readonly DiagnosticDescriptor NotARoutine = Rule(
            "NEX002",
            "A [Linear] method belongs to a Routine",
            "'{0}' has a [Linear] method but is not a Routine; derive it from NanoExecutor.Routine");

        public static readonly DiagnosticDescriptor SecondLinear = Rule(
            "NEX003",
            "A routine has one [Linear] method",
            "{0} has a [Linear] method already, '{1}'; a class is one future, so write another class and await it");

        public static readonly DiagnosticDescriptor WrongForm = Rule(
            "NEX004",
            "A [Linear] method is an ordinary instance method",
            "'{0}' cannot be lowered because it is {1}; write a private instance method with a body");

        public static readonly DiagnosticDescriptor GenericClass = Rule(
            "NEX005",
            "No generics on the device",
            "'{0}' is generic or stands in a generic type, which nanoFramework 1.x cannot run; write it for the type it needs");

        public static readonly DiagnosticDescriptor MemberTaken = Rule(
            "NEX006",
            "A member with a generated name",
            "{0} that the generator writes; {1}");

        public static readonly DiagnosticDescriptor NoLinear = Rule(
            "NEX007",
            "A routine has a [Linear] method",
            "'{0}' is a Routine without a [Linear] method, so nothing writes its Poll; mark the method that waits with [Linear], "
            + "or derive from Future and write Poll by hand");

        public static readonly DiagnosticDescriptor FileLocal = Rule(
            "NEX008",
            "A type that only its own file sees",
            "'{0}' is local to its file, and the rest of the routine is generated into another one; remove 'file' from its "
            + "declaration");

        public static readonly DiagnosticDescriptor AwaitInExpression = Rule(
            "NEX010",
            "Await inside a larger expression",
            "Await stands inside a larger expression; give it a statement of its own, 'var value = Await(...);', and use the value");

        public static readonly DiagnosticDescriptor AwaitInLambda = Rule(
            "NEX011",
            "Await inside a lambda",
            "Await stands inside a lambda or anonymous method, which is not lowered; move it into the [Linear] method");

        public static readonly DiagnosticDescriptor AwaitInLock = Rule(
            "NEX012",
            "Await inside a lock",
            "Await stands inside a lock, which would be held while other tasks run; release it before, or use an async lock of the library");

        public static readonly DiagnosticDescriptor AwaitInLocalFunction = Rule(
            "NEX013",
            "Await inside a local function",
            "Local function '{0}' awaits, which is not lowered; make it a Routine of its own, created once, and await that");

        public static readonly DiagnosticDescriptor AwaitInFilter = Rule(
            "NEX014",
            "Await inside an exception filter",
            "Await stands in the condition of a catch, which runs while the exception is thrown; await inside the catch block");

        public static readonly DiagnosticDescriptor AwaitTarget = Rule(
            "NEX015",
            "The target of an Await is looked at first",
            "'{0}' would be looked at before the Await and written after it; await into a local, then assign");

        public static readonly DiagnosticDescriptor RefLocal = Rule(
            "NEX020",
            "A ref local across an Await",
            "Ref local '{0}' is used where an Await may come between, and a field cannot hold a reference; "
            + "keep it and its uses together in a block without Await, or index again");

        public static readonly DiagnosticDescriptor RefParameter = Rule(
            "NEX021",
            "A parameter that is not passed by value",
            "Parameter '{0}' is {1}; parameters of a [Linear] method are kept as fields, so pass a value, or an object to write into");

        public static readonly DiagnosticDescriptor StructLocal = Rule(
            "NEX022",
            "A struct local",
            "'{0}' is of struct '{1}', which nanoCLR makes on the heap at every poll; use its parts, a class made once, or an array element by ref");

        public static readonly DiagnosticDescriptor StructSignature = Rule(
            "NEX023",
            "A struct parameter or result",
            "'{0}' is of struct '{1}', which nanoCLR copies on the heap; pass its parts, or a class made once");

        public static readonly DiagnosticDescriptor Captured = Rule(
            "NEX024",
            "A captured local",
            "'{0}' is captured by a lambda, local function or query, which makes an object at every run; use a field of the class");

        public static readonly DiagnosticDescriptor NotAField = Rule(
            "NEX026",
            "A local that no field can hold",
            "'{0}' {1}, so no field can hold it across an Await; keep it and its uses together in a block without Await");

        public static readonly DiagnosticDescriptor Goto = Rule(
            "NEX030",
            "Goto around an Await",
            "Jumps by goto that an Await may come between are not lowered; use a loop, break or continue");

        public static readonly DiagnosticDescriptor Yield = Rule(
            "NEX031",
            "Yield in a [Linear] method",
            "A [Linear] method is no iterator; write values to a queue or field, and await NanoExecutor.Yield to give way");

        public static readonly DiagnosticDescriptor Async = Rule(
            "NEX032",
            "async or await in a [Linear] method",
            "async and await need Task, which nanoFramework has not; remove 'async' and write Await(future)");

        public static readonly DiagnosticDescriptor ForeachNotArray = Rule(
            "NEX033",
            "foreach over something else than an array, around an Await",
            "foreach over '{0}' would keep an enumerator across the Await; iterate over a one-dimensional array, or use for with an index");

        public static readonly DiagnosticDescriptor Unsupported = Rule(
            "NEX034",
            "A construct that cannot be lowered",
            "{0} cannot be lowered; {1}");

        public static readonly DiagnosticDescriptor Recursion = Rule(
            "NEX040",
            "A routine that awaits itself",
            "'{0}' is the routine that is running, and it can run only once at a time; loop, or create a second routine and await that");

        public static readonly DiagnosticDescriptor AwaitOutside = Rule(
            "NEX041",
            "Await outside a [Linear] method",
            "Await works only in a method marked [Linear]; '{0}' is none, so this call throws when it runs");

        public static readonly DiagnosticDescriptor LinearCalled = Rule(
            "NEX042",
            "A [Linear] method is called",
            "'{0}' is never run as it stands; call Start and await, spawn or poll the routine");

        public static readonly DiagnosticDescriptor Broken = Rule(
            "NEX050",
            "The method does not compile",
            "'{0}' is not lowered because the compiler finds errors in it; the first is {1}{2}");

        public static readonly DiagnosticDescriptor NotLowered = Rule(
            "NEX051",
            "A method that cannot be lowered",
            "'{0}' is not lowered: {1}; move this into a method of its own, which is compiled as it stands, and report it");

        /// <summary>What <see cref="Broken"/> adds when a name is not found.</summary>
        public const string Unseen =
            ". What another generator writes is not seen here; call it in a method of its own, which is compiled as it stands";

        private static DiagnosticDescriptor Rule(string id, string title, string message)
        {
            return new DiagnosticDescriptor(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
        }
    }
}
