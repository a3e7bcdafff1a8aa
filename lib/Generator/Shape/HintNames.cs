using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>Names for generated files. C# allows more letters in a name than the compiler does in that of a file.</summary>
    internal sealed class HintNames
    {
        private readonly HashSet<string> _given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        public string For(INamedTypeSymbol type)
        {
            string plain = new string(type.ToDisplayString().Where(letter => letter != '@')
                .Select(letter => IsPlain(letter) ? letter : '_').ToArray());
            string name = plain + ".Linear.g.cs";
            for (int i = 2; !_given.Add(name); i++)
            {
                name = plain + "." + i + ".Linear.g.cs";
            }

            return name;
        }

        private static bool IsPlain(char letter)
        {
            return letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.';
        }
    }
}
