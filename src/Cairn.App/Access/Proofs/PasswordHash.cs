using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace Cairn.App.Access.Proofs;

/// <summary>
/// A password as it is kept: by Argon2id with 19 MiB and 2 passes (docs/decisions/0022), its way and its parameters beside it, as a text of
/// the usual form: <c>$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH</c>. What was kept by PBKDF2-HMAC-SHA512 is read too.
/// </summary>
internal static class PasswordHash
{
    public const int MemoryKb = 19 * 1024;
    public const int Passes = 2;
    public const int Rounds = 210_000;
    private const int Length = 32;
    private const int SaltLength = 16;
    private static readonly string Way = $"$argon2id$v=19$m={MemoryKb},t={Passes},p=1$";

    /// <summary>A hash that no password has; looking at it takes as long as at any other.</summary>
    public static string Decoy { get; } = Written(RandomNumberGenerator.GetBytes(SaltLength), RandomNumberGenerator.GetBytes(Length));

    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return Written(salt, Argon2id(password, salt, MemoryKb, Passes));
    }

    /// <summary>The bare hash of a code that is looked for by its hash: whoever calls has the salt.</summary>
    public static byte[] OfCode(string code, byte[] salt) => Argon2id(code, salt, MemoryKb, Passes);

    /// <summary>As PBKDF2 would keep it: for who measures the two, and for the tests.</summary>
    public static string ByPbkdf2(string password, int rounds)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return $"$pbkdf2-sha512$i={rounds.ToString(CultureInfo.InvariantCulture)}${Text(salt)}${Text(Pbkdf2(password, salt, rounds))}";
    }

    /// <summary>Is it this password, and was it kept in another way than passwords are kept now?</summary>
    public static (bool IsRight, bool IsOld) Check(string password, string kept)
    {
        if (Read(kept) is not var (salt, hash, made)) return (false, false);
        var isRight = CryptographicOperations.FixedTimeEquals(made(password, salt), hash);
        return (isRight, isRight && !kept.StartsWith(Way, StringComparison.Ordinal));
    }

    private static (byte[] Salt, byte[] Hash, Func<string, byte[], byte[]> Make)? Read(string kept)
    {
        var parts = kept.Split('$');
        try
        {
            if (parts is ["", "argon2id", "v=19", var cost, var salt, var hash] && cost.Split(',') is [var memory, var passes, "p=1"] && Number(memory, "m=") is > 0 and <= 1 << 20 and var m && Number(passes, "t=") is > 0 and <= 100 and var t)
                return (Bytes(salt), Bytes(hash), (password, by) => Argon2id(password, by, m, t));
            if (parts is ["", "pbkdf2-sha512", var rounds, var salted, var hashed] && Number(rounds, "i=") is > 0 and <= 10_000_000 and var i)
                return (Bytes(salted), Bytes(hashed), (password, by) => Pbkdf2(password, by, i));
        }
        catch (FormatException)
        {
            // Nobody's password.
        }

        return null;
    }

    private static byte[] Argon2id(string password, byte[] salt, int memoryKb, int passes)
    {
        var generator = new Argon2BytesGenerator();
        generator.Init(new Argon2Parameters.Builder(Argon2Parameters.Argon2id).WithVersion(Argon2Parameters.Version13).WithMemoryAsKB(memoryKb).WithIterations(passes).WithParallelism(1).WithSalt(salt).Build());
        var hash = new byte[Length];
        generator.GenerateBytes(Plain(password), hash);
        return hash;
    }

    private static byte[] Pbkdf2(string password, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(Plain(password), salt, rounds, HashAlgorithmName.SHA512, Length);

    private static byte[] Plain(string password) => Encoding.UTF8.GetBytes(password);

    private static string Written(byte[] salt, byte[] hash) => $"{Way}{Text(salt)}${Text(hash)}";

    private static int? Number(string text, string name) =>
        text.StartsWith(name, StringComparison.Ordinal) && int.TryParse(text.AsSpan(name.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] Bytes(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
}
