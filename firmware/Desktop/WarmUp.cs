using System;
using System.Reflection;
using System.Runtime.CompilerServices;
using NanoExecutor;
using NanoExecutor.Boards.Desktop;
using NanoExecutor.Boards.Virtual;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// Makes the runtime do before the node runs what it leaves for the first time that code is used: it compiles a method on
    /// the thread that calls it first, looks up what that refers to when it is reached, and may make objects for both. On a
    /// device nothing of the kind happens.
    /// </summary>
    internal static class WarmUp
    {
        private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
            | BindingFlags.Static | BindingFlags.DeclaredOnly;

        private const long Rehearsal = 5 * Duration.Second;

        /// <summary>Compiles the library, the boards and the node, and rehearses in simulated time with nobody looking.</summary>
        internal static void Do()
        {
            Compile(typeof(Executor));
            Compile(typeof(DesktopClock));
            Compile(typeof(VirtualClock));
            Compile(typeof(GreenhouseNode));
            VirtualSession.Run(new Script(), Rehearsal, new ScreenLog());
        }

        private static void Compile(Type one)
        {
            foreach (Type type in one.Assembly.GetTypes())
            {
                foreach (MethodInfo method in type.GetMethods(All))
                {
                    // What a delegate has, for one, is made by the runtime and has no body.
                    if (method.GetMethodBody() != null)
                    {
                        RuntimeHelpers.PrepareMethod(method.MethodHandle);
                    }
                }

                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            }
        }
    }
}
