using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// A diagnostic that holds no syntax, so that the result of a run can be compared with that of the run before: an equal
    /// result is not written again.
    /// </summary>
    internal sealed class Finding : IEquatable<Finding>
    {
        private readonly DiagnosticDescriptor _rule;
        private readonly string[] _arguments;
        private readonly string _path;
        private readonly TextSpan _span;
        private readonly LinePositionSpan _lines;

        public Finding(DiagnosticDescriptor rule, Location at, params string[] arguments)
        {
            _rule = rule;
            _arguments = arguments;
            _span = at.SourceSpan;
            FileLinePositionSpan lines = at.GetLineSpan();
            _path = lines.Path;
            _lines = lines.Span;
        }

        /// <summary>Where it is, in the order of the source.</summary>
        public int Position => _span.Start;

        public Diagnostic ToDiagnostic()
        {
            return Diagnostic.Create(_rule, Location.Create(_path, _span, _lines), _arguments.ToArray<object>());
        }

        public bool Equals(Finding? other)
        {
            return other != null && _rule.Id == other._rule.Id && _path == other._path && _span == other._span
                && _lines == other._lines && _arguments.SequenceEqual(other._arguments);
        }

        public override bool Equals(object? obj)
        {
            return Equals(obj as Finding);
        }

        public override int GetHashCode()
        {
            return _rule.Id.GetHashCode() ^ _span.GetHashCode();
        }
    }

    /// <summary>What keeps a task from waiting, or the others from running. README.md has an example of each.</summary>
    internal static class TaskRules
    {
        private const string Category = "NanoExecutor.Tasks";

        public static readonly DiagnosticDescriptor NotAwaited = Rule(
            "NEX201",
            "A future that nothing awaits",
            "'{0}' makes or arms a future and drops it, so nothing waits for it; write Await({0}), poll or spawn it, "
            + "or write '_ = {0}' if that is meant");

        public static readonly DiagnosticDescriptor Blocking = Rule(
            "NEX202",
            "A blocking call in a task",
            "'{0}' blocks the thread of the executor{1}, so no other task runs meanwhile; {2}");

        public static readonly DiagnosticDescriptor SharedLock = Rule(
            "NEX203",
            "A lock in a task that others may hold",
            "Whoever else locks '{0}' stops every task here{1}; await a Mutex or Semaphore, or hand the value over in a Signal, "
            + "Watch or Channel");

        public static readonly DiagnosticDescriptor Spinning = Rule(
            "NEX204",
            "A loop that can go round without an Await",
            "This loop can go round without an Await, so no other task runs until it ends; await in every way round, Yield if "
            + "nothing else");

        public static ImmutableArray<DiagnosticDescriptor> All { get; } =
            ImmutableArray.Create(NotAwaited, Blocking, SharedLock, Spinning);

        private static DiagnosticDescriptor Rule(string id, string title, string message)
        {
            return new DiagnosticDescriptor(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);
        }
    }
}
