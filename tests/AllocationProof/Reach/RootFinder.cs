using Mono.Cecil;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>
    /// Finds the roots by what they are, so that nothing new can be forgotten in a list: what the library calls
    /// (overrides of its members, methods given to its hooks), what its users call (its public members), what the
    /// platform calls (methods made into its delegates, implementations of its interfaces, finalizers), and what
    /// promises it ([AllocatesNothing]).
    /// </summary>
    /// <remarks>
    /// Code that is read but not proved, such as a board's package, calls into the proved assemblies as the library
    /// does: through virtual members and delegate types of its own.
    /// </remarks>
    internal sealed class RootFinder
    {
        /// <summary>The assembly whose public members are proved, and whose virtual members are contracts.</summary>
        public const string Library = "NanoExecutor";

        private readonly AssemblySet _set;
        private readonly Dispatch _dispatch;
        private readonly DelegateTargets _delegates;
        private readonly Dictionary<MethodDefinition, string> _whyAllocates;
        private readonly Dictionary<MethodDefinition, string> _whyBlocks;

        public RootFinder(AssemblySet set, Dispatch dispatch, DelegateTargets delegates)
        {
            _set = set;
            _dispatch = dispatch;
            _delegates = delegates;
            _whyAllocates = Spread(Marks.WhyAllocates);
            _whyBlocks = Spread(Marks.WhyBlocks);
        }

        /// <summary>What may not allocate.</summary>
        public RootSet Find(bool onlyMarked)
        {
            RootSet roots = new();
            IEnumerable<RootCandidate> candidates = onlyMarked
                ? Marked()
                : [.. Marked(), .. Overrides(), .. PublicMembers(), .. Hooks(), .. Callbacks(), .. Finalizers()];
            foreach (RootCandidate candidate in candidates.Where(c => IsProved(c.Root.Method)))
            {
                roots.Add(candidate.Root, WhyMayAllocate(candidate));
            }

            return roots;
        }

        /// <summary>What may not block: a task's poll, whatever else the executor calls, and interrupts.</summary>
        public RootSet FindPrompt()
        {
            RootSet roots = new();
            RootCandidate[] candidates =
            [
                .. Overrides(), .. PublicMembers(), .. Hooks(),
                .. Callbacks().Where(c => c.Root.Kind != RootKind.Thread),
            ];
            foreach (RootCandidate candidate in candidates.Where(c => IsProved(c.Root.Method) && !IsSetUp(c)))
            {
                roots.Add(candidate.Root, WhyMayBlock(candidate.Contract));
            }

            foreach (Root root in ForAnyThread())
            {
                roots.Add(root, WhyBlocks(root.Method));
            }

            return roots;
        }

        /// <summary>
        /// What an interrupt may run: what the platform calls on its own accord, threads excepted, and what says of
        /// itself by its comment that any thread may call it.
        /// </summary>
        public IEnumerable<Root> InterruptEntries()
        {
            return ForAnyThread().Concat(
                Callbacks().Select(c => c.Root).Where(r => r.Kind != RootKind.Thread && IsProved(r.Method)));
        }

        public IEnumerable<Root> ForAnyThread(MethodDefinition method, string why)
        {
            return _dispatch.Of(method).Prepend(method).Select(m => new Root(m, why, RootKind.AnyThread));
        }

        /// <summary>The reason given with [Blocks] on a member, or on one that it overrides; null for none.</summary>
        public string? WhyBlocks(MethodDefinition method)
        {
            return _whyBlocks.GetValueOrDefault(method);
        }

        private static bool IsCore(MethodDefinition method)
        {
            return method.Module.Assembly.Name.Name == "mscorlib";
        }

        private static bool IsLibrary(IMemberDefinition member)
        {
            return ModuleOf(member).Assembly.Name.Name == Library;
        }

        private static ModuleDefinition ModuleOf(IMemberDefinition member)
        {
            return ((MemberReference)member).Module;
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

        private IEnumerable<MethodDefinition> Methods()
        {
            return _set.Types.SelectMany(t => t.Methods);
        }

        private bool IsProved(MethodDefinition method)
        {
            return _set.Proved.Contains(method.Module.Assembly);
        }

        /// <summary>Whether code that is not proved may call what answers a member or fills a delegate.</summary>
        private bool IsCalledFromOutside(IMemberDefinition contract)
        {
            AssemblyDefinition assembly = ModuleOf(contract).Assembly;
            return IsLibrary(contract) || (_set.Followed.Contains(assembly) && !_set.Proved.Contains(assembly));
        }

        /// <summary>Why a member is for setting up; null if it is for use while the executor runs.</summary>
        private string? WhyAllocates(MethodDefinition method)
        {
            // Adding to an event combines two delegates into a new one, under a lock: that is what subscribing is.
            bool subscribes = (method.IsAddOn || method.IsRemoveOn) && IsLibrary(method);
            return _whyAllocates.GetValueOrDefault(method)
                ?? (subscribes ? "an event keeps its handlers in a new delegate" : null);
        }

        private string? WhyMayAllocate(RootCandidate candidate)
        {
            return WhySetsUp(candidate) ?? WhyIsRare(candidate);
        }

        private string? WhySetsUp(RootCandidate candidate)
        {
            return candidate.Root.Kind != RootKind.Marked && candidate.Contract is MethodDefinition contract
                ? WhyAllocates(contract)
                : null;
        }

        /// <summary>
        /// The reason why a method that is given to the platform, such as the callback of a timer, may allocate: there is no
        /// contract that could carry the mark.
        /// </summary>
        private string? WhyIsRare(RootCandidate candidate)
        {
            return candidate.Root.Kind == RootKind.Callback && candidate.Contract is TypeDefinition
                ? _whyAllocates.GetValueOrDefault(candidate.Root.Method)
                : null;
        }

        private string? WhyMayBlock(IMemberDefinition contract)
        {
            return contract is MethodDefinition method ? WhyBlocks(method) : Marks.WhyBlocks(contract);
        }

        /// <summary>What sets up runs before there is anything to keep waiting.</summary>
        private bool IsSetUp(RootCandidate candidate)
        {
            return WhySetsUp(candidate) != null;
        }

        /// <summary>A mark on a virtual member speaks for its overrides.</summary>
        private Dictionary<MethodDefinition, string> Spread(Func<MethodDefinition, string?> mark)
        {
            Dictionary<MethodDefinition, string> spread = [];
            foreach (MethodDefinition method in Methods())
            {
                if (mark(method) is { } why)
                {
                    spread[method] = why;
                    _dispatch.Of(method).ToList().ForEach(m => spread.TryAdd(m, why));
                }
            }

            return spread;
        }

        private IEnumerable<RootCandidate> Marked()
        {
            return
                from method in Methods().Where(Marks.AllocatesNothing)
                from each in _dispatch.Of(method).Prepend(method)
                select RootCandidate.Of(each, "marked [AllocatesNothing]", RootKind.Marked, method);
        }

        private IEnumerable<RootCandidate> Overrides()
        {
            return
                from member in _dispatch.Answered.Where(IsCalledFromOutside)
                let reason = $"override of {Naming.Short(member.DeclaringType)}.{member.Name}"
                from each in _dispatch.Of(member)
                select RootCandidate.Of(each, reason, RootKind.Override, member);
        }

        private IEnumerable<RootCandidate> PublicMembers()
        {
            return
                from method in Methods()
                where IsLibrary(method) && IsProvedType(method.DeclaringType)
                where !method.IsConstructor && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
                select RootCandidate.Of(method, "public member of the library", RootKind.Public, method);
        }

        private IEnumerable<RootCandidate> Hooks()
        {
            return
                from type in _delegates.Types.Where(IsCalledFromOutside)
                let reason = $"given to {(IsLibrary(type) ? "the library" : type.Module.Assembly.Name.Name)}, "
                    + $"as {Naming.Short(type)}"
                from each in _delegates.Of(type)
                select RootCandidate.Of(each, reason, RootKind.Hook, type);
        }

        private IEnumerable<RootCandidate> Callbacks()
        {
            foreach (TypeDefinition type in _delegates.Types.Where(t => !_set.Follows(t)))
            {
                bool isBody = type.Name is "ThreadStart" or "ParameterizedThreadStart";
                RootKind kind = isBody ? RootKind.Thread : RootKind.Callback;
                foreach (MethodDefinition method in _delegates.Of(type))
                {
                    yield return RootCandidate.Of(
                        method, $"called by the platform, as {Naming.Short(type)}", kind, type);
                }
            }

            foreach (MethodDefinition member in _dispatch.Answered.Where(m => !_set.Follows(m) && !IsCore(m)))
            {
                string reason = $"called by the platform, as {Naming.Short(member.DeclaringType)}.{member.Name}";
                foreach (MethodDefinition method in _dispatch.Of(member))
                {
                    yield return RootCandidate.Of(method, reason, RootKind.Callback, member);
                }
            }
        }

        private IEnumerable<RootCandidate> Finalizers()
        {
            return Methods()
                .Where(m => m.Name == "Finalize" && m.IsVirtual && !m.HasParameters)
                .Select(m => RootCandidate.Of(m, "finalizer, called by the platform", RootKind.Finalizer, m));
        }

        private IEnumerable<Root> ForAnyThread()
        {
            return Methods().Where(_set.IsForAnyThread).SelectMany(m => ForAnyThread(m, "its comment says any thread"));
        }
    }

    /// <summary>A method that something other than the code read may call.</summary>
    /// <param name="Method">Where the walk begins.</param>
    /// <param name="Reason">Why it is a root, in a few words.</param>
    /// <param name="Kind">What sort of caller it has.</param>
    internal sealed record Root(MethodDefinition Method, string Reason, RootKind Kind);

    /// <summary>Who calls a root.</summary>
    internal enum RootKind
    {
        /// <summary>Whoever was promised [AllocatesNothing].</summary>
        Marked,

        /// <summary>The users of the library: by its name, so that a mark on it speaks for what is called.</summary>
        Public,

        /// <summary>The library or a board, through the virtual member that it overrides.</summary>
        Override,

        /// <summary>The library or a board, through a delegate.</summary>
        Hook,

        /// <summary>The platform: a timer, an interrupt, an event.</summary>
        Callback,

        /// <summary>The platform, as the body of a thread.</summary>
        Thread,

        /// <summary>The collector, when the object is garbage.</summary>
        Finalizer,

        /// <summary>Any thread or interrupt, by what its comment says.</summary>
        AnyThread,
    }

    /// <summary>A root, unless a mark says that it is none.</summary>
    /// <param name="Root">The root.</param>
    /// <param name="Contract">
    /// Through what it is called: the virtual member or the delegate type, or the method itself when it is called by
    /// name. The marks on that decide, not those on a method that answers it.
    /// </param>
    internal sealed record RootCandidate(Root Root, IMemberDefinition Contract)
    {
        public static RootCandidate Of(
            MethodDefinition method, string reason, RootKind kind, IMemberDefinition contract)
        {
            return new RootCandidate(new Root(method, reason, kind), contract);
        }
    }
}
