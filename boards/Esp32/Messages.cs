namespace NanoExecutor.Boards.Esp32
{
    /// <summary>What a board writes out that is no error of the program.</summary>
    internal static class Messages
    {
        internal const string NoHardwareTimer = "no hardware timer in this image: using the CLR's clock";

        internal static string Storm(int pin, int edges, long window)
        {
            string what = "GPIO" + pin.ToString() + ": " + edges.ToString();
            what = what + " edges within " + (window / Duration.Millisecond).ToString() + " ms are a storm;";
            return what + " its interrupt rests for 100 ms each time.";
        }
    }
}
