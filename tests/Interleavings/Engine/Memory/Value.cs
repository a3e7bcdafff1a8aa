using System.Runtime.CompilerServices;

namespace NanoExecutor.Interleavings
{
    /// <summary>Turns the value of any field into bits and back.</summary>
    internal static class Value
    {
        /// <summary>Bits of a value that is not a reference.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static ulong BitsOf<T>(T value)
        {
            return Unsafe.SizeOf<T>() switch
            {
                1 => Unsafe.As<T, byte>(ref value),
                2 => Unsafe.As<T, ushort>(ref value),
                4 => Unsafe.As<T, uint>(ref value),
                _ => Unsafe.As<T, ulong>(ref value),
            };
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static T Restore<T>(ulong bits, object? reference)
        {
            return typeof(T).IsValueType ? Unsafe.As<ulong, T>(ref bits) : Unsafe.As<object?, T>(ref reference);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static object? ReferenceOf<T>(T value)
        {
            return typeof(T).IsValueType ? null : Unsafe.As<T, object?>(ref value);
        }
    }
}
