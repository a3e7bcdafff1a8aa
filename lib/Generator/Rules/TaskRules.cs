using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
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
