using System.Runtime.CompilerServices;

namespace NanoExecutor.Interleavings
{
    // Threads and events that the library itself makes.
    internal sealed partial class Execution
    {
        private readonly Dictionary<object, (Actor Actor, Register Started)> _threads =
            new(ReferenceEqualityComparer.Instance);

        private readonly Dictionary<object, Register> _events = new(ReferenceEqualityComparer.Instance);

        /// <summary>The same for an actor whatever thread of this process it runs on; 0 for who builds and checks.</summary>
        internal int ThreadId => _current == null ? 0 : _current.Index + 1;

        /// <summary>A thread becomes an actor that waits to be started. Only while the scenario is built.</summary>
        internal Thread NewThread(ThreadStart body)
        {
            if (_phase != Phase.Build)
            {
                Fail("a thread is made while actors run; make it in Build and start it then");
            }

            // Of the thread itself nothing is used but that it is an object.
            Thread thread = (Thread)RuntimeHelpers.GetUninitializedObject(typeof(Thread));
            GC.SuppressFinalize(thread);
            string name = "thread" + (_threads.Count + 1);
            Register started = NewRegister(name + ".started", 0);
            Actor actor = _world.Thread(name, body.Invoke).When(() => started.Peek == 1).Perhaps();
            _threads.Add(thread, (actor, started));
            return thread;
        }

        internal void StartThread(Thread thread)
        {
            (Actor actor, Register started) = _threads[thread];
            actor.MustEnd();
            if (_phase == Phase.Run)
            {
                _unfinished++;
            }

            started.Value = 1;
        }

        internal AutoResetEvent NewEvent(bool set)
        {
            AutoResetEvent made = (AutoResetEvent)RuntimeHelpers.GetUninitializedObject(typeof(AutoResetEvent));
            GC.SuppressFinalize(made);
            _events.Add(made, NewRegister("event" + (_events.Count + 1), set ? 1 : 0));
            return made;
        }

        internal void SetEvent(object made)
        {
            _events[made].Value = 1;
        }

        internal void WaitForEvent(object made)
        {
            _events[made].WaitFor(1, 0, "an event to be set");
        }
    }
}
