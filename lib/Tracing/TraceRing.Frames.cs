namespace NanoExecutor
{
    // Out of the ring: frames, each a line that begins with '~'.
    //
    //   record   ~ seq:4 time:8 event:2 slot:4 argument:8 value:8 check:2        hexadecimal
    //   text     ~ seq:4 kind:1 id:4 ' ' text ' ' check:2
    //
    // The sequence counts frames; the check is a CRC-8 (polynomial 7) over what is between '~' and itself.
    public sealed partial class TraceRing
    {
        private const int RecordFrame = 38;
        private const int LongestText = 160;
        private const int TextFrame = 14 + LongestText;
        private const int BufferSize = 1024;

        // All null until there is somebody to write for.
        private byte[] _out;
        private byte[] _checks;
        private LineWriter _text;
        private Description _description;
        private int _used;
        private int _from;
        private int _check;
        private int _sequence;

        private void Encode()
        {
            Begin(RecordFrame);
            Hex(_time, 8);
            Hex(_word & WhatMask, 2);
            Hex((((_word >> SlotShift) & SlotMask) - 1) & 0xFFFF, 4);
            Hex(_argument, 8);
            Hex(_value, 8);
            Finish();
        }

        private void Text(char kind, int id)
        {
            int length = _text.Length;
            byte[] text = _text.Buffer;
            Begin(TextFrame);
            Put((byte)kind);
            Hex(id, 4);
            Put((byte)' ');
            for (int i = 0; i < length; i++)
            {
                Put(text[i] >= (byte)' ' && text[i] < 127 ? text[i] : (byte)'?');
            }

            Put((byte)' ');
            Finish();
            _text.Clear();
        }

        private void Begin(int most)
        {
            if (_used + most > BufferSize)
            {
                Send();
            }

            _from = _used;
            _out[_used++] = (byte)'~';
            _check = 0;
            Hex(_sequence++, 4);
        }

        private void Finish()
        {
            int check = _check;
            Hex(check, 2);
            _out[_used++] = (byte)'\n';
            _credit -= _used - _from;
        }

        private void Hex(int value, int digits)
        {
            byte[] buffer = _out;
            byte[] checks = _checks;
            int used = _used;
            int check = _check;
            for (int shift = (digits - 1) << 2; shift >= 0; shift -= 4)
            {
                int digit = (value >> shift) & 15;
                digit += digit < 10 ? '0' : 'a' - 10;
                buffer[used++] = (byte)digit;
                check = checks[check ^ digit];
            }

            _used = used;
            _check = check;
        }

        private void Put(byte character)
        {
            _out[_used++] = character;
            _check = _checks[_check ^ character];
        }

        private void Send()
        {
            if (_used > 0)
            {
                int used = _used;
                _used = 0;
                _sink.Write(_out, used);
            }
        }

        [Allocates("buffers of 3 KB")]
        private void Prepare()
        {
            if (_out != null)
            {
                return;
            }

            byte[] checks = new byte[256];
            for (int value = 0; value < checks.Length; value++)
            {
                int check = value;
                for (int bit = 0; bit < 8; bit++)
                {
                    check = (check & 0x80) != 0 ? (check << 1) ^ 7 : check << 1;
                }

                checks[value] = (byte)check;
            }

            _checks = checks;
            _text = new LineWriter(new byte[LongestText + 1]);
            _description = new Description(_text);
            _out = new byte[BufferSize];
        }
    }
}
