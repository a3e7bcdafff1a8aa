using NanoExecutor.Soak.Facilities;

namespace NanoExecutor.Soak.Running
{
    /// <summary>
    /// What the tasks of a world share: each kind, in each of its policies, with room for one and for more.
    /// </summary>
    internal static class Catalog
    {
        private const int MaxFew = 3;

        /// <summary>All of it, or delays and a few others for a small world.</summary>
        public static IReadOnlyList<Facility> For(World world)
        {
            List<Facility> all = [.. All(world)];
            if (!world.IsSmall)
            {
                return all;
            }

            List<Facility> few = [all[0]];
            for (int i = world.Chance.Between(1, MaxFew); i > 0; i--)
            {
                int chosen = world.Chance.Between(1, all.Count - 1);
                few.Add(all[chosen]);
                all.RemoveAt(chosen);
            }

            return few;
        }

        private static Facility[] All(World world)
        {
            return
            [
                new Delays(world),
                new Intervals(world),
                new Moments(world),
                new Sources(world, 256),
                new Requests(world),
                new Pins(world),
                new LongChannels(world, 1, WhenFull.Refuse),
                new LongChannels(world, world.Chance.Between(2, 9), WhenFull.Refuse),
                new LongChannels(world, world.Chance.Between(1, 9), WhenFull.DropOldest),
                new ObjectChannels(world, world.Chance.Between(1, 9), WhenFull.Refuse),
                new ObjectChannels(world, world.Chance.Between(1, 9), WhenFull.DropNewest),
                new Mutexes(world),
                new Mutexes(world),
                new ReadersAndWriters(world),
                new Permits(world, 1),
                new Permits(world, world.Chance.Between(2, 8)),
                new Barriers(world, world.Chance.Between(2, 5)),
                new Barriers(world, 1),
                new Signals(world, false),
                new Signals(world, true),
                new Watches(world, false),
                new Watches(world, true),
                new Publishers(world, 1, false),
                new Publishers(world, world.Chance.Between(2, 9), true),
                new Flags(world, false),
                new Flags(world, true),
                new Onces(world),
                new Pipes(world, world.Chance.Between(1, 64), true, WhenFull.Refuse),
                new Pipes(world, world.Chance.Between(1, 64), false, WhenFull.Refuse),
                new Pipes(world, world.Chance.Between(1, 64), false, WhenFull.DropOldest),
            ];
        }
    }
}
