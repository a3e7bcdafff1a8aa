namespace NanoExecutor.LinearProof
{
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
