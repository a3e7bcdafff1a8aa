#if NANOFRAMEWORK_1_0
using System.Reflection;

[assembly: AssemblyTitle("NanoExecutor.Boards.Virtual")]
[assembly: AssemblyProduct("NanoExecutor")]
[assembly: AssemblyVersion("0.1.0.0")]
#endif
