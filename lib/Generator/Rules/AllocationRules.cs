using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// What allocates on nanoCLR, with the bytes of a 32-bit build, and what to write instead. README.md has an example of each.
    /// </summary>
    internal static class AllocationRules
    {
        private const string Category = "NanoExecutor.Allocation";

        public static readonly DiagnosticDescriptor StringLiteral = Rule(
            "NEX101",
            "A string literal",
            "Every use of a string literal makes an object: 12 bytes; keep it in a static readonly field and use that");

        public static readonly DiagnosticDescriptor Boxing = Rule(
            "NEX102",
            "A boxed value",
            "'{0}' becomes an object here: {1} bytes; take a parameter of its own type, or keep one object made before");

        public static readonly DiagnosticDescriptor StructLocal = Rule(
            "NEX103",
            "A struct local",
            "'{0}' is a struct local: nanoCLR makes an object of {1} bytes at every call, on every path; "
            + "use locals for its parts, a class made once, or a ref to an array element");

        public static readonly DiagnosticDescriptor StructCopy = Rule(
            "NEX104",
            "A struct that is copied",
            "{0} copies struct '{1}' on the heap: {2} bytes; reach it by address (ref, in, array[i].Field), or pass its parts");

        public static readonly DiagnosticDescriptor Delegate = Rule(
            "NEX105",
            "A delegate made of a method",
            "A method turned into a delegate is a new object each time: 36 bytes; make it once and keep it in a field");

        public static readonly DiagnosticDescriptor CapturingLambda = Rule(
            "NEX106",
            "A lambda that captures",
            "This lambda captures {0}, so it is made anew each time: {1} bytes; make it once, in a constructor, and keep it");

        public static readonly DiagnosticDescriptor ParamsArray = Rule(
            "NEX107",
            "A params array",
            "This call makes an array for its last {0} arguments: {1} bytes; add an overload that takes them one by one");

        public static readonly DiagnosticDescriptor ForEach = Rule(
            "NEX108",
            "foreach over something else than an array",
            "foreach over '{0}' makes an enumerator: 72 bytes for an ArrayList; use an array, or for with an index");

        public static readonly DiagnosticDescriptor NewObject = Rule(
            "NEX109",
            "A new object",
            "new {0} makes an object of {1} bytes; make it once, before the executor runs, and use it again");

        public static readonly DiagnosticDescriptor NewArray = Rule(
            "NEX110",
            "A new array",
            "This makes an array: {0}; make it once, before the executor runs, and use it again");

        public static readonly DiagnosticDescriptor NewString = Rule(
            "NEX111",
            "A new string",
            "{0} makes a string: {1}; write numbers and characters to where they go, or into a buffer made before");

        public static readonly DiagnosticDescriptor StringSwitch = Rule(
            "NEX112",
            "A switch on a string",
            "A switch on a string makes an object of 12 bytes for each literal compared, {0} at the most; switch on an int or enum");

        public static readonly DiagnosticDescriptor TypeObject = Rule(
            "NEX113",
            "A Type object",
            "{0} makes a Type object: 12 bytes; use 'is', or keep the Type in a static readonly field");

        public static readonly DiagnosticDescriptor Expensive = Rule(
            "NEX114",
            "A member that makes an object",
            "{0} makes an object: {1} bytes; {2}");

        public static readonly DiagnosticDescriptor CapturingFunction = Rule(
            "NEX115",
            "A local function that captures",
            "Local function '{0}' captures {1}, so its method makes an object of {2} bytes at every call; pass what it needs as parameters");

        public static readonly DiagnosticDescriptor Allocates = Rule(
            "NEX116",
            "A call of a member marked [Allocates]",
            "'{0}' allocates: {1}; call it while setting up");

        public static readonly DiagnosticDescriptor Lambda = Rule(
            "NEX117",
            "A lambda that captures nothing",
            "This lambda is made the first time it is used, and kept: 36 bytes; make it in a constructor");

        public static readonly DiagnosticDescriptor Throw = Rule(
            "NEX118",
            "An exception",
            "{0}: {1} bytes or more; throw what a method marked [ThrowHelper] returns, where errors may allocate");

        public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
            StringLiteral,
            Boxing,
            StructLocal,
            StructCopy,
            Delegate,
            CapturingLambda,
            ParamsArray,
            ForEach,
            NewObject,
            NewArray,
            NewString,
            StringSwitch,
            TypeObject,
            Expensive,
            CapturingFunction,
            Allocates,
            Lambda,
            Throw);

        private static DiagnosticDescriptor Rule(string id, string title, string message)
        {
            return new DiagnosticDescriptor(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);
        }
    }
}
