namespace NanoExecutor.Interleavings.Building
{
    /// <summary>One of the two builds of the library, on a machine it is made for.</summary>
    /// <param name="Name">For the command line and the table.</param>
    /// <param name="Symbols">What is defined when it is compiled.</param>
    /// <param name="Memory">What stores look like there.</param>
    internal sealed record Variant(string Name, string[] Symbols, MemoryModel Memory)
    {
        /// <summary>The device build: plain stores, one native thread.</summary>
        internal static readonly Variant Device = new("device", ["NANOFRAMEWORK_1_0"], MemoryModel.Sequential);

        /// <summary>The desktop build on x64.</summary>
        internal static readonly Variant X64 = new("x64", ["NET"], MemoryModel.StoreBuffer);

        /// <summary>The desktop build on Arm64, where everything can happen that can happen on x64, and more.</summary>
        internal static readonly Variant Arm64 = new("arm64", ["NET"], MemoryModel.WeakStores);

        /// <summary>All there are.</summary>
        internal static readonly Variant[] All = [Device, X64, Arm64];

        /// <summary>Those in which the library is explored if nothing else is asked for.</summary>
        internal static readonly Variant[] Usual = [Device, Arm64];

        internal static Variant Named(string name)
        {
            return All.FirstOrDefault(variant => variant.Name == name)
                ?? throw new ToolException(
                    $"There is no variant '{name}'; there are {string.Join(", ", All.Select(v => v.Name))}.");
        }
    }
}
