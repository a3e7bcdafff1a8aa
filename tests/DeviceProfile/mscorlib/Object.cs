// The roots of the type system. An instance of a class costs 12 bytes and 12 for each field, whatever the field's type.
namespace System
{
    public class Object
    {
        public extern Object(); // heap: 12 + 12 for each field
        public extern Type GetType(); // heap: 12
        public virtual extern string ToString(); // heap: a string
    }

    // A struct that is not a primitive is an object wherever it is a local, a parameter or a result.
    public abstract class ValueType
    {
        protected extern ValueType(); // heap: 36 for a local of two fields
    }

    public abstract class Enum : ValueType
    {
        protected extern Enum(); // heap: 0, an enum is its integer
    }

    public abstract class Array
    {
        public extern int Length { get; } // heap: 0

        protected extern Array(); // heap: 36 for int[4], 72 for object[4], 84 for byte[64]
        public static extern void Copy(Array sourceArray, Array destinationArray, int length); // heap: 0
        public static extern void Copy(
            Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length); // heap: 0
    }

    // Invoking a delegate and raising an event cost nothing, nor does a lambda that captures nothing after its first
    // use.
    public abstract class Delegate
    {
        protected extern Delegate(); // heap: 36, of a method group at every conversion; 60 for a lambda that captures
        public static extern bool operator ==(Delegate d1, Delegate d2); // heap: 0
        public static extern bool operator !=(Delegate d1, Delegate d2); // heap: 0
    }

    public abstract class MulticastDelegate : Delegate
    {
        protected extern MulticastDelegate(); // heap: as Delegate
        public static extern bool operator ==(MulticastDelegate d1, MulticastDelegate d2); // heap: 0
        public static extern bool operator !=(MulticastDelegate d1, MulticastDelegate d2); // heap: 0
    }
}
