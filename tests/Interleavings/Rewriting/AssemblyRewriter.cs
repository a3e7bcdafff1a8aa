using Mono.Cecil;
using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Rewriting
{
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
