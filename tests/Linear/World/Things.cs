namespace NanoExecutor.LinearProof
{
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

    /// <summary>Unwinds the async twin when it is cancelled. The linear twin has nothing of the kind.</summary>
    public sealed class Cancelled : Exception
    {
    }

    /// <summary>For patterns.</summary>
    public sealed class Coin(int worth)
    {
        public int Worth { get; } = worth;
    }

    /// <summary>For patterns.</summary>
    public sealed class Key(int worth)
    {
        public int Worth { get; } = worth;
    }

    /// <summary>For futures that yield an enum.</summary>
    public enum Colour
    {
        Red,
        Green,
        Blue,
    }

    /// <summary>For using.</summary>
    public sealed class Resource(Stage stage, int id) : IDisposable
    {
        public int Id => id;

        public void Dispose()
        {
            stage.Note("dispose " + id);
            if (!stage.Calm && stage.Choose("dispose", id, 12) == 0)
            {
                throw new FaultB(id);
            }
        }
    }
}
