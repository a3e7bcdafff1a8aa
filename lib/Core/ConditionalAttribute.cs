#if NANOFRAMEWORK_1_0
namespace System.Diagnostics
{
    /// <summary>
    /// The one of .NET, which mscorlib of nanoFramework lacks. The compiler knows it by its name: a call of what is marked
    /// vanishes where the symbol is not defined.
    /// </summary>
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    internal sealed class ConditionalAttribute : Attribute
    {
        public ConditionalAttribute(string symbol)
        {
            ConditionString = symbol;
        }

        public string ConditionString { get; }
    }
}
#endif
