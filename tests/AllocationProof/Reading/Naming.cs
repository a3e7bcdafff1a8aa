using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoExecutor.AllocationProof.Reading
{
    /// <summary>Members as people and as tables of members write them.</summary>
    internal static class Naming
    {
        /// <summary>The documentation id of a method: the key of the table of known costs.</summary>
        public static string DocId(MethodReference method)
        {
            StringBuilder id = new("M:");
            id.Append(DocName(method.DeclaringType)).Append('.').Append(method.Name.Replace('.', '#'));
            if (method.HasParameters)
            {
                id.Append('(').AppendJoin(',', method.Parameters.Select(p => DocName(p.ParameterType))).Append(')');
            }

            // Conversions may differ in what they return alone.
            if (method.Name is "op_Implicit" or "op_Explicit")
            {
                id.Append('~').Append(DocName(method.ReturnType));
            }

            return id.ToString();
        }

        public static string DocId(PropertyDefinition property)
        {
            return $"P:{DocName(property.DeclaringType)}.{property.Name}";
        }

        public static string DocId(EventDefinition raised)
        {
            return $"E:{DocName(raised.DeclaringType)}.{raised.Name}";
        }

        /// <summary>Namespace.Type.Method(Parameter, Parameter).</summary>
        public static string Full(MethodReference method)
        {
            return Short(method.DeclaringType, withNamespace: true) + "." + Member(method);
        }

        /// <summary>Method(Parameter, Parameter), an accessor as Property.get.</summary>
        public static string Member(MethodReference method)
        {
            string parameters = string.Join(", ", method.Parameters.Select(p => Short(p.ParameterType)));
            foreach (string accessor in (string[])["get_", "set_", "add_", "remove_"])
            {
                if (method.Name.StartsWith(accessor, StringComparison.Ordinal))
                {
                    return $"{method.Name[accessor.Length..]}.{accessor[..^1]}({parameters})";
                }
            }

            return method.Name == ".ctor" ? $"new({parameters})" : $"{method.Name}({parameters})";
        }

        public static string Field(FieldReference field)
        {
            return Short(field.DeclaringType, withNamespace: true) + "." + field.Name;
        }

        public static string Short(TypeReference type, bool withNamespace = false)
        {
            return type switch
            {
                ByReferenceType byRef => "ref " + Short(byRef.ElementType, withNamespace),
                ArrayType array => $"{Short(array.ElementType, withNamespace)}[{new string(',', array.Rank - 1)}]",
                PointerType pointer => Short(pointer.ElementType, withNamespace) + "*",
                _ when type.DeclaringType != null => Short(type.DeclaringType, withNamespace) + "." + type.Name,
                _ => Keyword(type) ?? (withNamespace ? type.FullName : type.Name),
            };
        }

        private static string? Keyword(TypeReference type)
        {
            return type.MetadataType switch
            {
                MetadataType.Boolean => "bool",
                MetadataType.Byte => "byte",
                MetadataType.SByte => "sbyte",
                MetadataType.Char => "char",
                MetadataType.Int16 => "short",
                MetadataType.UInt16 => "ushort",
                MetadataType.Int32 => "int",
                MetadataType.UInt32 => "uint",
                MetadataType.Int64 => "long",
                MetadataType.UInt64 => "ulong",
                MetadataType.Single => "float",
                MetadataType.Double => "double",
                MetadataType.String => "string",
                MetadataType.Object => "object",
                MetadataType.Void => "void",
                _ => null,
            };
        }

        private static string DocName(TypeReference type)
        {
            return type switch
            {
                ByReferenceType byRef => DocName(byRef.ElementType) + "@",
                ArrayType { Rank: 1 } array => DocName(array.ElementType) + "[]",
                _ => type.FullName.Replace('/', '.'),
            };
        }
    }

    /// <summary>Where in the source something stands, as far as the symbols tell.</summary>
    internal sealed record Place(string File, int Line)
    {
        public static readonly Place Unknown = new("", 0);

        public static Place Of(MethodDefinition method, Instruction? instruction)
        {
            if (!method.HasBody || !method.DebugInformation.HasSequencePoints)
            {
                return Unknown;
            }

            SequencePoint? best = null;
            foreach (SequencePoint point in method.DebugInformation.SequencePoints)
            {
                if (!point.IsHidden && (best == null || (instruction != null && point.Offset <= instruction.Offset)))
                {
                    best = point;
                }
            }

            return best == null ? Unknown : new Place(best.Document.Url, best.StartLine);
        }

        /// <summary>file:line, the file as seen from the current directory; empty when no symbols were read.</summary>
        public override string ToString()
        {
            if (Line == 0)
            {
                return "";
            }

            bool isFull = Path.IsPathFullyQualified(File);
            string seen = isFull ? Path.GetRelativePath(Environment.CurrentDirectory, File) : File;
            return $"{(seen.StartsWith("..", StringComparison.Ordinal) ? File : seen)}:{Line}";
        }
    }
}
