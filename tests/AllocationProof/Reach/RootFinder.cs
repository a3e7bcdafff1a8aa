using Mono.Cecil;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>
    /// Finds the roots by what they are, so that nothing new can be forgotten in a list: what the library calls
    /// (overrides of its members), what its users call (its public members), what the platform calls (methods made into
    /// its delegates, and implementations of its interfaces), and what promises it ([AllocatesNothing]).
    /// </summary>
    internal sealed class RootFinder
    {
        /// <summary>The assembly whose public members are proved, and whose virtual members are contracts.</summary>
        public const string Library = "NanoExecutor";

        private readonly AssemblySet _set;
        private readonly Dispatch _dispatch;
        private readonly DelegateTargets _delegates;
        private readonly Dictionary<MethodDefinition, string> _inheritedWhy = [];

        public RootFinder(AssemblySet set, Dispatch dispatch, DelegateTargets delegates)
        {
            _set = set;
            _dispatch = dispatch;
            _delegates = delegates;
            foreach (MethodDefinition method in Methods(set.Types))
            {
                if (Marks.WhyAllocates(method) is { } why)
                {
                    _inheritedWhy[method] = why;
                    dispatch.Of(method).ToList().ForEach(m => _inheritedWhy.TryAdd(m, why));
                }
            }
        }

        public RootSet Find(bool onlyMarked)
        {
            RootSet roots = new();
            AddMarked(roots);
            if (!onlyMarked)
            {
                AddOverrides(roots);
                AddPublicMembers(roots);
                AddPlatformEntries(roots, threadsToo: true);
            }

            return roots;
        }

        /// <summary>What the platform may call on its own accord, on whatever thread it likes.</summary>
        public void AddPlatformEntries(RootSet roots, bool threadsToo)
        {
            foreach (TypeDefinition type in _delegates.Types.Where(t => !_set.Follows(t)))
            {
                if (threadsToo || type.Name is not ("ThreadStart" or "ParameterizedThreadStart"))
                {
                    Add(roots, _delegates.Of(type), $"called by the platform, as {Naming.Short(type)}");
                }
            }

            foreach (MethodDefinition member in _dispatch.Answered.Where(m => !_set.Follows(m) && !IsCore(m)))
            {
                string name = $"{Naming.Short(member.DeclaringType)}.{member.Name}";
                Add(roots, _dispatch.Of(member), $"called by the platform, as {name}");
            }
        }

        /// <summary>What says of itself that any thread may call it, by its comment.</summary>
        public void AddForAnyThread(RootSet roots)
        {
            foreach (MethodDefinition method in Methods(_set.Types).Where(_set.IsForAnyThread))
            {
                AddForAnyThread(roots, method, "its comment says any thread");
            }
        }

        public void AddForAnyThread(RootSet roots, MethodDefinition method, string why)
        {
            foreach (MethodDefinition each in _dispatch.Of(method).Prepend(method))
            {
                roots.Add(each, why, null);
            }
        }

        private static IEnumerable<MethodDefinition> Methods(IEnumerable<TypeDefinition> types)
        {
            return types.SelectMany(t => t.Methods);
        }

        private static bool IsCore(MethodDefinition method)
        {
            return method.Module.Assembly.Name.Name == "mscorlib";
        }

        private static bool IsVisible(TypeDefinition type)
        {
            bool isNestedVisibly = type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly;
            return type.IsPublic || (isNestedVisibly && IsVisible(type.DeclaringType));
        }

        private static bool IsProvedType(TypeDefinition type)
        {
            return IsVisible(type) && !type.IsInterface && !type.IsEnum && !TypeFacts.IsDelegate(type)
                && !TypeFacts.DerivesFrom(type, "System.Exception") && !TypeFacts.DerivesFrom(type, "System.Attribute");
        }

        private void AddMarked(RootSet roots)
        {
            foreach (MethodDefinition method in Methods(_set.Types).Where(Marks.AllocatesNothing))
            {
                Add(roots, _dispatch.Of(method).Prepend(method), "marked [AllocatesNothing]");
            }
        }

        private void AddOverrides(RootSet roots)
        {
            foreach (MethodDefinition member in _dispatch.Answered.Where(m => m.Module.Assembly.Name.Name == Library))
            {
                Add(roots, _dispatch.Of(member), $"override of {Naming.Short(member.DeclaringType)}.{member.Name}");
            }
        }

        private void AddPublicMembers(RootSet roots)
        {
            IEnumerable<TypeDefinition> types = _set.Proved
                .Where(a => a.Name.Name == Library)
                .SelectMany(a => a.MainModule.GetTypes())
                .Where(IsProvedType);
            foreach (MethodDefinition method in Methods(types))
            {
                if (method.IsConstructor || !(method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly))
                {
                    continue;
                }

                // Adding to an event combines two delegates into a new one: that is what subscribing is.
                bool subscribes = method.IsAddOn || method.IsRemoveOn;
                string? why = subscribes ? "an event keeps its handlers in a new delegate" : null;
                Add(roots, [method], "public member of the library", why);
            }
        }

        private void Add(RootSet roots, IEnumerable<MethodDefinition> methods, string reason, string? why = null)
        {
            foreach (MethodDefinition method in methods.Where(m => _set.Proved.Contains(m.Module.Assembly)))
            {
                roots.Add(method, reason, _inheritedWhy.GetValueOrDefault(method) ?? why);
            }
        }
    }
}
