using System.CommandLine;
using System.Globalization;
using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Cli;

/// <summary><c>cairn client add|list|revoke</c>: other systems that may ask at the API.</summary>
internal static class ClientVerb
{
    private const int UsualDays = 90;

    public static Command Make(Terminal terminal) => new("client", Say.Words["cli.client"]) { Add(terminal), List(terminal), Revoke(terminal) };

    private static Command Add(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = Say.Words["cli.client.name"] };
        var scopes = new Option<string[]>("--scope") { Description = Say.Words["cli.client.scope", ("scopes", string.Join(", ", ClientScope.All))], HelpName = "SCOPE" };
        var school = new Option<string?>("--school") { Description = Say.Words["cli.client.school"], HelpName = "NAME" };
        var days = new Option<int>("--days") { Description = Say.Words["cli.client.days", ("most", ClientTokens.MostDays)], DefaultValueFactory = _ => UsualDays, HelpName = "DAYS" };
        var verb = new Command("add", Say.Words["cli.client.add"]) { name, scopes, school, days };
        verb.WithCommon().SetAction(async (asked, cancel) =>
        {
            await using var district = asked.OpenDistrict(toWrite: true);
            var wanted = Wanted(district, asked.GetValue(name)!, asked.GetValue(scopes) ?? [], asked.GetValue(school), asked.GetValue(days));
            var (client, token) = await district.Writer.Alone(turn => ClientTokens.Make(turn, wanted), Acting.Operator with { Where = "client add" }, cancel);
            if (asked.WantsJson()) terminal.AnswerJson(new { id = client.Id, name = client.Name, token, scopes = client.Scopes.Split(' '), school = client.School?.Value, expires = client.ExpiresAt });
            else
            {
                terminal.Out.WriteLine(token);
                terminal.Err.WriteLine(Say.Words["cli.client.made", ("name", client.Name), ("until", Day(client.ExpiresAt))]);
            }

            return CommandLine.Done;
        });
        return verb;
    }

    private static Command List(Terminal terminal)
    {
        var verb = new Command("list", Say.Words["cli.client.list"]);
        verb.WithCommon().SetAction(async (asked, _) =>
        {
            await using var district = asked.OpenDistrict(toWrite: false);
            using var db = district.Open();
            var all = db.ApiClients.AsNoTracking().OrderBy(one => one.CreatedAt).ToList();
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            if (asked.WantsJson()) terminal.AnswerJson(new { clients = all.Select(one => new { id = one.Id, name = one.Name, scopes = one.Scopes.Split(' '), school = one.School?.Value, expires = one.ExpiresAt, revoked = one.EndedAt, lastUsed = one.LastUsedAt, works = ClientTokens.IsWorking(one, now) }) });
            else if (all.Count == 0) terminal.Out.WriteLine(Say.Words["cli.client.none"]);
            else foreach (var one in all) terminal.Out.WriteLine(Say.Words["cli.client.row", ("id", one.Id.ToString("N")), ("name", one.Name), ("scopes", one.Scopes), ("works", ClientTokens.IsWorking(one, now)), ("until", Day(one.EndedAt ?? one.ExpiresAt))]);
            return CommandLine.Done;
        });
        return verb;
    }

    private static Command Revoke(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = Say.Words["cli.client.id"] };
        var verb = new Command("revoke", Say.Words["cli.client.revoke"]) { id };
        verb.WithCommon().SetAction(async (asked, cancel) =>
        {
            await using var district = asked.OpenDistrict(toWrite: true);
            if (!Guid.TryParse(asked.GetValue(id), out var which) || !await district.Writer.Alone(turn => ClientTokens.Revoke(turn, which), Acting.Operator with { Where = "client revoke" }, cancel))
                throw new RefusedException(Say.Words["cli.client.noSuch", ("id", asked.GetValue(id)!)]);
            if (asked.WantsJson()) terminal.AnswerJson(new { id = which, revoked = true });
            else terminal.Out.WriteLine(Say.Words["cli.client.revoked", ("id", which.ToString("N"))]);
            return CommandLine.Done;
        });
        return verb;
    }

    private static NewClient Wanted(District district, string name, string[] scopes, string? school, int days)
    {
        if (name.Trim().Length is 0 or > ClientTokens.LongestName) throw new UsageException(Say.Words["cli.client.badName", ("most", ClientTokens.LongestName)]);
        if (days is < 1 or > ClientTokens.MostDays) throw new UsageException(Say.Words["cli.client.badDays", ("most", ClientTokens.MostDays)]);
        if (scopes.Length == 0 || Array.Exists(scopes, one => !ClientScope.All.Contains(one, StringComparer.Ordinal))) throw new UsageException(Say.Words["cli.client.badScope", ("scopes", string.Join(", ", ClientScope.All))]);
        if (school is not null && scopes.Contains(ClientScope.JournalRead, StringComparer.Ordinal)) throw new UsageException(Say.Words["cli.client.journal"]);
        return new NewClient(name.Trim(), scopes, school is null ? null : SchoolOf(district, school), days, Guid.Empty);
    }

    private static OrganizationId SchoolOf(District district, string name)
    {
        using var db = district.Open();
        var schools = ClientTokens.Schools(db);
        return schools.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Id
            ?? throw new RefusedException(Say.Words["cli.client.noSchool", ("name", name), ("schools", schools.Count == 0 ? "-" : string.Join(", ", schools.Select(one => one.Name)))]);
    }

    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
