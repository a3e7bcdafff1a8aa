using System.Diagnostics;
using System.Reflection;

namespace NanoExecutor.Packages
{
    /// <summary>Where the packages are, and a folder outside the repository in which they are used.</summary>
    internal sealed class Workplace : IDisposable
    {
        // No git, or no tags: the packages are good for trying out.
        private const string NoVersion = "warning MINVER";

        private readonly string _outside = Directory.CreateTempSubdirectory("nanoexecutor-").FullName;

        public Workplace()
        {
            // The folder of packages beside the sources that the user has: nothing else may come from this repository.
            File.WriteAllText(Path.Combine(_outside, "NuGet.config"), $"""
                <configuration>
                  <packageSources>
                    <add key="folder" value="{Feed}" />
                  </packageSources>
                </configuration>
                """);
        }

        public static string Root { get; } = typeof(Workplace).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "Root").Value!;

        public static string Feed { get; } = Path.Combine(Root, "artifacts", "package", "release");

        /// <summary>
        /// Makes the packages, and no others are in the folder then. All that is in them is compiled anew, or the compiler
        /// would have nothing to say; a warning is a failure.
        /// </summary>
        public void Pack()
        {
            if (Directory.Exists(Feed))
            {
                Directory.Delete(Feed, recursive: true);
            }

            string[] warnings = [.. new[] { "Desktop", "Virtual" }
                .Select(b => Dotnet(Root, "build", $"boards/NanoExecutor.Boards.{b}.csproj", "-c", "Release", "--no-incremental"))
                .Append(Dotnet(Root, "pack", "nf.sln"))
                .SelectMany(o => o.Split('\n'))
                .Where(l => l.Contains("warning ", StringComparison.Ordinal) && !l.Contains(NoVersion, StringComparison.Ordinal))
                .Distinct()];
            CheckException.Unless(warnings.Length == 0, string.Join('\n', warnings.Take(10)));
        }

        /// <summary>The file of a package, made last.</summary>
        public static string Package(string id, string extension = ".nupkg")
        {
            return Directory.Exists(Feed)
                ? Directory.GetFiles(Feed, id + ".*" + extension).FirstOrDefault(f => char.IsDigit(Path.GetFileName(f)[id.Length + 1]))
                    ?? throw new CheckException($"{Feed} has no {id}.*{extension}; dotnet pack nf.sln makes it")
                : throw new CheckException($"there is no {Feed}; dotnet pack nf.sln makes it");
        }

        public static string VersionOf(string id)
        {
            return Path.GetFileNameWithoutExtension(Package(id))[(id.Length + 1)..];
        }

        /// <summary>A folder that is not there yet.</summary>
        public string Folder(string name)
        {
            return Path.Combine(_outside, name);
        }

        /// <summary>Runs dotnet, which has to succeed, and returns what it printed.</summary>
        public string Dotnet(string folder, params string[] arguments)
        {
            CheckException.Unless(Directory.Exists(folder), $"there is no {folder}: what should make it failed");
            Process process = Start(folder, arguments);
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd() + errors.Result;
            process.WaitForExit();
            CheckException.Unless(
                process.ExitCode == 0,
                $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:{Environment.NewLine}{Tail(output)}");
            return output;
        }

        public void Dispose()
        {
            Directory.Delete(_outside, recursive: true);
        }

        private Process Start(string folder, string[] arguments)
        {
            ProcessStartInfo start = new("dotnet", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
            if (folder != Root)
            {
                // A cache of their own: an older package of the same version must not be used. What both have in common,
                // the second cache has.
                start.Environment["NUGET_PACKAGES"] = Path.Combine(_outside, "cache");
                foreach (string name in new[] { "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly" })
                {
                    start.Environment.Remove(name);
                }
            }

            return Process.Start(start)!;
        }

        private static string Tail(string output)
        {
            string[] lines = output.Split('\n');
            string[] errors = [.. lines.Where(l => l.Contains(": error ", StringComparison.Ordinal)).Distinct().Take(10)];
            return string.Join('\n', errors.Length > 0 ? errors : lines.TakeLast(20));
        }
    }
}
