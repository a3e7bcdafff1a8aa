using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoExecutor.Interleavings.Rewriting
{
    /// <summary>Gives a class what it takes to be watched: a number for each object, and ways to its fields.</summary>
    internal static class ClassRewriter
    {
        /// <summary>The field with the number of the object.</summary>
        internal const string IdName = "__id";

        /// <summary>Numbers the objects of a class that derives from none that is watched.</summary>
        internal static FieldDefinition AddId(TypeDefinition type, HookReferences hooks)
        {
            ModuleDefinition module = type.Module;
            FieldDefinition id = new(IdName, FieldAttributes.Public, module.TypeSystem.Int32);
            type.Fields.Add(id);
            type.Interfaces.Add(new InterfaceImplementation(hooks.Tracked));

            MethodDefinition getter = new(
                "__GetTrackedId",
                MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.NewSlot
                | MethodAttributes.HideBySig,
                module.TypeSystem.Int32);
            getter.Overrides.Add(hooks.TrackedId);
            Emit(getter, OpCodes.Ldarg_0);
            getter.Body.Instructions.Add(Instruction.Create(OpCodes.Ldfld, id));
            Emit(getter, OpCodes.Ret);
            type.Methods.Add(getter);

            foreach (MethodDefinition constructor in
                type.Methods.Where(method => method.IsConstructor && !method.IsStatic))
            {
                if (!CallsAnother(constructor))
                {
                    Instruction[] number =
                    [
                        Instruction.Create(OpCodes.Ldarg_0),
                        Instruction.Create(OpCodes.Ldarg_0),
                        Instruction.Create(OpCodes.Call, hooks.Of(nameof(Hooks.Born))),
                        Instruction.Create(OpCodes.Stfld, id),
                    ];
                    for (int index = 0; index < number.Length; index++)
                    {
                        constructor.Body.Instructions.Insert(index, number[index]);
                    }
                }
            }

            return id;
        }

        internal static WatchedField AddAccessors(
            FieldDefinition field, FieldDefinition id, int slot, HookReferences hooks)
        {
            TypeReference type =
                field.FieldType is RequiredModifierType modified ? modified.ElementType : field.FieldType;
            TypeReference nothing = field.Module.TypeSystem.Void;
            return new WatchedField(
                Accessor(field, id, slot, "Load", type, false, hooks.Of(nameof(Hooks.Load), type)),
                Accessor(field, id, slot, "Store", nothing, true, hooks.Of(nameof(Hooks.Store), type)),
                Accessor(field, id, slot, "StoreVolatile", nothing, true, hooks.Of(nameof(Hooks.StoreVolatile), type)),
                id,
                slot);
        }

        private static MethodDefinition Accessor(
            FieldDefinition field,
            FieldDefinition id,
            int slot,
            string verb,
            TypeReference returns,
            bool stores,
            MethodReference hook)
        {
            TypeDefinition type = field.DeclaringType;
            MethodDefinition method = new(
                "__" + verb + slot,
                MethodAttributes.Public | MethodAttributes.Static | MethodAttributes.HideBySig,
                returns);
            method.Parameters.Add(new ParameterDefinition("self", ParameterAttributes.None, type));
            Emit(method, OpCodes.Ldarg_0);
            method.Body.Instructions.Add(Instruction.Create(OpCodes.Ldflda, field));
            if (stores)
            {
                TypeReference value = ((GenericInstanceMethod)hook).GenericArguments[0];
                method.Parameters.Add(new ParameterDefinition("value", ParameterAttributes.None, value));
                Emit(method, OpCodes.Ldarg_1);
            }

            Emit(method, OpCodes.Ldarg_0);
            method.Body.Instructions.Add(Instruction.Create(OpCodes.Ldfld, type.Module.ImportReference(id)));
            method.Body.Instructions.Add(Instruction.Create(OpCodes.Ldc_I4, slot));
            method.Body.Instructions.Add(Instruction.Create(OpCodes.Call, hook));
            Emit(method, OpCodes.Ret);
            type.Methods.Add(method);
            return method;
        }

        private static bool CallsAnother(MethodDefinition constructor)
        {
            return constructor.Body.Instructions.Any(instruction =>
                instruction.OpCode == OpCodes.Call
                && instruction.Operand is MethodReference { Name: ".ctor" } called
                && called.DeclaringType.FullName == constructor.DeclaringType.FullName);
        }

        private static void Emit(MethodDefinition method, OpCode code)
        {
            method.Body.Instructions.Add(Instruction.Create(code));
        }
    }
}
