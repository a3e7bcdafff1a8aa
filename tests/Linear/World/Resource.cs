namespace NanoExecutor.LinearProof
{
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
}
