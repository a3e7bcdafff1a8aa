namespace NanoExecutor.LinearProof
{
    /// <summary>For futures that yield an enum.</summary>
    public enum Colour
    {
        Red,
        Green,
        Blue,
    }

    /// <summary>For patterns and deconstruction. No code that is generated uses its operators.</summary>
#pragma warning disable CA1065, CS0660, CS0661
    public sealed class Coin(int worth)
    {
        public int Worth { get; } = worth;

        public static bool operator ==(Coin? left, Coin? right)
        {
            throw new InvalidOperationException("Nobody asked for ==.");
        }

        public static bool operator !=(Coin? left, Coin? right)
        {
            throw new InvalidOperationException("Nobody asked for !=.");
        }

        public void Deconstruct(out int value, out int half)
        {
            value = Worth;
            half = Worth / 2;
        }
    }
#pragma warning restore CA1065, CS0660, CS0661

    /// <summary>For patterns.</summary>
    public sealed class Key(int worth)
    {
        public int Worth { get; } = worth;
    }

    /// <summary>For using.</summary>
#pragma warning disable CA1065, CS0660, CS0661
    public sealed class Resource(Stage stage, int id) : IDisposable
#pragma warning restore CA1065, CS0660, CS0661
    {
        public int Id => id;

        public static bool operator ==(Resource? left, Resource? right)
        {
            throw new InvalidOperationException("Nobody asked for ==.");
        }

        public static bool operator !=(Resource? left, Resource? right)
        {
            throw new InvalidOperationException("Nobody asked for !=.");
        }

        public void Dispose()
        {
            stage.Note("dispose " + id);
            if (!stage.Calm && stage.Choose("dispose", id, 12) == 0)
            {
                throw new FaultB(id);
            }
        }
    }

    /// <summary>What a program may fail with.</summary>
    public class FaultA(int code) : Exception("A" + code)
    {
        public int Code { get; } = code;
    }

    /// <summary>Another, no relative of the first.</summary>
    public sealed class FaultB(int code) : Exception("B" + code)
    {
        public int Code { get; } = code;
    }
}
