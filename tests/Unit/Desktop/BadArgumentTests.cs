using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using NanoExecutor.Boards.Desktop;
using NanoExecutor.Boards.NanoClr;
using NanoExecutor.Boards.Virtual;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Every public constructor, method and settable property, each parameter in turn with what it must not be: whoever gets it
    /// wrong is told which parameter it was and what to do, at the place where it was given.
    /// </summary>
    [TestClass]
    public class BadArgumentTests
    {
        // What may be null, or is for the library's own generated code.
        private static readonly string[] _mayBeNull = new[]
        {
            "AllocatesRarelyAttribute..ctor why", "LineWriter.Add word", "LineWriter.Add text", "LineWriter..ctor clock",
            "Executor.Spawn name", "Executor.TrySpawn name", "Executor.Tracer value", "Reactor.Tracer value",
            "Channel.Name value", "LongChannel.Name value",
            "TraceRing.NameSource name", "TraceRing.NameMark name", "TraceRing.Stream name",
            "AllocatesAttribute..ctor why", "BlocksAttribute..ctor why",
            "Repeat..ctor rearm", "Retry..ctor attempt", "Supervised..ctor rearm",
            "RestartPolicy.Always backoff", "RestartPolicy.AtMost backoff",
            "Channel.TrySend item", "ChannelSend.With item", "PubSub.Publish message", "Signal.Set value", "Watch.Set value",
            "Once.Set value", "WorkerCall.With argument", "VirtualClock.Cancel interrupt",
            "SimulatedInputPin..ctor name", "SimulatedOutputPin..ctor name",
            "Executor.OnFault value", "Executor.OnIdle value", "Executor.OnStuck value", "Budget.OnOverrun value", "Supervised.OnRestart value",
            "Supervised.OnEscalation value", "StagedParker.OnLightSleepEnd value",
        };

        [TestMethod]
        public void BadArguments_areNamedWithWhatToDo()
        {
            List<string> wrong = new List<string>();
            int calls = 0;
            foreach (MethodBase member in Members())
            {
                foreach (ParameterInfo parameter in member.GetParameters())
                {
                    foreach (object bad in BadValues(parameter))
                    {
                        calls++;
                        string complaint = Try(member, parameter, bad);
                        if (complaint != null)
                        {
                            wrong.Add(complaint);
                        }
                    }
                }
            }

            Assert.IsTrue(calls > 300, "only " + calls.ToString() + " calls were tried");
            Assert.AreEqual("", string.Join("\n", wrong), "what these say leads nowhere");
        }

        [TestMethod]
        public void Poll_withoutAWaker_saysSoInEveryFuture()
        {
            int kinds = 0;
            foreach (Type type in Types().Where(type => typeof(Future).IsAssignableFrom(type)))
            {
                Future future = (Future)Good(type, null);
                try
                {
                    future.Poll(null);
                    Assert.IsTrue(false, type.Name + " took null for a waker");
                }
                catch (ArgumentNullException exception)
                {
                    Assert.AreEqual("waker", exception.ParamName, type.Name);
                    Assert.StartsWith("A poll needs the waker of whoever polls", exception.Message);
                }

                // Nothing has changed: it can be polled as ever.
                new ManualMachine().NewExecutor(1).Spawn(future);
                kinds++;
            }

            Assert.IsTrue(kinds > 30, "every kind of future");
        }

        [TestMethod]
        public void WhatIsClosed_isNamedAndTheAdviceIsInTheMessage()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Close();
            Reactor reactor = new Reactor(1);
            reactor.Close();
            Worker worker = new Worker(1);
            WorkerCall call = worker.NewCall(argument => argument);
            worker.Close();
            ExpectClosed("Executor", () => executor.Spawn(new NeverFuture()));
            ExpectClosed("Executor", () => executor.Run());
            ExpectClosed("Reactor", () => reactor.Register(0));
            ExpectClosed("Reactor", () => reactor.Raise(0));
            ExpectClosed("Worker", () => NewExecutor().BlockOn(call));
        }

        private static void ExpectClosed(string name, Action action)
        {
            try
            {
                action();
            }
            catch (ObjectDisposedException exception)
            {
                Assert.AreEqual(name, exception.ObjectName, "which object");
                Assert.StartsWith(name + " is closed; make a new one.", exception.Message);
                return;
            }

            Assert.IsTrue(false, name + " is closed and did not say so");
        }

        private static Executor NewExecutor()
        {
            return new ManualMachine().NewExecutor(4);
        }

        private static IEnumerable<Type> Types()
        {
            Assembly[] assemblies = new[]
            {
                typeof(Executor).Assembly, typeof(DesktopMachine).Assembly, typeof(VirtualMachine).Assembly,
                typeof(BadArgumentTests).Assembly,
            };
            return assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(
                type => type.IsClass && !type.IsAbstract && !typeof(Delegate).IsAssignableFrom(type)
                    && (type.Assembly != typeof(BadArgumentTests).Assembly
                        || type.Namespace.StartsWith("NanoExecutor.Boards", StringComparison.Ordinal)));
        }

        private static IEnumerable<MethodBase> Members()
        {
            const BindingFlags Declared =
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            IEnumerable<Type> all = Types().SelectMany(type => Bases(type)).Distinct();
            foreach (Type type in all)
            {
                foreach (MethodBase member in type.GetMethods(Declared).Cast<MethodBase>().Concat(
                    type.IsAbstract ? Array.Empty<MethodBase>() : type.GetConstructors(Declared)))
                {
                    // Park takes every time there is, and blocks. What describes is called by what makes the description.
                    if (!member.IsAbstract && member.Name != nameof(Parker.Park) && member.Name != nameof(Future.Describe)
                        && member.DeclaringType != typeof(Description))
                    {
                        yield return member;
                    }
                }
            }
        }

        private static IEnumerable<Type> Bases(Type type)
        {
            for (Type at = type; at != null && at.Namespace.StartsWith("NanoExecutor", StringComparison.Ordinal); at = at.BaseType)
            {
                yield return at;
            }
        }

        private static IEnumerable<object> BadValues(ParameterInfo parameter)
        {
            Type type = parameter.ParameterType;
            if (parameter.IsOut)
            {
                return Array.Empty<object>();
            }

            if (type == typeof(int))
            {
                return new object[] { int.MinValue, -1, 0, int.MaxValue };
            }

            if (type == typeof(long))
            {
                return new object[] { long.MinValue, -1L, 0L, long.MaxValue };
            }

            if (type.IsEnum)
            {
                return new[] { Enum.ToObject(type, -1), Enum.ToObject(type, 99) };
            }

            if (type == typeof(Future[]))
            {
                Future twice = new NeverFuture();
                return new object[]
                {
                    null, Array.Empty<Future>(), new Future[] { twice, null }, new Future[] { twice, twice },
                };
            }

            return type.IsValueType ? Array.Empty<object>() : new object[] { null };
        }

        // What is wrong with what happens; null for nothing.
        private static string Try(MethodBase member, ParameterInfo bad, object value)
        {
            string name = member.DeclaringType.Name + "." + member.Name.Replace("set_", "", StringComparison.Ordinal) + " "
                + bad.Name;
            string what = name + " = " + (value ?? "null").ToString() + ": ";
            object target = member.IsStatic || member is ConstructorInfo ? null : Good(member.DeclaringType, null);
            object[] arguments = member.GetParameters().Select(
                parameter => parameter.Position == bad.Position ? value : Good(parameter.ParameterType, parameter.Name)).ToArray();
            try
            {
                if (member is ConstructorInfo constructor)
                {
                    constructor.Invoke(arguments);
                }
                else
                {
                    member.Invoke(target, arguments);
                }
            }
            catch (TargetInvocationException thrown)
            {
                return Judge(what, bad.Name, thrown.InnerException);
            }

            return value == null && !_mayBeNull.Contains(name) ? what + "accepted" : null;
        }

        private static string Judge(string what, string parameter, Exception exception)
        {
            // Of two pauses the wrong way round, the first is the one that is out of the range the second gives it.
            if (what.StartsWith("Backoff..ctor longest = 0", StringComparison.Ordinal))
            {
                parameter = "first";
            }

            // A message of its own, with what to do.
            string message = exception.Message.Split(" (Parameter")[0].Split("\n")[0];
            string said = what + exception.GetType().Name + ": " + message;
            if (exception is ArgumentException argument)
            {
                return argument.ParamName != parameter ? said + " names " + argument.ParamName
                    : message.Contains("; ", StringComparison.Ordinal) || message.StartsWith("Value cannot", StringComparison.Ordinal)
                        ? null : said;
            }

            return exception is InvalidOperationException && message.Contains("; ", StringComparison.Ordinal) ? null : said;
        }

        private static object Good(Type type, string name)
        {
            if (type == typeof(int))
            {
                return name == "offset" ? 0 : name == "bytesPerSecond" ? 1000 : 1;
            }

            if (type == typeof(long))
            {
                return name == "deadline" || name == "time" ? 1000L : 1L;
            }

            if (type.IsValueType)
            {
                return Activator.CreateInstance(type);
            }

            if (type.IsByRef)
            {
                return null;
            }

            if (_makers.TryGetValue(type, out Func<object> make))
            {
                return make();
            }

            // The simplest way there is.
            ConstructorInfo constructor = type.GetConstructors().OrderBy(way => way.GetParameters().Length).FirstOrDefault();
            Assert.IsTrue(constructor != null, "the test does not know how to make " + type.FullName);
            return constructor.Invoke(constructor.GetParameters().Select(p => Good(p.ParameterType, p.Name)).ToArray());
        }

        private static readonly Dictionary<Type, Func<object>> _makers = new Dictionary<Type, Func<object>>
        {
            [typeof(object)] = () => "an object",
            [typeof(string)] = () => "a text",
            [typeof(byte[])] = () => new byte[4],
            [typeof(Exception)] = () => new InvalidOperationException("thrown by a test"),
            [typeof(ThreadStart)] = () => (ThreadStart)(() => { }),
            [typeof(BlockingCall)] = () => (BlockingCall)(argument => argument),
            [typeof(FaultHook)] = () => (FaultHook)((executor, handle, exception) => { }),
            [typeof(IdleHook)] = () => (IdleHook)(executor => { }),
            [typeof(StuckHook)] = () => (StuckHook)(executor => { }),
            [typeof(OverrunHook)] = () => (OverrunHook)((budget, slot, took) => { }),
            [typeof(SupervisionHook)] = () => (SupervisionHook)((supervised, exception) => { }),
            [typeof(Machine)] = () => new ManualMachine(),
            [typeof(Description)] = () => new Description(new LineWriter(new byte[99])),
            [typeof(ByteSink)] = () => new NullSink(),
            [typeof(Tracer)] = () => new TraceRing(8),
            [typeof(TraceRing)] = () => new TraceRing(8),
            [typeof(Clock)] = () => new ManualClock(),
            [typeof(Parker)] = () => new ManualParker(new ManualClock()),
            [typeof(Future)] = () => new NeverFuture(),
            [typeof(Future[])] = () => new Future[] { new NeverFuture(), new NeverFuture() },
            [typeof(Waker)] = NewWaker,
            [typeof(InputPin)] = () => new TestPin(),
            [typeof(OutputPin)] = () => new Boards.Desktop.SimulatedOutputPin("led"),
            [typeof(IRearm)] = () => null,
            [typeof(IAttempt)] = () => null,
            [typeof(Executor)] = NewExecutor,
            [typeof(Reactor)] = () => new Reactor(4),
            [typeof(ScriptedInterrupt)] = () => new Nothing(),
            [typeof(SourceWait)] = () => new Reactor(1).Register(0),
            [typeof(RestartPolicy)] = () => RestartPolicy.Never,
            [typeof(Delay)] = () => new Delay().For(10),
            [typeof(WithDeadline)] = () => new WithDeadline(new NeverFuture()).Until(1000),
            [typeof(TimedFuture)] = () => new Delay().For(10),
            [typeof(TimeLimit)] = () => new WithTimeout(new NeverFuture(), 10),
            [typeof(Group)] = () => new Join(new NeverFuture()),
            [typeof(QueuedFuture)] = () => new Semaphore(0, 1).NewAcquire(),
            [typeof(ListeningFuture)] = () => new Once().NewWait(),
            [typeof(SemaphoreAcquire)] = () => new Semaphore(0, 1).NewAcquire(),
            [typeof(Semaphore)] = () => new Semaphore(0, 1),
            [typeof(MutexLock)] = () => new Mutex().NewLock(),
            [typeof(ReadLock)] = () => new ReaderWriterLock().NewReadLock(),
            [typeof(WriteLock)] = () => new ReaderWriterLock().NewWriteLock(),
            [typeof(BarrierWait)] = () => new Barrier(2).NewWait(),
            [typeof(ChannelSend)] = () => new Channel(1).NewSend().With("an item"),
            [typeof(ChannelReceive)] = () => new Channel(1).NewReceive(),
            [typeof(LongChannelSend)] = () => new LongChannel(1).NewSend().With(1),
            [typeof(LongChannelReceive)] = () => new LongChannel(1).NewReceive(),
            [typeof(Channel)] = () => new Channel(1),
            [typeof(LongChannel)] = () => new LongChannel(1),
            [typeof(PubSub)] = () => new PubSub(1),
            [typeof(LongPubSub)] = () => new LongPubSub(1),
            [typeof(SignalWait)] = () => new Signal().NewWait(),
            [typeof(LongSignalWait)] = () => new LongSignal().NewWait(),
            [typeof(WatchReader)] = () => new Watch().NewReader(),
            [typeof(LongWatchReader)] = () => new LongWatch().NewReader(),
            [typeof(Subscriber)] = () => new PubSub(1).NewSubscriber(),
            [typeof(LongSubscriber)] = () => new LongPubSub(1).NewSubscriber(),
            [typeof(EventFlagsWait)] = () => new EventFlags(false).NewWaitAny(1),
            [typeof(OnceWait)] = () => new Once().NewWait(),
            [typeof(Pipe)] = () => new Pipe(4),
            [typeof(PipeReader)] = () => new Pipe(4).Reader.Into(new byte[4], 0, 4),
            [typeof(PipeWriter)] = () => new Pipe(4).Writer.From(new byte[4], 0, 4),
            [typeof(WatchedThread)] = () => new WatchedThread(() => { }),
            [typeof(WaitForThread)] = () => new WatchedThread(() => { }).NewWait(),
            [typeof(Worker)] = () => NewWorker(),
            [typeof(WorkerCall)] = () => NewWorker().NewCall(argument => argument),
            [typeof(VirtualClock)] = () => new VirtualClock(4),
            [typeof(NanoClrParker)] = () => new NanoClrParker(new ManualClock()),
        };

        // Its thread ends by itself.
        private static Worker NewWorker()
        {
            Worker worker = new Worker(4);
            worker.Thread.Thread.IsBackground = true;
            return worker;
        }

        private static Waker NewWaker()
        {
            Gate gate = new Gate();
            Executor executor = NewExecutor();
            executor.Spawn(gate);
            executor.RunUntilIdle();
            return gate.Waker;
        }

        private sealed class Nothing : ScriptedInterrupt
        {
            protected override void Fire()
            {
            }
        }

        private sealed class NullSink : ByteSink
        {
            public override void Write(byte[] bytes, int count)
            {
            }
        }
    }
}
