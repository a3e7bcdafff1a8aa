namespace Greenhouse
{
    /// <summary>
    /// A switch with two thresholds: between them it stays as it is, so that noise does not make it chatter.
    /// </summary>
    public sealed class Hysteresis
    {
        private readonly int _on;
        private readonly int _off;

        /// <summary>Makes a switch that is off.</summary>
        /// <param name="on">From this value on it is on.</param>
        /// <param name="off">From this value down it is off; less than <paramref name="on"/>.</param>
        public Hysteresis(int on, int off)
        {
            _on = on;
            _off = off;
        }

        /// <summary>Whether it is on.</summary>
        public bool IsOn { get; private set; }

        /// <summary>Looks at a value.</summary>
        /// <returns>Whether that switched it.</returns>
        public bool Update(int value)
        {
            bool isOn = value >= _on || (IsOn && value > _off);
            bool switched = isOn != IsOn;
            IsOn = isOn;
            return switched;
        }
    }
}
