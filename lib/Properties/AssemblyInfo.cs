// The device half of what the SDK writes for the desktop assembly from the project's properties.
#if NANOFRAMEWORK_1_0
using System.Reflection;
using System.Runtime.CompilerServices;

[assembly: AssemblyTitle("NanoExecutor")]
[assembly: AssemblyProduct("NanoExecutor")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: InternalsVisibleTo("NFUnitTest")]
#endif
