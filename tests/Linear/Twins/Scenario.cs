namespace NanoExecutor.LinearProof
{
    /// <summary>What is done to a program from outside, by a seed: started, polled with changing wakers, cancelled, run again.</summary>
    internal static class Scenario
    {
        private const int MostPolls = 120;

        /// <summary>Runs both twins and returns what they did.</summary>
        public static Comparison Run(TwinBatch batch, string name, uint seed)
        {
            return new Comparison(
                Trace(stage => batch.Linear(name, stage), seed), Trace(stage => batch.Async(name, stage), seed));
        }

        private static IReadOnlyList<string> Trace(Func<Stage, ITwin> make, uint seed)
        {
            Stage stage = new(seed, calm: seed % 4 == 0);
            ITwin twin = make(stage);
            int runs = 1 + stage.Choose("runs", 0, 3);
            for (int run = 0; run < runs; run++)
            {
                int argument = stage.Choose("argument", 0, 9);
                stage.Note("start " + argument);
                RunOnce(stage, twin, argument);
            }

            return stage.Trace;
        }

        private static void RunOnce(Stage stage, ITwin twin, int argument)
        {
            int cancelAt = stage.Choose("cancel", 0, 2) == 0 ? stage.Choose("cancel at", 0, 14) : MostPolls;
            try
            {
                twin.Start(argument);
                for (int poll = 0; poll < cancelAt; poll++)
                {
                    stage.Note("poll");
                    if (twin.Poll(Wakers.Get(stage.Choose("waker", 0, Wakers.Count))))
                    {
                        stage.Note("ready with " + twin.Result);
                        return;
                    }
                }
            }
            catch (Exception exception)
            {
                stage.Note("threw " + exception.GetType().Name + " " + exception.Message);
                return;
            }

            stage.Note("cancel");
            try
            {
                twin.Cancel();
                stage.Note("cancelled");
            }
            catch (Exception exception)
            {
                stage.Note("cancel threw " + exception.GetType().Name + " " + exception.Message);
            }
        }
    }
}
