#if NANOFRAMEWORK_1_0
using System.Reflection;
using System.Runtime.CompilerServices;

[assembly: AssemblyTitle("NanoExecutor.Boards.NanoClr")]
[assembly: AssemblyProduct("NanoExecutor")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: InternalsVisibleTo("NFUnitTest")]
#endif
