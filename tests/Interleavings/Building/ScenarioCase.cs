using System.Globalization;
using System.Reflection;

namespace NanoExecutor.Interleavings.Building
{
    /// <summary>A scenario with arguments for its constructor, if it has parameters.</summary>
    internal sealed class ScenarioCase
    {
        private readonly ConstructorInfo _constructor;
        private readonly object[] _arguments;

        private ScenarioCase(ConstructorInfo constructor, object[] arguments)
        {
            ParameterInfo[] parameters = constructor.GetParameters();
            if (parameters.Length != arguments.Length)
            {
                throw new ToolException(
                    $"{constructor.DeclaringType!.Name} has {parameters.Length} parameters and a case of it "
                    + $"{arguments.Length} arguments.");
            }

            _constructor = constructor;
            _arguments = arguments;
            Scenario = constructor.DeclaringType!.Name;
            string values = string.Join(',', parameters.Zip(arguments, (parameter, argument) =>
                parameter.Name + "=" + Convert.ToString(argument, CultureInfo.InvariantCulture)));
            Name = values.Length == 0 ? Scenario : Scenario + ":" + values;
        }

        /// <summary>The name of the class.</summary>
        internal string Scenario { get; }

        /// <summary>The name of the class, and the arguments.</summary>
        internal string Name { get; }

        /// <summary>The cases of one class: one for each <see cref="CaseAttribute"/>, or one without arguments.</summary>
        internal static IEnumerable<ScenarioCase> Of(Type type)
        {
            ConstructorInfo constructor =
                type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Single();
            object[][] cases = [.. type.GetCustomAttributes<CaseAttribute>().Select(given => given.Arguments)];
            return (cases.Length == 0 ? [[]] : cases).Select(arguments => new ScenarioCase(constructor, arguments));
        }

        internal Scenario Make()
        {
            return (Scenario)_constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, _arguments, null);
        }
    }
}
