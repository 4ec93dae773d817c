using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Access.Providers;

/// <summary>Adds, changes and stops providers within a turn. The issuer of one stands for ever: whom a subject means hangs on it.</summary>
internal static class ChangedProviders
{
    public static SignInProvider Add(WriteTurn turn, DataFolder folder, string district, Guid id, ProviderAsked asked, string secret)
    {
        var made = new SignInProvider(id, asked.Name.Trim(), asked.Issuer, asked.ClientId)
        {
            MatchClaim = asked.Claim, MatchSource = asked.Source, Tenant = asked.Tenant, ClientSecret = ProviderSecret.Close(folder, district, id, secret),
        };
        turn.Db.Add(made);
        return made;
    }

    /// <summary>Changes one. False where somebody changed it meanwhile.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="id">The provider.</param>
    /// <param name="version">The version that whoever changes it had before them.</param>
    /// <param name="asked">What it is now; its issuer stays.</param>
    /// <param name="secret">The sealed secret; null where it stays.</param>
    public static bool Change(WriteTurn turn, Guid id, int version, ProviderAsked asked, byte[]? secret)
    {
        if (turn.Db.SignInProviders.FirstOrDefault(one => one.Id == id) is not { } row || row.Version != version) return false;
        (row.Name, row.ClientId, row.MatchClaim, row.MatchSource, row.Tenant) = (asked.Name.Trim(), asked.ClientId, asked.Claim, asked.Source, asked.Tenant);
        row.ClientSecret = secret ?? row.ClientSecret;
        row.Version++;
        return true;
    }

    /// <summary>Offers it, or stops it: then sessions of those who came in by it end too. Whose; null where somebody changed it meanwhile.</summary>
    public static IReadOnlyList<Guid>? Offer(WriteTurn turn, Guid id, int? version, bool isOffered)
    {
        if (turn.Db.SignInProviders.FirstOrDefault(one => one.Id == id) is not { } row || (version is { } seen && row.Version != seen)) return null;
        (row.IsActive, row.Version) = (isOffered, row.Version + 1);
        if (isOffered) return [];
        var now = turn.Now;
        var theirs = (from login in turn.Db.ExternalLogins
                      join session in turn.Db.Sessions on login.Account equals session.Account
                      where login.Provider == id && session.EndedAt == null && session.ExpiresAt > now
                      select new { session.Account, session.Methods }).ToList().Where(one => one.Methods.Split(' ').Contains(SignInMethods.Provider, StringComparer.Ordinal)).Select(one => one.Account).Distinct().ToList();
        foreach (var account in theirs) SessionEnds.OfAccount(turn, account, "provider stopped");
        return theirs;
    }
}
