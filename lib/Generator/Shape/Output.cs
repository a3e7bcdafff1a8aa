using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

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

    /// <summary>What one routine comes to: a source file, or none, and what is wrong. Compared by value.</summary>
    internal sealed class Output : IEquatable<Output>
    {
        private readonly string _name;
        private readonly string? _source;
        private readonly Finding[] _findings;

        public Output(string name, string? source, IEnumerable<Finding> findings)
        {
            _name = name;
            _source = source;
            _findings = findings.OrderBy(finding => finding.Position).ToArray();
        }

        public void AddTo(SourceProductionContext context)
        {
            foreach (Finding finding in _findings)
            {
                context.ReportDiagnostic(finding.ToDiagnostic());
            }

            if (_source != null)
            {
                context.AddSource(_name, SourceText.From(_source, Encoding.UTF8));
            }
        }

        public bool Equals(Output? other)
        {
            return other != null && _name == other._name && _source == other._source
                && _findings.SequenceEqual(other._findings);
        }

        public override bool Equals(object? obj)
        {
            return Equals(obj as Output);
        }

        public override int GetHashCode()
        {
            return _name.GetHashCode() ^ (_source == null ? 0 : _source.GetHashCode());
        }
    }
}
