return new NanoExecutor.Soak.CommandLine().Invoke(args);
