using System.Runtime.CompilerServices;

namespace NanoExecutor.LinearProof
{
    // It is about what is said, not about what that costs.
#pragma warning disable NEX101, NEX118

    /// <summary>Calls what asks who calls, from everywhere in a [Linear] method.</summary>
    internal sealed partial class Asking(Latch latch) : Routine
    {
        public List<string> Said { get; } = [];

        /// <summary>The line of this property; the method below is written so that its lines can be counted.</summary>
        public static int Line => Here();

        [Linear]
        private void Body(int times, object item)
        {
            Ask(times > 1);
            Await(latch);
            Ask(
                times > 2
                && item != null);
            switch (item)
            {
                case int value
                    when Ask(value > 3):
                    Await(latch);
                    break;
            }

            try
            {
                Await(latch);
                throw new FaultA(times);
            }
            catch (FaultA fault)
                when (Ask(fault.Code > 1))
            {
                Await(latch);
            }

            while (!Ask(times-- < 2))
            {
                Await(latch);
            }
        }

        private bool Ask(
            bool asked,
            [CallerMemberName] string member = "",
            [CallerLineNumber] int line = 0,
            [CallerFilePath] string file = "",
            [CallerArgumentExpression(nameof(asked))] string text = "")
        {
            Said.Add($"{member} of {Path.GetFileName(file)}, line {line - Line}: {text.ReplaceLineEndings(" ")}");
            return asked;
        }

        private static int Here([CallerLineNumber] int line = 0)
        {
            return line;
        }
    }
}
