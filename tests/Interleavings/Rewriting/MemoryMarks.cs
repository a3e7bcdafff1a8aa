using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoExecutor.Interleavings.Rewriting
{
    /// <summary>
    /// Marks the calls of the executor's loop, each of which needs memory for its frame on nanoCLR: with a full heap any
    /// of them throws before its first instruction.
    /// </summary>
    internal static class MemoryMarks
    {
        // What is no more than a field or a constant is inlined there and has no frame.
        private const int MaxInlined = 4;

        private static readonly string[] Loop =
        [
            "NanoExecutor.Executor", "NanoExecutor.WakeProtocol", "NanoExecutor.TaskTable", "NanoExecutor.TimerQueue",
            "NanoExecutor.TimedFuture", "NanoExecutor.TaskWaker", "NanoExecutor.WakerRegistration",
            "NanoExecutor.Interleavings.Scenarios.ModelClock",
            "NanoExecutor.Interleavings.Scenarios.ModelParker",
        ];

        internal static void Add(ModuleDefinition module, HookReferences hooks)
        {
            foreach (MethodDefinition method in
                Loop.Select(module.GetType).OfType<TypeDefinition>().SelectMany(type => type.Methods).Where(HasFrame))
            {
                method.Body.Instructions.Insert(0, Instruction.Create(OpCodes.Ldstr, method.Name));
                method.Body.Instructions.Insert(
                    1, Instruction.Create(OpCodes.Call, hooks.Of(nameof(Hooks.NeedMemory))));
            }
        }

        // On the device the fence is no call at all, and the ways to fields are the explorer's own.
        private static bool HasFrame(MethodDefinition method)
        {
            return method.HasBody && !method.IsConstructor && method.Name != "Full"
                && !method.Name.StartsWith("__", StringComparison.Ordinal)
                && (method.Body.Instructions.Count > MaxInlined
                    || method.Body.Instructions.Any(one => one.Operand is MethodReference));
        }
    }
}
