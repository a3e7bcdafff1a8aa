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

    /// <summary>A field whose reads and writes go through the explorer.</summary>
    /// <param name="Load">Reads it, given the object.</param>
    /// <param name="Store">Writes it, given the object and the value.</param>
    /// <param name="StoreVolatile">Writes it after all earlier stores.</param>
    /// <param name="Id">The field with the number of the object.</param>
    /// <param name="Slot">Its number in the object.</param>
    internal sealed record WatchedField(
        MethodDefinition Load, MethodDefinition Store, MethodDefinition StoreVolatile, FieldDefinition Id, int Slot);

    /// <summary>The classes whose fields are watched, over all assemblies that are rewritten together.</summary>
    internal sealed class WatchedTypes
    {
        private readonly Dictionary<string, FieldDefinition> _ids = [];
        private readonly Dictionary<string, List<string>> _slots = [];
        private readonly Dictionary<string, WatchedField> _fields = [];

        internal bool Contains(TypeReference type)
        {
            return _ids.ContainsKey(type.FullName);
        }

        internal WatchedField? Find(FieldReference field)
        {
            return _fields.GetValueOrDefault(Key(field));
        }

        /// <summary>Adds what a class needs to be watched. Its base class comes first.</summary>
        internal void Add(TypeDefinition type, HookReferences hooks)
        {
            TypeReference parent = type.BaseType;
            List<string> slots = [];
            if (_ids.TryGetValue(parent.FullName, out FieldDefinition? id))
            {
                slots.AddRange(_slots[parent.FullName]);
            }
            else
            {
                id = ClassRewriter.AddId(type, hooks);
            }

            _ids.Add(type.FullName, id);
            foreach (FieldDefinition field in type.Fields.Where(IsWatched).ToArray())
            {
                _fields.Add(Key(field), ClassRewriter.AddAccessors(field, id, slots.Count, hooks));
                slots.Add(field.Name);
            }

            _slots.Add(type.FullName, slots);
            FieldSlots.Set(type.FullName, [.. slots]);
        }

        private static bool IsWatched(FieldDefinition field)
        {
            if (field.IsStatic || field.IsInitOnly || field.IsLiteral || field.Name == ClassRewriter.IdName)
            {
                return false;
            }

            TypeReference type =
                field.FieldType is RequiredModifierType modified ? modified.ElementType : field.FieldType;
            return type.IsPrimitive || !type.IsValueType || type.Resolve().IsEnum;
        }

        private static string Key(FieldReference field)
        {
            return field.DeclaringType.FullName + "::" + field.Name;
        }
    }
}
