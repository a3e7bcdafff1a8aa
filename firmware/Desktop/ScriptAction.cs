namespace Greenhouse.Desktop
{
    /// <summary>What a line of a script can do.</summary>
    public enum ScriptAction
    {
        /// <summary>Moves the button: 1 is down.</summary>
        Button,

        /// <summary>Sets what heats the air: a <see cref="Desktop.Heat"/>.</summary>
        Heat,

        /// <summary>Sets the temperature of the air, hundredths of a degree.</summary>
        Temperature,

        /// <summary>Sets the soil moisture, percent.</summary>
        Soil,

        /// <summary>Stalls the thermometer with 1, lets it go on with 0.</summary>
        Sensor,

        /// <summary>Stalls the driver of the soil probe with 1, lets it go on with 0.</summary>
        Probe,
    }
}
