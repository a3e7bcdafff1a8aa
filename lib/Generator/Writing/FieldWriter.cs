using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>Writes the fields of a routine, its Start and its Result.</summary>
    internal sealed class FieldWriter
    {
        private readonly Lowerer _lowerer;
        private readonly CodeWriter _writer;
        private readonly NameTable _names;
        private readonly RoutineShape _shape;

        public FieldWriter(Lowerer lowerer, CodeWriter writer)
        {
            _lowerer = lowerer;
            _writer = writer;
            _names = lowerer.Names;
            _shape = lowerer.Body.Shape;
        }

        private bool HasParameters => !_lowerer.Body.Method.Parameters.IsEmpty;

        public void WriteFields()
        {
            _writer.Line("private const int " + _names.NotStarted + " = " + Contract.Errors + ".NotStarted;");
            _writer.Line("private const int " + _names.Finished + " = " + Contract.Errors + ".Finished;");
            _writer.Line("private const int " + _names.Running + " = " + Contract.Errors + ".Running;");
            _writer.Blank();
            _writer.Line("// 0 begins; an Await that waits has its number; below 0 there is nothing to poll.");
            _writer.Line("private int " + _names.State + (HasParameters ? " = " + _names.NotStarted : string.Empty) + ";");
            foreach (Child child in _lowerer.Children.Kept)
            {
                _writer.Line("private " + TypeText(child.Kept!) + " " + child.Text + ";");
            }

            if (_lowerer.KnowsCancelling)
            {
                _writer.Line("private bool " + _names.Cancelling + ";");
            }

            if (_shape.HasResult)
            {
                _writer.Line("private " + TypeText(_lowerer.Body.Method.ReturnType) + " " + _names.Result + ";");
            }

            foreach (List<Variable> field in _lowerer.Variables.Fields)
            {
                string shared = field.Count == 1 ? string.Empty : " // " + string.Join(", then ", field.Select(variable => variable.Name));
                _writer.Line("private " + TypeText(field[0].Type) + " " + field[0].Storage + ";" + shared);
            }

            _writer.Blank();
        }

        public void WriteStart(Surface surface)
        {
            string method = _shape.Method.Name;
            _writer.Line("/// <summary>Arms the routine: the next poll begins with the first line of " + method + ".</summary>");
            _writer.Line("/// <returns>This routine, to be awaited or spawned.</returns>");
            _writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">It is pending.</exception>");
            _writer.Line(surface.StartHead());
            _writer.Open();
            _writer.Line("if (this." + _names.State + " > 0)");
            _writer.Open();
            _writer.Line("throw " + Contract.Errors + ".StillPending();");
            _writer.Close();
            _writer.Blank();
            foreach (Variable variable in _lowerer.Variables.All.Where(variable => variable.IsParameter))
            {
                _writer.Line("this." + variable.Storage + " = " + NameTable.Escape(variable.Name) + ";");
            }

            _writer.Line("this." + _names.State + " = 0;");
            _writer.Line("return this;");
            _writer.Close();
            _writer.Blank();
            if (_shape.HasResult)
            {
                _writer.Line("/// <summary>What " + method + " returned last.</summary>");
                _writer.Line(surface.ResultHead() + " => this." + _names.Result + ";");
                _writer.Blank();
            }
        }

        private string TypeText(ITypeSymbol type)
        {
            return _shape.Types.Of(type);
        }
    }
}
