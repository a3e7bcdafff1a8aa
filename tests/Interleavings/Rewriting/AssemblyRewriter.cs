using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Rewriting
{
    /// <summary>Small questions about types.</summary>
    internal static class TypeExtensions
    {
        /// <summary>Whether it is a static class.</summary>
        internal static bool IsAbstractAndSealed(this TypeDefinition type)
        {
            return type.IsAbstract && type.IsSealed;
        }
    }

    /// <summary>Inserting several instructions at once.</summary>
    internal static class ILProcessorExtensions
    {
        internal static void InsertAllAfter(
            this ILProcessor processor, Instruction at, params Instruction[] instructions)
        {
            foreach (Instruction instruction in instructions)
            {
                processor.InsertAfter(at, instruction);
                at = instruction;
            }
        }
    }

    /// <summary>The members of the engine as one module refers to them.</summary>
    internal sealed class HookReferences
    {
        private readonly ModuleDefinition _module;
        private readonly Dictionary<string, MethodReference> _methods = [];

        internal HookReferences(ModuleDefinition module)
        {
            _module = module;
            Tracked = module.ImportReference(typeof(ITracked));
            TrackedId = module.ImportReference(typeof(ITracked).GetProperty(nameof(ITracked.TrackedId))!.GetMethod);
        }

        internal TypeReference Tracked { get; }

        internal MethodReference TrackedId { get; }

        internal MethodReference Of(string name)
        {
            if (!_methods.TryGetValue(name, out MethodReference? method))
            {
                method = _module.ImportReference(
                    typeof(Hooks).GetMethod(name, BindingFlags.Public | BindingFlags.Static)!);
                _methods.Add(name, method);
            }

            return method;
        }

        /// <summary>A generic hook for one type.</summary>
        internal MethodReference Of(string name, TypeReference argument)
        {
            GenericInstanceMethod method = new(Of(name));
            method.GenericArguments.Add(argument);
            return method;
        }
    }

    /// <summary>Makes the accesses of an assembly to memory that threads may share go through the explorer.</summary>
    internal sealed class AssemblyRewriter : IDisposable
    {
        private readonly WatchedTypes _watched = new();
        private readonly DefaultAssemblyResolver _resolver = new();
        private readonly List<AssemblyDefinition> _done = [];

        internal AssemblyRewriter()
        {
            _resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
            _resolver.AddSearchDirectory(AppContext.BaseDirectory);
            _resolver.ResolveFailure += (_, name) => _done.Find(one => one.Name.Name == name.Name);
        }

        public void Dispose()
        {
            _resolver.Dispose();
        }

        /// <summary>Rewrites an assembly. What it refers to comes first.</summary>
        internal byte[] Rewrite(byte[] image)
        {
            AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(
                new MemoryStream(image), new ReaderParameters { AssemblyResolver = _resolver });
            _done.Add(assembly);
            ModuleDefinition module = assembly.MainModule;
            HookReferences hooks = new(module);
            TypeDefinition[] types = [.. module.GetTypes()];
            HashSet<TypeDefinition> open = [.. types.Where(IsWatched)];
            while (open.Count > 0)
            {
                TypeDefinition type = open.First();
                while (open.FirstOrDefault(one => one.FullName == type.BaseType.FullName) is { } parent)
                {
                    type = parent;
                }

                _watched.Add(type, hooks);
                open.Remove(type);
            }

            if (assembly.Name.Name == "NanoExecutor")
            {
                LoopMarks.Add(module, hooks);
            }

            MemoryMarks.Add(module, hooks);
            MethodRewriter rewriter = new(_watched, hooks);
            foreach (TypeDefinition type in types)
            {
                RefuseStatics(type);
                foreach (MethodDefinition method in type.Methods.Where(method => method.HasBody && !IsAdded(method)))
                {
                    rewriter.Rewrite(method);
                }
            }

            using MemoryStream rewritten = new();
            assembly.Write(rewritten);
            return rewritten.ToArray();
        }

        private static bool IsAdded(MethodDefinition method)
        {
            return method.Name.StartsWith("__", StringComparison.Ordinal);
        }

        private static bool IsWatched(TypeDefinition type)
        {
            return type.IsClass && !type.IsValueType && !type.IsEnum
                && !type.IsAbstractAndSealed() && !type.HasGenericParameters
                && !IsCache(type) && type.BaseType != null
                && type.BaseType.FullName is not ("System.MulticastDelegate" or "System.Attribute");
        }

        // Where the C# compiler keeps delegates that it makes once.
        private static bool IsCache(TypeDefinition type)
        {
            return type.Name.Contains("<>c", StringComparison.Ordinal) && type.Fields.All(field => field.IsStatic);
        }

        // What a static field holds would leak from one schedule into the next.
        private static void RefuseStatics(TypeDefinition type)
        {
            FieldDefinition? field = type.Fields.FirstOrDefault(
                one => one.IsStatic && !one.IsInitOnly && !one.IsLiteral && !type.Name.Contains('<'));
            if (field != null)
            {
                throw new ToolException(
                    $"{field.FullName} is a static field that changes; the explorer cannot start it anew.");
            }
        }
    }
}
