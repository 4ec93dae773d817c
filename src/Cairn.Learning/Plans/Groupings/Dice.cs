using System.Buffers.Binary;

namespace Cairn.Learning.Plans.Groupings;

/// <summary>Numbers that look like chance and are the same every time. Source: splitmix64 (Steele, Lea and Flood 2014).</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to and without a bound.</summary>
    public int Next(int below)
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15UL);
        return (int)(Mixed(_state) % (ulong)below);
    }

    /// <summary>A place in an order that turns with every round, and that nobody chose.</summary>
    public static ulong Mixed(Guid id, int round)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var (low, high) = (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
        return Mixed(unchecked(Mixed(low ^ ((ulong)(uint)round << 32)) + high));
    }

    private static ulong Mixed(ulong one)
    {
        unchecked
        {
            one = (one ^ (one >> 30)) * 0xBF58476D1CE4E5B9UL;
            one = (one ^ (one >> 27)) * 0x94D049BB133111EBUL;
            return one ^ (one >> 31);
        }
    }
}
