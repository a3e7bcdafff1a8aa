using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.LinearProof
{
    /// <summary>The generator never crashes, and what it writes compiles, whatever stands in a body.</summary>
    [TestClass]
    public sealed class MutationTests
    {
        private const int Bodies = 2500;

        [TestMethod]
        public void Mutated_bodies_are_lowered_or_refused_and_never_break_the_generator()
        {
            Mutations mutations = new(seed: 1);
            string? wrong = mutations.Run(Bodies);
            Assert.IsNull(wrong, wrong);
            Assert.IsGreaterThanOrEqualTo(2000, mutations.Made, "Too few bodies were made.");
            Assert.IsGreaterThan(mutations.Made / 20, mutations.Lowered, "Hardly any of them compiled, so hardly any was lowered.");
        }
    }
}
