return new NanoExecutor.Interleavings.CommandLine().Run(args);
