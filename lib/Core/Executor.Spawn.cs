using System;

namespace NanoExecutor
{
    // How a future becomes a task.
    public sealed partial class Executor
    {
        /// <summary>Spawns a future as a task and schedules its first poll. Allocates nothing.</summary>
        /// <param name="future">
        /// Not a task of any executor. It keeps its slot until it is ready, throws or is aborted.
        /// </param>
        /// <returns>The handle of the task, which names it alone even after its slot was given to another.</returns>
        /// <exception cref="ArgumentNullException">The future is null.</exception>
        /// <exception cref="InvalidOperationException">
        /// All slots are taken, or the future is a task already.
        /// </exception>
        /// <exception cref="ObjectDisposedException">The executor is closed.</exception>
        public long Spawn(Future future)
        {
            return Spawn(future, null);
        }

        /// <summary>
        /// Spawns a future as a task with a name, which stands in every message, dump and trace. Allocates nothing, but with
        /// the first name a place for that of each slot.
        /// </summary>
        /// <param name="future">
        /// Not a task of any executor. It keeps its slot until it is ready, throws or is aborted.
        /// </param>
        /// <param name="name">What to call it; null for the name of its type. Kept, not copied.</param>
        /// <returns>The handle of the task, which names it alone even after its slot was given to another.</returns>
        /// <exception cref="ArgumentNullException">The future is null.</exception>
        /// <exception cref="InvalidOperationException">
        /// All slots are taken, or the future is a task already.
        /// </exception>
        /// <exception cref="ObjectDisposedException">The executor is closed.</exception>
        public long Spawn(Future future, string name)
        {
            long handle;
            if (!TrySpawn(future, name, out handle))
            {
                throw Throw.TableFull(Capacity);
            }

            return handle;
        }

        /// <summary>Spawns a future as a task unless all slots are taken. Allocates nothing.</summary>
        /// <param name="future">Not a task of any executor.</param>
        /// <param name="handle">The handle of the task; 0 if there was no slot.</param>
        /// <returns>Whether there was a slot.</returns>
        /// <exception cref="ArgumentNullException">The future is null.</exception>
        /// <exception cref="InvalidOperationException">The future is a task already.</exception>
        /// <exception cref="ObjectDisposedException">The executor is closed.</exception>
        public bool TrySpawn(Future future, out long handle)
        {
            return TrySpawn(future, null, out handle);
        }

        /// <summary>Spawns a future as a task with a name unless all slots are taken; as <see cref="Spawn(Future, string)"/>.</summary>
        /// <param name="future">Not a task of any executor.</param>
        /// <param name="name">What to call it; null for the name of its type. Kept, not copied.</param>
        /// <param name="handle">The handle of the task; 0 if there was no slot.</param>
        /// <returns>Whether there was a slot.</returns>
        /// <exception cref="ArgumentNullException">The future is null.</exception>
        /// <exception cref="InvalidOperationException">The future is a task already.</exception>
        /// <exception cref="ObjectDisposedException">The executor is closed.</exception>
        public bool TrySpawn(Future future, string name, out long handle)
        {
            CheckThread();
            handle = 0;
            if (_closed)
            {
                throw Throw.ExecutorClosed();
            }

            if (future == null)
            {
                throw Throw.NullFuture();
            }

            if (future.Home != null)
            {
                throw Throw.AlreadySpawned(future.Home.Slot);
            }

            if (name != null)
            {
                _tasks.PrepareNames();
            }

            TaskWaker waker = _tasks.Put(future, name);
            if (waker == null)
            {
                return false;
            }

            handle = waker.Handle;
            if (_figures != null)
            {
                _figures.NoteSpawn(waker);
            }

            waker.Wake();
            return true;
        }
    }
}
