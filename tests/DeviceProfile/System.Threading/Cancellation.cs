namespace System.Threading
{
    public class CancellationTokenSource : IDisposable
    {
        public extern CancellationTokenSource(); // heap: an object, its lock and a list
        public extern CancellationToken Token { get; } // heap: 72, a struct result
        public extern void Cancel(); // heap: not measured; runs the callbacks registered
        public extern void Dispose(); // heap: 0
    }

    // A struct: 72 bytes wherever it is handed over, 36 in every method that has one as a local.
    public struct CancellationToken
    {
        private readonly CancellationTokenSource _source;

        public extern CancellationTokenRegistration Register(Action callback); // heap: 72, an entry, the delegate 36
    }

    public struct CancellationTokenRegistration : IDisposable
    {
        private readonly CancellationTokenSource _source;

        public extern void Dispose(); // heap: 0 beside the registration
    }
}
