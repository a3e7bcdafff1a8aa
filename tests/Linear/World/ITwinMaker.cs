namespace NanoExecutor.LinearProof
{
    /// <summary>Makes one twin of a program. Every program has a class for it, because a constructor found by reflection costs more.</summary>
    public interface ITwinMaker
    {
        ITwin Make(Stage stage);
    }
}
