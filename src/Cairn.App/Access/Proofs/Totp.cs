using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.App.Access.Proofs;

/// <summary>One-time codes of six digits by the clock (RFC 6238: HMAC-SHA-1, steps of 30 seconds).</summary>
internal static class Totp
{
    public const int KeyLength = 20;
    private const int Digits = 6;
    private const int Step = 30;

    /// <summary>How many steps a clock may be off, either way.</summary>
    private const int Window = 1;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>The step of a moment.</summary>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Step;

    /// <summary>The code of a step.</summary>
    public static string Code(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // RFC 6238 says SHA-1, and so do the apps: what it is weak in does not touch an HMAC.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = (BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code was typed; null where it is none of about now, or was used before.</summary>
    /// <param name="key">The key.</param>
    /// <param name="typed">What was typed; blanks do not matter.</param>
    /// <param name="now">The moment.</param>
    /// <param name="last">The last step that was used: neither it nor any before it is used again.</param>
    public static long? Find(ReadOnlySpan<byte> key, string typed, DateTimeOffset now, long last)
    {
        var code = new string([.. typed.Where(one => !char.IsWhiteSpace(one))]);
        if (code.Length != Digits) return null;
        long? found = null;
        // All of them are looked at, so that how long it takes says nothing.
        for (var step = StepAt(now) - Window; step <= StepAt(now) + Window; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(key, step)), Encoding.UTF8.GetBytes(code)) && step > last) found ??= step;
        return found;
    }

    /// <summary>What an app reads from the picture.</summary>
    public static string Address(string issuer, string login, ReadOnlySpan<byte> key) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(login)}?secret={Base32.Of(key)}&issuer={Uri.EscapeDataString(issuer)}";
}
