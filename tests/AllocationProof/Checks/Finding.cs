using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reach;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>Something that the proof cannot let pass.</summary>
    /// <param name="Rule">The rule that is broken.</param>
    /// <param name="Member">The member in which it stands.</param>
    /// <param name="Place">Where in the source.</param>
    /// <param name="Detail">What stands there.</param>
    /// <param name="Cost">What it costs, in words.</param>
    /// <param name="Path">How it is reached; null for what is refused wherever it stands.</param>
    internal sealed record Finding(Rule Rule, string Member, Place Place, string Detail, string Cost, Step? Path)
    {
        /// <summary>
        /// What makes two findings one: a source compiled into several assemblies, or a line that breaks a rule twice.
        /// </summary>
        public object Key => (Rule, Detail, Place, Place.Line == 0 ? Member : "");

        public static Finding At(Step step, Construct construct)
        {
            return new Finding(
                construct.Rule,
                Naming.Full(step.Method),
                Place.Of(step.Method, construct.Site),
                construct.Detail,
                construct.Cost,
                step);
        }
    }
}
