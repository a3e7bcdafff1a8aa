using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.Repository
{
    [TestClass]
    public class NumberTwinsTests
    {
        [TestMethod]
        public void Numbers_areWhatTheirSourcesGive()
        {
            string expected = NumberTwins.Generate(Checkout.Text);
            if (Checkout.Text(NumberTwins.Target) != expected)
            {
                string written = Path.Combine("artifacts", Path.GetFileName(NumberTwins.Target));
                File.WriteAllText(Path.Combine(Checkout.Root, written), expected);
                Assert.Fail($"{NumberTwins.Target} is not what its sources give; take it over: cp {written} {NumberTwins.Target}");
            }
        }
    }
}
