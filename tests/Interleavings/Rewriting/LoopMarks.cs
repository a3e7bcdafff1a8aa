using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Rewriting
{
    /// <summary>
    /// Marks the head of the executor's loop. There its thread remembers nothing but what is in fields, whichever way
    /// it came: Run, RunUntilIdle and BlockOn carry no local over it but the handle of a task, which is the same
    /// each time. So two schedules that meet there are one from then on.
    /// </summary>
    /// <remarks>A body of a scenario must keep to the same rule: what it carries over a run of an executor is in a
    /// field.</remarks>
    internal static class LoopMarks
    {
        private const string Loop = "NanoExecutor.Executor";

        internal static void Add(ModuleDefinition module, HookReferences hooks)
        {
            Mark(module, "Enter", hooks.Of(nameof(Hooks.RunBegins)));
            Mark(module, "RunAwake", hooks.Of(nameof(Hooks.HeadOfLoop)));
        }

        private static void Mark(ModuleDefinition module, string name, MethodReference hook)
        {
            MethodDefinition method = module.GetType(Loop)?.Methods.SingleOrDefault(one => one.Name == name)
                ?? throw new ToolException($"{Loop} has no method {name} any more; look at LoopMarks again.");
            method.Body.Instructions.Insert(0, Instruction.Create(OpCodes.Call, hook));
        }
    }
}
