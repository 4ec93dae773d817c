using System.Text.Json;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Cairn.App.Access.Accounts;

/// <summary>A passkey as the sign-in library knows it, in a row: its public key and what goes with it, as JSON.</summary>
internal static class PasskeyText
{
    public static byte[] Write(UserPasskeyInfo key) => JsonSerializer.SerializeToUtf8Bytes(new Kept(
        key.PublicKey, key.CreatedAt, key.SignCount, key.Transports ?? [], key.IsUserVerified, key.IsBackupEligible, key.IsBackedUp, key.AttestationObject, key.ClientDataJson));

    public static UserPasskeyInfo Read(Passkey row)
    {
        var kept = JsonSerializer.Deserialize<Kept>(row.Data)!;
        return new UserPasskeyInfo(row.Id, kept.PublicKey, kept.CreatedAt, kept.SignCount, kept.Transports, kept.IsUserVerified, kept.IsBackupEligible, kept.IsBackedUp, kept.AttestationObject, kept.ClientDataJson) { Name = row.Name };
    }

    private sealed record Kept(
        byte[] PublicKey, DateTimeOffset CreatedAt, uint SignCount, string[] Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, byte[] AttestationObject, byte[] ClientDataJson);
}
