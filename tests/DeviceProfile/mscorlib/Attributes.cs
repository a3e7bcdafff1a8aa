// Attributes cost nothing until reflection makes them.
namespace System
{
    public abstract class Attribute
    {
        protected extern Attribute();
    }

    public enum AttributeTargets
    {
        Class = 4,
        Constructor = 32,
        Method = 64,
        Property = 128,
        Event = 512,
        Delegate = 4096,
    }

    public sealed class AttributeUsageAttribute : Attribute
    {
        public extern AttributeUsageAttribute(AttributeTargets validOn);

        public extern bool AllowMultiple { get; set; }
        public extern bool Inherited { get; set; }
    }

    public class FlagsAttribute : Attribute
    {
        public extern FlagsAttribute();
    }

    public sealed class ParamArrayAttribute : Attribute
    {
        public extern ParamArrayAttribute();
    }
}

namespace System.Diagnostics
{
    // The compiler marks every assembly with it.
    public sealed class DebuggableAttribute : Attribute
    {
        public extern DebuggableAttribute(DebuggingModes modes);

        public enum DebuggingModes
        {
            None = 0,
            Default = 1,
            IgnoreSymbolStoreSequencePoints = 2,
            EnableEditAndContinue = 4,
            DisableOptimizations = 256,
        }
    }
}
