using NanoExecutor;

public sealed class Task : Future
{
    private const string Constant = "c";
    private static readonly string _kept = "made at load";
    private static string _shown;
    private static readonly char[] _characters = { 'a' };
    private static int _number;

    public override Poll Poll(Waker waker)
    {
        _shown = "literal"; //! string-literal 12 bytes
        _shown = Constant; //! string-literal 12 bytes
        _shown = _kept;
        _shown = _kept + _shown; //! member-allocates
        _shown = _kept + _number; //! member-allocates 60, member-allocates
        _shown = $"{_number}"; //! string-literal 12, box 24, params-array 36, member-allocates 372 or more
        _shown += 'x'; //! string-literal 12 bytes, member-allocates

        // Each character goes by an object: so the compiler takes the string of nanoFramework.
        foreach (char character in _shown) //! box 24 bytes
        {
            _number += character;
        }

        _shown = new string(_characters); //! new-object 12 bytes and its characters
        switch (_shown) //! string-literal 12 bytes, string-literal 12 bytes
        {
            case "one":
                _number = 1;
                break;
            case "two":
                _number = 2;
                break;
        }

        return NanoExecutor.Poll.Pending;
    }
}
