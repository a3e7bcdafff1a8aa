using Mono.Cecil;
using Mono.Cecil.Cil;
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
            if (!isThreading && !isArray)
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
}
