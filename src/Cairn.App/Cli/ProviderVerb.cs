using System.CommandLine;
using Cairn.App.Access;
using Cairn.App.Access.Providers;
using Cairn.App.Outbound;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Cli;

/// <summary><c>cairn provider list|add|stop|offer</c>: other systems that people may sign in with. A secret comes from a file or from standard
/// input, so that no list of processes holds it, and is never said again.</summary>
internal static class ProviderVerb
{
    private const string FromInput = "-";

    public static Command Make(Terminal terminal) => new("provider", Say.Words["cli.provider"]) { List(terminal), Add(terminal), Offer(terminal, "stop", isOffered: false), Offer(terminal, "offer", isOffered: true) };

    private static Command List(Terminal terminal)
    {
        var verb = new Command("list", Say.Words["cli.provider.list"]);
        verb.WithCommon().SetAction(async (asked, _) =>
        {
            await using var district = asked.OpenDistrict(toWrite: false);
            using var db = district.Open();
            var all = db.SignInProviders.AsNoTracking().ToList().OrderBy(one => one.Name, StringComparer.Ordinal).ToList();
            if (asked.WantsJson()) terminal.AnswerJson(new { providers = all.Select(one => Row(asked, district, one)) });
            else if (all.Count == 0) terminal.Out.WriteLine(Say.Words["cli.provider.none"]);
            else foreach (var one in all) terminal.Out.WriteLine(Say.Words["cli.provider.row", ("id", one.Id.ToString("N")), ("name", one.Name), ("issuer", one.Issuer), ("offered", one.IsActive)]);
            return CommandLine.Done;
        });
        return verb;
    }

    private static Command Add(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = Say.Words["cli.provider.name"] };
        var preset = new Option<string?>("--preset") { Description = Say.Words["cli.provider.preset", ("presets", string.Join(", ", ProviderPreset.All.Select(one => one.Name)))], HelpName = "PRESET" };
        var issuer = new Option<string?>("--issuer") { Description = Say.Words["cli.provider.issuer"], HelpName = "URL" };
        var client = new Option<string>("--client") { Description = Say.Words["cli.provider.client"], HelpName = "ID", Required = true };
        var secret = new Option<string?>("--secret-file") { Description = Say.Words["cli.provider.secret"], HelpName = "FILE" };
        var claim = new Option<string?>("--claim") { Description = Say.Words["cli.provider.claim"], HelpName = "NAME" };
        var source = new Option<string?>("--source") { Description = Say.Words["cli.provider.source"], HelpName = "SOURCE" };
        var tenant = new Option<string?>("--tenant") { Description = Say.Words["cli.provider.tenant"], HelpName = "TENANT" };
        var verb = new Command("add", Say.Words["cli.provider.add"]) { name, preset, issuer, client, secret, claim, source, tenant };
        verb.WithCommon().SetAction(async (asked, cancel) =>
        {
            var known = asked.GetValue(preset) is { } named ? ProviderPreset.Named(named) ?? throw new UsageException(Say.Words["cli.provider.badPreset", ("presets", string.Join(", ", ProviderPreset.All.Select(one => one.Name)))]) : null;
            var where = asked.GetValue(tenant) ?? "";
            var wanted = new ProviderAsked(asked.GetValue(name)!, asked.GetValue(issuer) ?? known?.IssuerFor(where) ?? "", asked.GetValue(client)!, asked.GetValue(claim) ?? known?.Claim ?? "", asked.GetValue(source) ?? "", where);
            if (ProviderRules.Fault(wanted, new OutboundRules()) is not ProviderFault.None and var fault) throw new UsageException(Say.Words[$"provider.fault.{fault}"]);
            var hidden = await SecretOf(terminal, asked.GetValue(secret), cancel);
            await using var district = asked.OpenDistrict(toWrite: true);
            var made = await district.Writer.Alone(turn => ChangedProviders.Add(turn, asked.Folder(), district.Name, Guid.CreateVersion7(), wanted, hidden), Acting.Operator with { Where = "provider add" }, cancel);
            if (asked.WantsJson()) terminal.AnswerJson(Row(asked, district, made));
            else
            {
                await terminal.Out.WriteLineAsync(made.Id.ToString("N"));
                await terminal.Err.WriteLineAsync(Say.Words["cli.provider.made", ("name", made.Name), ("back", BackOf(asked, district, made.Id))]);
            }

            return CommandLine.Done;
        });
        return verb;
    }

    private static Command Offer(Terminal terminal, string name, bool isOffered)
    {
        var id = new Argument<string>("ID") { Description = Say.Words["cli.provider.id"] };
        var verb = new Command(name, isOffered ? Say.Words["cli.provider.offer"] : Say.Words["cli.provider.stop"]) { id };
        verb.WithCommon().SetAction(async (asked, cancel) =>
        {
            await using var district = asked.OpenDistrict(toWrite: true);
            if (!Guid.TryParse(asked.GetValue(id), out var which) || await district.Writer.Alone(turn => ChangedProviders.Offer(turn, which, null, isOffered), Acting.Operator with { Where = $"provider {name}" }, cancel) is not { } ended)
                throw new RefusedException(Say.Words["cli.provider.noSuch", ("id", asked.GetValue(id)!)]);
            if (asked.WantsJson()) terminal.AnswerJson(new { id = which, offered = isOffered, signedOut = ended.Count });
            else await terminal.Out.WriteLineAsync(isOffered ? Say.Words["cli.provider.offered", ("id", which.ToString("N"))] : Say.Words["cli.provider.stopped", ("id", which.ToString("N")), ("count", ended.Count)]);
            return CommandLine.Done;
        });
        return verb;
    }

    private static object Row(ParseResult asked, District district, SignInProvider one) => new
    {
        id = one.Id, name = one.Name, issuer = one.Issuer, client = one.ClientId, hasSecret = one.ClientSecret is not null, claim = one.MatchClaim, source = one.MatchSource, tenant = one.Tenant, offered = one.IsActive,
        back = BackOf(asked, district, one.Id),
    };

    private static string BackOf(ParseResult asked, District district, Guid id) =>
        (SiteAddress.Root(Environment.GetEnvironmentVariable(SiteAddress.Variable)) ?? (asked.Folder().HostsOf(district.Name) is [var host, ..] ? $"https://{host}" : Site.DefaultUrl)) + ProviderFlow.BackPath(id);

    private static async Task<string> SecretOf(Terminal terminal, string? file, CancellationToken cancel)
    {
        if (file is null) return "";
        var text = file == FromInput ? await terminal.In.ReadToEndAsync(cancel) : await File.ReadAllTextAsync(file, cancel);
        return text.Trim() is { Length: > 0 and <= ProviderRules.LongestSecret } secret ? secret : throw new UsageException(Say.Words["cli.provider.badSecret", ("most", ProviderRules.LongestSecret)]);
    }
}
