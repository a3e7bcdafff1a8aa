namespace NanoExecutor
{
    /// <summary>
    /// A future written as straight lines: a method marked <see cref="LinearAttribute"/> waits with
    /// <see cref="Await"/>, and the compiler turns it into a state machine that allocates nothing.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The class is partial; the rest of it is written at compile time. If the compiler says that it does not implement
    /// <see cref="Future.Poll"/> (CS0534), it has no [Linear] method, or the project does not have the generator.
    /// </para>
    /// <list type="bullet">
    /// <item>
    /// <c>Start(…)</c>, with the parameters of the method: arms the routine and returns it, to be awaited or spawned.
    /// It throws while the routine is pending. A routine without parameters is armed when it is made. Made once and
    /// started again each time, it allocates nothing.
    /// </item>
    /// <item><c>Result</c>, if the method returns a value: what it returned last.</item>
    /// <item>
    /// <see cref="Future.Poll"/>: runs the method up to the next future that is pending, which it polls with the waker
    /// it was given. A poll before Start, after the end or after an exception throws.
    /// </item>
    /// <item>
    /// <see cref="Future.Cancel"/>: cancels the future that is being awaited, then runs the finally blocks that are
    /// open, innermost first, and nothing else: no code after them, no catch block around that Await. An Await inside
    /// such a finally block makes its future, cancels it and leaves the block. What a finally block throws comes out
    /// of Cancel after the outer ones have run.
    /// </item>
    /// <item><see cref="Future.Detach"/>: passes the call to the future that is being awaited.</item>
    /// </list>
    /// <para>
    /// Locals that live across an Await become fields, so they keep what they refer to reachable until they are written
    /// again. <b>Poll</b> costs a jump to the line where it waits and the poll of the future there.
    /// </para>
    /// </remarks>
    public abstract class Routine : Future
    {
        /// <summary>
        /// Waits until <paramref name="future"/> is ready. A future that yields a value, which is one with a public
        /// property or field <c>Result</c>, makes this call yield it. Only in a method marked
        /// <see cref="LinearAttribute"/>.
        /// </summary>
        /// <param name="future">Armed, and awaited by nothing else.</param>
        /// <exception cref="System.InvalidOperationException">
        /// It was called: nothing has lowered this method.
        /// </exception>
        protected static void Await(Future future)
        {
            throw RoutineErrors.NotLowered();
        }
    }
}
