using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Rewriting
{
    /// <summary>
    /// Replaces calls of the platform by which threads meet, and refuses those the explorer does not know.
    /// </summary>
    internal sealed class CallRewriter(HookReferences hooks)
    {
        private const string Threading = "System.Threading.";
        private const string Interlocked = Threading + "Interlocked";

        // An address on the stack is used this soon at the latest.
        private const int MaxBetween = 12;

        internal void Rewrite(MethodDefinition method, Instruction instruction)
        {
            MethodReference called = (MethodReference)instruction.Operand;
            string type = called.DeclaringType.FullName;
            bool isThreading =
                type.StartsWith(Threading, StringComparison.Ordinal) && type != Threading + "ThreadStart";
            bool isArray = type == "System.Array" && !called.Name.StartsWith("get_", StringComparison.Ordinal);
            bool isThreadId = type == "System.Environment" && called.Name == "get_CurrentManagedThreadId";
            if (!isThreading && !isArray && !isThreadId)
            {
                return;
            }

            string hook = HookFor(called) ?? throw new ToolException(
                $"{method.FullName} calls {called.FullName}, which is not known; teach it to CallRewriter.");
            instruction.OpCode = OpCodes.Call;
            instruction.Operand = hooks.Of(hook);
        }

        /// <summary>Whether an address goes to Interlocked. Elsewhere it would be a way round the explorer.</summary>
        internal bool IsForInterlocked(Instruction address)
        {
            Instruction? next = address.Next;
            for (int between = 0; next != null && between < MaxBetween; between++, next = next.Next)
            {
                if (next.OpCode.Code is Code.Ldflda or Code.Ldelema)
                {
                    return false;
                }

                if (next.Operand is MethodReference called && called.DeclaringType.FullName == Interlocked)
                {
                    return true;
                }
            }

            return false;
        }

        private static string? HookFor(MethodReference called)
        {
            string[] types = [.. called.Parameters.Select(parameter => parameter.ParameterType.Name)];
            return (called.DeclaringType.Name, called.Name, types) switch
            {
                ("Interlocked" or "Thread", "MemoryBarrier", []) => nameof(Hooks.MemoryBarrier),
                ("Interlocked", _, _) when IsOnInt(called) && typeof(Hooks).GetMethod(called.Name) != null
                    => called.Name,
                ("Environment", _, _) => nameof(Hooks.ThreadId),
                ("Thread", "Sleep", ["Int32"]) => nameof(Hooks.Sleep),
                ("Thread", ".ctor", ["ThreadStart"]) => nameof(Hooks.NewThread),
                ("Thread", "Start", []) => nameof(Hooks.StartThread),
                ("AutoResetEvent", ".ctor", ["Boolean"]) => nameof(Hooks.NewEvent),
                ("EventWaitHandle", "Set", []) => nameof(Hooks.SetEvent),
                ("WaitHandle", "WaitOne", []) => nameof(Hooks.WaitForEvent),
                ("Array", "Copy", ["Array", "Int32", "Array", "Int32", "Int32"]) => nameof(Hooks.Copy),
                ("Array", "Clear", ["Array", "Int32", "Int32"]) => nameof(Hooks.Clear),
                _ => null,
            };
        }

        private static bool IsOnInt(MethodReference called)
        {
            return called.Parameters[0].ParameterType is ByReferenceType { ElementType.FullName: "System.Int32" };
        }
    }

    /// <summary>Replaces the instructions of a method that touch shared memory by calls of the engine.</summary>
    /// <remarks>Instructions are changed in place, so that branches to them still lead there.</remarks>
    internal sealed class MethodRewriter
    {
        private readonly WatchedTypes _watched;
        private readonly HookReferences _hooks;
        private readonly CallRewriter _calls;
        private readonly ElementRewriter _elements;

        internal MethodRewriter(WatchedTypes watched, HookReferences hooks)
        {
            _watched = watched;
            _hooks = hooks;
            _calls = new CallRewriter(hooks);
            _elements = new ElementRewriter(hooks, _calls);
        }

        internal void Rewrite(MethodDefinition method)
        {
            method.Body.SimplifyMacros();
            foreach (Instruction instruction in method.Body.Instructions.ToArray())
            {
                switch (instruction.OpCode.Code)
                {
                    case Code.Ldfld:
                        Load(method, instruction);
                        break;
                    case Code.Stfld:
                        Store(method, instruction);
                        break;
                    case Code.Ldflda:
                        TakeAddress(method, instruction);
                        break;
                    case Code.Call:
                    case Code.Callvirt:
                    case Code.Newobj:
                        _calls.Rewrite(method, instruction);
                        break;
                    case Code.Newarr:
                        _elements.Make(method, instruction);
                        break;
                    default:
                        _elements.Rewrite(method, instruction);
                        break;
                }
            }

            method.Body.OptimizeMacros();
        }

        private void Load(MethodDefinition method, Instruction instruction)
        {
            if (Watched(method, instruction) is { } field)
            {
                DropVolatile(instruction);
                Call(instruction, method.Module.ImportReference(field.Load));
            }
        }

        private void Store(MethodDefinition method, Instruction instruction)
        {
            if (Watched(method, instruction) is { } field)
            {
                bool isVolatile = DropVolatile(instruction);
                Call(instruction, method.Module.ImportReference(isVolatile ? field.StoreVolatile : field.Store));
            }
        }

        // For Interlocked, which gets an address and nothing else.
        private void TakeAddress(MethodDefinition method, Instruction instruction)
        {
            if (Watched(method, instruction) is not { } field)
            {
                return;
            }

            if (!_calls.IsForInterlocked(instruction))
            {
                throw new ToolException(
                    $"{method.FullName} takes the address of {instruction.Operand}, and not for Interlocked.");
            }

            Instruction address = Instruction.Create(OpCodes.Ldflda, (FieldReference)instruction.Operand);
            instruction.OpCode = OpCodes.Dup;
            instruction.Operand = null;
            method.Body.GetILProcessor().InsertAllAfter(
                instruction,
                Instruction.Create(OpCodes.Ldfld, method.Module.ImportReference(field.Id)),
                Instruction.Create(OpCodes.Ldc_I4, field.Slot),
                Instruction.Create(OpCodes.Call, _hooks.Of(nameof(Hooks.AddressTaken))),
                address);
        }

        // A constructor sets the fields of an object that nobody else knows yet.
        private WatchedField? Watched(MethodDefinition method, Instruction instruction)
        {
            FieldReference field = (FieldReference)instruction.Operand;
            bool ownInConstructor =
                method.IsConstructor && field.DeclaringType.FullName == method.DeclaringType.FullName;
            return ownInConstructor ? null : _watched.Find(field);
        }

        private static bool DropVolatile(Instruction instruction)
        {
            if (instruction.Previous?.OpCode.Code != Code.Volatile)
            {
                return false;
            }

            instruction.Previous.OpCode = OpCodes.Nop;
            return true;
        }

        private static void Call(Instruction instruction, MethodReference method)
        {
            instruction.OpCode = OpCodes.Call;
            instruction.Operand = method;
        }
    }
}
