return new NanoExecutor.AllocationProof.CommandLine().Run(args);
