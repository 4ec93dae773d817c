using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace Cairn.Storage.Backups;

/// <summary>The words that an archive is sealed with.</summary>
public sealed class Passphrase
{
    /// <summary>The variable that may hold it.</summary>
    public const string Variable = "CAIRN_BACKUP_PASSPHRASE";

    /// <summary>How long it is at least, in characters.</summary>
    public const int Shortest = 12;

    private readonly byte[] _bytes;

    /// <param name="words">The words; white space at their end is no part of them, and one letter has one spelling (NFC).</param>
    /// <exception cref="RefusedException">They are too few.</exception>
    public Passphrase(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var whole = words.TrimEnd('\r', '\n', ' ', '\t').Normalize(NormalizationForm.FormC);
        if (whole.Length < Shortest) throw new RefusedException($"A passphrase has {Shortest} characters at least: four or five words that nobody would guess.");
        _bytes = Encoding.UTF8.GetBytes(whole);
    }

    /// <summary>What the variable says; null where it says nothing.</summary>
    public static Passphrase? OfVariable() => Environment.GetEnvironmentVariable(Variable) is { } words && !string.IsNullOrWhiteSpace(words) ? new Passphrase(words) : null;

    /// <summary>32 bytes made from the words by Argon2id (RFC 9106), version 1.3.</summary>
    internal byte[] Key(SealHeader header)
    {
        var made = new byte[32];
        var argon = new Argon2BytesGenerator();
        argon.Init(new Argon2Parameters.Builder(Argon2Parameters.Argon2id).WithVersion(Argon2Parameters.Version13)
            .WithMemoryAsKB(header.MemoryKiB).WithIterations(header.Passes).WithParallelism(header.Lanes).WithSalt(header.Salt).Build());
        argon.GenerateBytes(_bytes, made);
        return made;
    }
}
