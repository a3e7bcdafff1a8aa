using Mono.Cecil;

namespace NanoExecutor.Interleavings.Rewriting
{
    /// <summary>A field whose reads and writes go through the explorer.</summary>
    /// <param name="Load">Reads it, given the object.</param>
    /// <param name="Store">Writes it, given the object and the value.</param>
    /// <param name="StoreVolatile">Writes it after all earlier stores.</param>
    /// <param name="Id">The field with the number of the object.</param>
    /// <param name="Slot">Its number in the object.</param>
    internal sealed record WatchedField(
        MethodDefinition Load, MethodDefinition Store, MethodDefinition StoreVolatile, FieldDefinition Id, int Slot);
}
