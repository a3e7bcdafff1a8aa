namespace NanoExecutor.Packages
{
    /// <summary>Projects outside the repository that use the packages: copies of Consumers/, and the template.</summary>
    internal static class Consumers
    {
        // Where NuGet lacks packages of nanoFramework the repository's stand-ins serve here too.
        private static readonly string _standIns =
            "-p:NanoStandInTargets=" + Path.Combine(Workplace.Root, "tests", "DeviceProfile", "DeviceProfile.targets");

        public static void Check(Checks checks, Workplace place)
        {
            checks.That("a net10.0 project with a [Linear] routine restores, builds and runs", () =>
            {
                string folder = Copy(place, "Desktop");
                Expect(place.Dotnet(folder, "run"), "3 turns");
            });
            checks.That("an .nfproj with packages.config and a [Linear] routine compiles in its first build", () =>
            {
                string folder = Copy(place, "Device");
                place.Dotnet(folder, "msbuild", "src/Consumer.nfproj", "-nologo", "-v:m", _standIns);
                Expect(string.Join(' ', Directory.GetFiles(folder, "Consumer.exe", SearchOption.AllDirectories)), "Consumer.exe");
            });
            checks.That("and in its second, where the targets of the package give it the generator", () =>
                place.Dotnet(place.Folder("Device"), "msbuild", "src/Consumer.nfproj", "-t:Rebuild", "-nologo", "-v:m", _standIns));
            checks.That("the library builds for netnano1.0 from an SDK-style project with the same .props", () =>
            {
                string folder = Path.Combine(Copy(place, "SdkStyle"), "lib");
                CopyTree(Path.Combine(Workplace.Root, "lib"), folder);
                CopyTree(Path.Combine(Workplace.Root, "boards", "Build"), Path.Combine(place.Folder("SdkStyle"), "boards", "Build"));
                File.Move(Path.Combine(place.Folder("SdkStyle"), "NanoExecutor.Sdk.csproj"), Path.Combine(folder, "NanoExecutor.Sdk.csproj"));
                place.Dotnet(folder, "build", "NanoExecutor.Sdk.csproj");
                Expect(string.Join(' ', Directory.GetFiles(folder, "NanoExecutor.dll", SearchOption.AllDirectories)), "netnano1.0");
            });
            checks.That("the template is created by dotnet new nanoexecutor", () =>
            {
                string[] ownHive = ["--debug:custom-hive", place.Folder("hive")];
                place.Dotnet(Workplace.Root, ["new", "install", Workplace.Package("NanoExecutor.Templates"), .. ownHive]);
                place.Dotnet(Workplace.Root, ["new", "nanoexecutor", "-o", place.Folder("Lamp"), .. ownHive]);
            });
            checks.That("its test passes on the virtual board", () =>
                Expect(place.Dotnet(place.Folder("Lamp"), "test", "tests/Lamp.Tests.csproj"), "Passed!"));
            checks.That("it runs on the desktop", () =>
                Expect(
                    place.Dotnet(place.Folder("Lamp"), "run", "--project", "src/Lamp.Desktop.csproj", "--", "2"), "The LED changed"));
            foreach (string board in new[] { "Emulator", "Esp32" })
            {
                checks.That($"it compiles for the {board}", () => place.Dotnet(
                    place.Folder("Lamp"), "msbuild", $"src/Lamp.{board}.nfproj", "-nologo", "-v:m", "-p:TreatWarningsAsErrors=true", _standIns));
            }
        }

        /// <summary>Copies a consumer, with the versions of the packages in it.</summary>
        private static string Copy(Workplace place, string name)
        {
            string from = Path.Combine(Workplace.Root, "tests", "Packages", "Consumers", name);
            string to = place.Folder(name);
            string build = Path.Combine(Workplace.Root, "boards", "Build");
            foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            {
                string text = File.ReadAllText(file).Replace("#Version#", Workplace.VersionOf("NanoExecutor"), StringComparison.Ordinal);
                Write(Path.Combine(to, Path.GetRelativePath(from, file)), text);
            }

            CopyTree(build, Path.Combine(to, "build"));
            return to;
        }

        private static void CopyTree(string from, string to)
        {
            foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        private static void Write(string path, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        private static void Expect(string output, string part)
        {
            CheckException.Unless(output.Contains(part, StringComparison.Ordinal), $"nothing says \"{part}\": {output}");
        }
    }
}
