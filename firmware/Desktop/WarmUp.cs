using System;
using System.Collections.Generic;
using System.Reflection;
using System.Runtime.CompilerServices;
using NanoExecutor;
using NanoExecutor.Boards.Desktop;
using NanoExecutor.Boards.Virtual;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// Makes .NET do before the node runs what it otherwise does in the middle of it, on whichever thread comes by,
    /// making objects that would be counted as the node's. On a device nothing of the kind happens.
    /// </summary>
    internal static class WarmUp
    {
        private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
            | BindingFlags.Static | BindingFlags.DeclaredOnly;

        /// <summary>Warms up for the library, the boards and the node.</summary>
        internal static void Do()
        {
            List<Type> types = new List<Type>();
            types.AddRange(typeof(Executor).Assembly.GetTypes());
            types.AddRange(typeof(DesktopClock).Assembly.GetTypes());
            types.AddRange(typeof(VirtualClock).Assembly.GetTypes());
            types.AddRange(typeof(GreenhouseNode).Assembly.GetTypes());
            foreach (Type type in types)
            {
                Compile(type);
            }

            FillCastCache(types);
        }

        // A method is compiled when it is called first.
        private static void Compile(Type type)
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

        // Casts, and stores into arrays of a base class, are remembered in a table that is replaced by a larger one whenever a
        // few of them collide, which depends on addresses and so on chance. Here it grows to the largest it can be.
        private static void FillCastCache(List<Type> types)
        {
            foreach (Type to in types)
            {
                foreach (Type from in types)
                {
                    to.IsAssignableFrom(from);
                }
            }
        }
    }
}
