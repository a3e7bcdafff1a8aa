using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NanoExecutor.Generator
{
    /// <summary>Names for what is generated that mean nothing else in the class or the method.</summary>
    internal sealed class NameTable
    {
        private readonly HashSet<string> _taken;

        public NameTable(Body body)
        {
            _taken = new HashSet<string>(body.Identifiers.Keys);
            _taken.UnionWith(body.Method.Parameters.Select(parameter => parameter.Name));
            for (INamedTypeSymbol? type = body.Method.ContainingType; type != null; type = type.BaseType)
            {
                foreach (ISymbol member in type.GetMembers())
                {
                    _taken.Add(member.Name);
                }
            }

            ISymbol? pending = body.Identifiers.ContainsKey("Pending") ? null : Single(body, "Pending");
            Pending = pending != null && pending.ContainingType.Is(Contract.Future)
                ? "Pending"
                : "global::NanoExecutor.Poll.Pending";
            Waker = Unique("waker");
            StateLocal = Unique("state");
            State = Unique("__state");
            Awaited = Unique("__awaited");
            Cancelling = Unique("__cancelling");
            Result = Unique("__result");
            NotStarted = Unique("__notStarted");
            Finished = Unique("__finished");
            Running = Unique("__running");
        }

        /// <summary>What a poll returns that has to wait.</summary>
        public string Pending { get; }

        public string Waker { get; }

        /// <summary>The state at the start of the poll.</summary>
        public string StateLocal { get; }

        /// <summary>The field of the state.</summary>
        public string State { get; }

        /// <summary>The field of the future being awaited.</summary>
        public string Awaited { get; }

        public string Cancelling { get; }

        public string Result { get; }

        public string NotStarted { get; }

        public string Finished { get; }

        public string Running { get; }

        public string Unique(string wish)
        {
            string name = wish;
            for (int i = 2; !_taken.Add(name); i++)
            {
                name = wish + "_" + i;
            }

            return name;
        }

        /// <summary>As it has to be written.</summary>
        public static string Escape(string name)
        {
            return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        }

        private static ISymbol? Single(Body body, string name)
        {
            System.Collections.Immutable.ImmutableArray<ISymbol> found = body.Model.LookupSymbols(body.Root.SpanStart, null, name);
            return found.Length == 1 ? found[0] : null;
        }
    }
}
