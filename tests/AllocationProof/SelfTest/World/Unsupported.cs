// What the compiler asks for to compile what nanoCLR does not support; its mscorlib has none of these.
namespace System
{
    public sealed class ThreadStaticAttribute : Attribute { }
}

namespace System.Runtime.InteropServices
{
    public sealed class FieldOffsetAttribute : Attribute
    {
        public FieldOffsetAttribute(int offset) { }
    }

    public sealed class InAttribute : Attribute { }
}
