using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// What blocks a thread, with what to await instead: members of the platform, and those marked [Blocks]. With a timeout of 0
    /// too: that gives the slice away.
    /// </summary>
    internal static class BlockingMembers
    {
        private const string Delay = "await a Delay";
        private const string Event = "await a Signal, Semaphore or SourceWait";
        private const string Exit = "await WaitForThread";
        private const string Worker = "let a Worker make the call, and await the WorkerCall";

        private static readonly Dictionary<string, string> s_advice = new Dictionary<string, string>
        {
            ["System.Threading.Thread.Sleep"] = Delay,
            ["System.Threading.Thread.Join"] = Exit,
            ["System.Threading.WaitHandle.WaitOne"] = Event,
            ["System.Threading.WaitHandle.WaitAny"] = Event,
            ["System.Threading.WaitHandle.WaitAll"] = Event,
            ["System.Threading.WaitHandle.SignalAndWait"] = Event,
            ["System.Threading.Monitor.Enter"] = "await a Mutex",
            ["System.Threading.Monitor.TryEnter"] = "await a Mutex",
            ["System.Threading.Monitor.Wait"] = Event,
            ["System.Threading.Lock.Enter"] = "await a Mutex",
            ["System.Threading.Lock.TryEnter"] = "await a Mutex",
            ["System.Threading.Lock.EnterScope"] = "await a Mutex",
            ["System.Threading.SpinLock.Enter"] = "await a Mutex",
            ["System.Threading.SpinLock.TryEnter"] = "await a Mutex",
            ["System.Threading.SpinWait.SpinUntil"] = Event,
            ["System.Threading.SemaphoreSlim.Wait"] = "await a Semaphore",
            ["System.Threading.ManualResetEventSlim.Wait"] = Event,
            ["System.Threading.CountdownEvent.Wait"] = "await a Barrier",
            ["System.Threading.Barrier.SignalAndWait"] = "await a Barrier",
            ["System.Threading.ReaderWriterLock.AcquireReaderLock"] = "await a ReaderWriterLock",
            ["System.Threading.ReaderWriterLock.AcquireWriterLock"] = "await a ReaderWriterLock",
            ["System.Threading.ReaderWriterLockSlim.EnterReadLock"] = "await a ReaderWriterLock",
            ["System.Threading.ReaderWriterLockSlim.EnterWriteLock"] = "await a ReaderWriterLock",
            ["System.Threading.ReaderWriterLockSlim.EnterUpgradeableReadLock"] = "await a ReaderWriterLock",
            ["System.Threading.ReaderWriterLockSlim.TryEnterReadLock"] = "await a ReaderWriterLock",
            ["System.Threading.ReaderWriterLockSlim.TryEnterWriteLock"] = "await a ReaderWriterLock",
            ["System.Threading.Tasks.Task.Wait"] = Worker,
            ["System.Threading.Tasks.Task.WaitAll"] = Worker,
            ["System.Threading.Tasks.Task.WaitAny"] = Worker,
            ["System.Threading.Tasks.Task.RunSynchronously"] = Worker,
            ["System.Threading.Tasks.Task.Result"] = Worker,
            ["System.Threading.Tasks.ValueTask.Result"] = Worker,
            ["System.Runtime.CompilerServices.TaskAwaiter.GetResult"] = Worker,
            ["System.Runtime.CompilerServices.ValueTaskAwaiter.GetResult"] = Worker,
            ["System.Collections.Concurrent.BlockingCollection.Take"] = "await a Channel",
            ["System.Diagnostics.Process.WaitForExit"] = Worker,
            ["System.Console.Read"] = Worker,
            ["System.Console.ReadKey"] = Worker,
            ["System.Console.ReadLine"] = Worker,
        };

        /// <summary>What to do instead; null for a member that does not block.</summary>
        public static string? Advice(ISymbol member)
        {
            for (ISymbol? at = member; at != null; at = (at as IMethodSymbol)?.OverriddenMethod)
            {
                if (at.Has(Contract.BlocksAttribute))
                {
                    return Worker;
                }
            }

            return member.ContainingType != null && s_advice.TryGetValue(NameOf(member), out string? advice) ? advice : null;
        }

        private static string NameOf(ISymbol member)
        {
            IEnumerable<string> spaces = member.ContainingNamespace.ToDisplayParts().Select(part => part.ToString());
            return string.Concat(spaces) + "." + member.ContainingType.Name + "." + member.Name;
        }
    }
}
