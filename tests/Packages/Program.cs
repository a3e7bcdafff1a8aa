using NanoExecutor.Packages;

// dotnet run -c Release --project tests/Packages
//
// Makes all packages in one command, compares what is in them with nanoFramework's own package, and uses each from a
// folder, in projects outside the repository with a package cache of their own: on net10.0, in an .nfproj, and by the
// template. Ends with "N passed, N failed"; exit code 1 if any failed. --no-pack takes the packages that are there.
Workplace place = new();
Checks checks = new();
try
{
    // Without packages nothing else can be looked at.
    if (args.Contains("--no-pack") || checks.That("all packages are made by dotnet pack nf.sln, without a warning", place.Pack))
    {
        Layout.Check(checks);
        Consumers.Check(checks, place);
    }
}
finally
{
    place.Dispose();
}

return checks.Report();
