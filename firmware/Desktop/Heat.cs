namespace Greenhouse.Desktop
{
    /// <summary>What heats the simulated air.</summary>
    public enum Heat
    {
        /// <summary>The sun, for a part of each minute.</summary>
        Auto = 0,

        /// <summary>Heated.</summary>
        On = 1,

        /// <summary>Not heated.</summary>
        Off = 2,
    }
}
