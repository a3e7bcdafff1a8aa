namespace NanoExecutor.Interleavings
{
    // What the printed schedule calls things.
    internal sealed partial class Execution
    {
        private Trace? _trace;
        private NameTable? _names;

        /// <summary>Writes down every step of the schedules run from now on; null for none.</summary>
        internal Trace? Trace
        {
            get => _trace;
            set
            {
                _trace = value;
                _objects.Remembers = value != null;
            }
        }

        internal void Note(string text)
        {
            _trace?.Add(_current, text, null, null);
        }

        /// <summary>The name of the field behind a location, without the object: Class.field.</summary>
        internal string FieldOf(Location location)
        {
            object? owner = _objects.ById(location.Owner);
            return owner == null ? location.Name : NameTable.FieldName(owner, location.Slot);
        }

        private void NameObjects()
        {
            _names = _trace == null ? null : new NameTable(_world.Names);
        }

        private void NameLocations()
        {
            if (_names == null)
            {
                return;
            }

            foreach (Location location in _locations.All())
            {
                object? owner = _objects.ById(location.Owner);
                if (owner != null)
                {
                    location.Name = _names.NameOf(owner) + NameTable.MemberName(owner, location.Slot);
                }
            }
        }

        private string Show<T>(T value)
        {
            object? boxed = value;
            return boxed switch
            {
                null => "null",
                bool truth => truth ? "true" : "false",
                _ when typeof(T).IsValueType => boxed.ToString() ?? "",
                _ => _names?.NameOf(boxed) ?? boxed.GetType().Name,
            };
        }
    }
}
