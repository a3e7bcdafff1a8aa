using System;

namespace NanoExecutor
{
    /// <summary>
    /// A promise that calling the member makes no object on the heap of nanoCLR, nor does anything it calls. The
    /// promise is kept by tests/AllocationProof, which reads the compiled code and prints the whole call path to what
    /// breaks it.
    /// </summary>
    /// <remarks>
    /// On a class it speaks for all its methods and properties, constructors excepted; on an abstract or virtual
    /// member, for every override. It costs no time: nothing reads it on the device.
    /// </remarks>
    [AttributeUsage(
        AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor,
        Inherited = false)]
    public sealed class AllocatesNothingAttribute : Attribute
    {
    }
}
