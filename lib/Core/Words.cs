namespace NanoExecutor
{
    /// <summary>
    /// The words of descriptions and dumps, by number. On nanoCLR a literal makes an object at each use and an array of bytes for
    /// each word takes 36 bytes and more for ever: so they are one text, cut up when somebody wants to read
    /// (<see cref="Description"/>).
    /// </summary>
    internal static class Words
    {
        internal const int Delay = 0;
        internal const int Interval = 1;
        internal const int Yield = 2;
        internal const int NeverFuture = 3;
        internal const int ReadyFuture = 4;
        internal const int SourceWait = 5;
        internal const int SignalWait = 6;
        internal const int LongSignalWait = 7;
        internal const int WatchReader = 8;
        internal const int LongWatchReader = 9;
        internal const int OnceWait = 10;
        internal const int EventFlagsWait = 11;
        internal const int SemaphoreAcquire = 12;
        internal const int MutexLock = 13;
        internal const int ReadLock = 14;
        internal const int WriteLock = 15;
        internal const int BarrierWait = 16;
        internal const int ChannelReceive = 17;
        internal const int LongChannelReceive = 18;
        internal const int ChannelSend = 19;
        internal const int LongChannelSend = 20;
        internal const int Subscriber = 21;
        internal const int LongSubscriber = 22;
        internal const int PipeReader = 23;
        internal const int PipeWriter = 24;
        internal const int WaitForThread = 25;
        internal const int WorkerCall = 26;
        internal const int WaitForEdge = 27;
        internal const int WaitForLevel = 28;
        internal const int Debounced = 29;
        internal const int Join = 30;
        internal const int Race = 31;
        internal const int WithTimeout = 32;
        internal const int WithDeadline = 33;
        internal const int WithCancellation = 34;
        internal const int Sequence = 35;
        internal const int Repeat = 36;
        internal const int Retry = 37;
        internal const int Supervised = 38;
        internal const int Budget = 39;
        internal const int CancellationWait = 40;
        internal const int Until = 41;
        internal const int Seconds = 42;
        internal const int Of = 43;
        internal const int Comma = 44;
        internal const int Open = 45;
        internal const int Close = 46;
        internal const int Then = 47;
        internal const int Line = 48;
        internal const int Place = 49;
        internal const int HeldBy = 50;
        internal const int Readers = 51;
        internal const int Permits = 52;
        internal const int Nobody = 53;
        internal const int Round = 54;
        internal const int Source = 55;
        internal const int AllOf = 56;
        internal const int AnyOf = 57;
        internal const int Missing = 58;
        internal const int Deep = 59;
        internal const int NotWaiting = 60;
        internal const int Pausing = 61;
        internal const int Quote = 62;
        internal const int WantsOf = 63;
        internal const int Executor = 64;
        internal const int Slots = 65;
        internal const int MostSlots = 66;
        internal const int Asleep = 67;
        internal const int Percent = 68;
        internal const int Polls = 69;
        internal const int Spurious = 70;
        internal const int LostHints = 71;
        internal const int Timers = 72;
        internal const int Worst = 73;
        internal const int Mean = 74;
        internal const int Micros = 75;
        internal const int Busiest = 76;
        internal const int Share = 77;
        internal const int OfPolls = 78;
        internal const int Slot = 79;
        internal const int Colon = 80;
        internal const int Polled = 81;
        internal const int For = 82;
        internal const int Awake = 83;
        internal const int Sleeps = 84;
        internal const int Faulted = 85;
        internal const int ByTask = 86;
        internal const int ByTimer = 87;
        internal const int BySource = 88;
        internal const int LongestPoll = 89;
        internal const int Misses = 90;
        internal const int Deadlock = 91;
        internal const int WaitsFor = 92;
        internal const int PollsIs = 93;
        internal const int WakesIs = 94;
        internal const int SpuriousIs = 95;
        internal const int LongestIs = 96;
        internal const int MissesIs = 97;
        internal const int NoMemory = 98;

        internal const int Count = 99;

        internal const char Separator = '|';

        internal const string All =
            "Delay|Interval|Yield|NeverFuture|ReadyFuture|SourceWait|SignalWait|LongSignalWait|WatchReader|"
            + "LongWatchReader|OnceWait|EventFlagsWait|SemaphoreAcquire|MutexLock|ReadLock|WriteLock|BarrierWait|"
            + "ChannelReceive|LongChannelReceive|ChannelSend|LongChannelSend|Subscriber|LongSubscriber|PipeReader|"
            + "PipeWriter|WaitForThread|WorkerCall|WaitForEdge|WaitForLevel|Debounced|Join|Race|WithTimeout|"
            + "WithDeadline|WithCancellation|Sequence|Repeat|Retry|Supervised|Budget|CancellationWait| until | s|"
            + " of |, | (|)| > |line | place | held by | readers| permits|nobody known| round | source |"
            + " all of flags | any of flags | still missing | ...| not polled yet| pausing|\"| wants |executor: |"
            + " slots, | taken at most, faulted |, asleep | %|, polls |, spurious |, lost hints |timers: pending |"
            + ", late at worst | us, in the mean | us|busiest: | has | % of the time in polls, longest poll |slot |"
            + ": |BEING POLLED| for |awake|asleep|THREW |, woken by |, woken by a timer|, woken by source |"
            + ", longest poll |, deadlines missed |DEADLOCK: | waits for |polls=| wakes=| spurious=| longest_us=|"
            + " misses=|no memory to say more";
    }
}
