using System.Security.Cryptography;
using System.Text;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access;

/// <summary>A client that is asked for.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="School">The school it is held to; null for the whole district.</param>
/// <param name="Days">For how many days its token works.</param>
/// <param name="By">Who makes it; empty for the command line.</param>
internal sealed record NewClient(string Name, IReadOnlyList<string> Scopes, OrganizationId? School, int Days, Guid By);

/// <summary>
/// Tokens of other systems: 256 random bits, said once, of which the hash is kept. A token is looked for in the district's own database at
/// each request, so one that was taken back stops at once, on every node.
/// </summary>
internal static class ClientTokens
{
    public const int LongestName = 120;
    public const int MostDays = 365;

    /// <summary>How every token begins, so that one that leaked into a file is known for what it is.</summary>
    public const string Mark = "cairn_";

    // The mark and 43 characters of base64url.
    private const int Length = 49;

    /// <summary>Makes a client. Its token is in the answer, and nowhere else from then on.</summary>
    public static (ApiClient Client, string Token) Make(WriteTurn turn, NewClient asked)
    {
        var token = Mark + Sessions.NewToken();
        var client = new ApiClient(Guid.CreateVersion7(), asked.Name, Hash(token), string.Join(' ', ClientScope.All.Where(asked.Scopes.Contains)), turn.Now, turn.Now.AddDays(asked.Days))
        {
            School = asked.School, By = asked.By,
        };
        turn.Db.Add(client);
        return (client, token);
    }

    /// <summary>The client behind a token, whether or not it works still; null for none.</summary>
    public static ApiClient? Find(Db db, string token)
    {
        if (token.Length != Length || !token.StartsWith(Mark, StringComparison.Ordinal)) return null;
        var hash = Hash(token);
        return db.ApiClients.AsNoTracking().FirstOrDefault(one => one.TokenHash == hash);
    }

    public static bool IsWorking(ApiClient client, DateTime now) => client.EndedAt is null && now < client.ExpiresAt;

    /// <summary>Takes a token back; false where there is none that works.</summary>
    public static bool Revoke(WriteTurn turn, Guid id)
    {
        if (turn.Db.ApiClients.FirstOrDefault(one => one.Id == id && one.EndedAt == null) is not { } found) return false;
        found.EndedAt = turn.Now;
        found.Version++;
        return true;
    }

    /// <summary>Notes that a client asked, once a day.</summary>
    public static void Note(WriteTurn turn, Guid id)
    {
        if (turn.Db.ApiClients.FirstOrDefault(one => one.Id == id) is not { } found) return;
        found.LastUsedAt = turn.Now;
        found.Version++;
    }

    /// <summary>Schools that a client can be held to.</summary>
    public static IReadOnlyList<Organization> Schools(Db db) => [.. db.Organizations.AsNoTracking().Where(one => one.Kind == OrganizationKind.School).OrderBy(one => one.Name)];

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
