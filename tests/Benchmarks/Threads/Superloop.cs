namespace NanoExecutor.Benchmarks
{
    /// <summary>
    /// What one writes without threads and without an executor: a loop that goes through a flag for each task and a switch on
    /// its state. The floor.
    /// </summary>
    internal sealed class Superloop : Work
    {
        private readonly bool[] _awake;
        private readonly int[] _states;
        private readonly int[] _left;

        internal Superloop(int tasks)
            : base("step of a superloop with " + tasks.ToString() + " flags")
        {
            _awake = new bool[tasks];
            _states = new int[tasks];
            _left = new int[tasks];
        }

        internal override int Made(int operations)
        {
            return ((operations / _awake.Length) + 1) * _awake.Length;
        }

        internal override void Run(int operations)
        {
            bool[] awake = _awake;
            int[] states = _states;
            int[] left = _left;
            int steps = (operations / awake.Length) + 1;
            for (int i = 0; i < awake.Length; i++)
            {
                awake[i] = true;
                left[i] = steps;
            }

            int busy = awake.Length;
            while (busy > 0)
            {
                for (int task = 0; task < awake.Length; task++)
                {
                    if (!awake[task])
                    {
                        continue;
                    }

                    awake[task] = false;
                    switch (states[task])
                    {
                        case 0:
                            states[task] = 1;
                            break;
                        case 1:
                            states[task] = 0;
                            break;
                    }

                    if (--left[task] > 0)
                    {
                        awake[task] = true;
                    }
                    else
                    {
                        busy--;
                    }
                }
            }
        }
    }
}
