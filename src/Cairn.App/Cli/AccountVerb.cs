using System.CommandLine;
using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Access.Proofs;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Cli;

/// <summary><c>cairn account …</c>: what whoever is on call does about accounts when nobody can do it in the browser. On files it writes only
/// while <c>cairn serve</c> is stopped. Links and codes are printed once.</summary>
internal static class AccountVerb
{
    private static readonly Acting Acts = Acting.Operator with { Where = "account" };

    public static Command Make(Terminal terminal) => new("account", Say.Words["cli.accounts"]) { List(terminal), Invite(terminal), Reset(terminal), Close(terminal), Open(terminal), Lost(terminal), Claim(terminal), Mentor(terminal), Lead(terminal) };

    private static Command List(Terminal terminal)
    {
        var verb = new Command("list", Say.Words["cli.accounts.list"]);
        verb.WithCommon().SetAction((asked, _) => With(asked, toWrite: false, (folder, district, today) =>
        {
            using var db = district.Open();
            var all = db.Accounts.AsNoTracking().OrderBy(one => one.Login).ToList().Select(one => (Account: one, Hats: Hats.Of(db, one.Id, today))).ToList();
            if (asked.WantsJson()) terminal.AnswerJson(new { accounts = all.Select(one => new { login = one.Account.Login, people = one.Hats.Select(hat => new { kind = hat.Kind, name = hat.Name }), hasSecondFactor = one.Account.HasSecondFactor, lastSignInAt = one.Account.LastSignInAt, closedAt = one.Account.EndedAt }) });
            else
                foreach (var (account, hats) in all)
                    terminal.Out.WriteLine($"{account.Login,-32} {(account.EndedAt is null ? "open" : "closed"),-7} {(account.LastSignInAt is { } at ? $"{at:yyyy-MM-dd}" : "never"),-10}  {string.Join(", ", hats.Select(one => $"{one.Name} ({one.Kind.ToString().ToLowerInvariant()})"))}");
            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static Command Invite(Terminal terminal) => Deed(terminal, "invite", "USERNAME", url: true, async (said, district, now) =>
    {
        using var db = district.Open();
        if (Claims.Find(db, said.Name) is not var (kind, person)) throw new RefusedException(Say.Words["cli.accounts.nobody", ("name", said.Name)]);
        if (NewAccount.Of(db, kind, person) is not null) throw new RefusedException(Say.Words["cli.accounts.hasOne", ("name", said.Name)]);
        return said.Url + Invitations.PathOf(await district.Writer.Alone(turn => Invitations.Make(turn, kind, person, "", now), Acts));
    });

    private static Command Reset(Terminal terminal) => Deed(terminal, "reset", "LOGIN", url: true, async (said, district, now) =>
    {
        var account = Find(district, said.Name, mustBeOpen: true);
        return $"{said.Url}/reset/{await district.Writer.Alone(turn => ResetLetters.Make(turn, account, "", now), Acts)}";
    });

    private static Command Close(Terminal terminal) => Deed(terminal, "close", "LOGIN", url: false, async (said, district, now) =>
    {
        var account = Find(district, said.Name, mustBeOpen: true);
        if (!await district.Writer.Alone(turn => Closing.Close(turn, account, said.Today, now), Acts)) throw new RefusedException(Say.Words["cli.accounts.last", ("name", said.Name)]);
        return Say.Words["cli.accounts.closed", ("name", said.Name)];
    });

    private static Command Open(Terminal terminal) => Deed(terminal, "open", "LOGIN", url: false, async (said, district, _) =>
    {
        var account = Find(district, said.Name, mustBeOpen: false);
        await district.Writer.Alone(turn =>
        {
            Closing.Open(turn, account);
            return true;
        }, Acts);
        return Say.Words["cli.accounts.opened", ("name", said.Name)];
    });

    private static Command Lost(Terminal terminal) => Deed(terminal, "lost", "LOGIN", url: false, async (said, district, _) =>
    {
        var account = Find(district, said.Name, mustBeOpen: true);
        await district.Writer.Alone(turn =>
        {
            Closing.Lose(turn, account);
            return true;
        }, Acts);
        return Say.Words["cli.accounts.lostDone", ("name", said.Name)];
    });

    private static Command Claim(Terminal terminal) => Deed(terminal, "claim", "USERNAME", url: false, async (said, district, now) =>
    {
        using var db = district.Open();
        if (Claims.Find(db, said.Name) is not (ActorKind.Learner, var learner)) throw new RefusedException(Say.Words["cli.accounts.nobody", ("name", said.Name)]);
        var code = PaperCodes.New();
        var hash = PaperCodes.Hash(code, said.Secrets, district.Name);
        return await district.Writer.Alone(turn =>
        {
            Claiming.Print(turn, hash, learner, Guid.Empty, now);
            return code;
        }, Acts);
    });

    private static Command Mentor(Terminal terminal) => Deed(terminal, "mentor", "NAME", url: true, async (said, district, now) =>
    {
        using var db = district.Open();
        // By the name that pages show; an id where several mentors have it.
        var named = db.Sponsors.AsNoTracking().ToList().Where(one => string.Equals(one.DisplayName, said.Name.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (named.Count > 1) throw new RefusedException(Say.Words["cli.accounts.mentors", ("name", said.Name), ("ids", string.Join(", ", named.Select(one => one.Id.Value.ToString("D"))))]);
        var id = named is [var only] ? only.Id.Value : Guid.TryParse(said.Name, out var given) ? given : Guid.Empty;
        if (Hats.Of(db, ActorKind.Sponsor, id, said.Today) is null) throw new RefusedException(Say.Words["cli.accounts.noMentor", ("name", said.Name)]);
        var (token, code) = await district.Writer.Alone(turn => MentorLinks.Make(turn, id, now), Acts);
        return $"{said.Url}{MentorLinks.PathOf(token)}\n{Say.Words["cli.accounts.mentorCode", ("code", code)]}";
    });

    // For a district that nobody leads any more: in the browser only who leads one makes another.
    private static Command Lead(Terminal terminal) => Deed(terminal, "lead", "USERNAME", url: false, async (said, district, _) =>
    {
        using var db = district.Open();
        if (Claims.Find(db, said.Name) is not (ActorKind.Teacher, var person)) throw new RefusedException(Say.Words["cli.accounts.noEducator", ("name", said.Name)]);
        var educator = new EducatorId(person);
        if (db.RoleGrants.AsNoTracking().Where(one => one.Educator == educator && one.Role == GrantedRole.DistrictLeader).ToList().Exists(one => one.HoldsOn(said.Today))) throw new RefusedException(Say.Words["cli.accounts.leads", ("name", said.Name)]);
        await district.Writer.Alone(turn =>
        {
            var grant = new RoleGrant(new RoleGrantId(Guid.CreateVersion7()), educator, GrantedRole.DistrictLeader, null, null, said.Today, null, default);
            turn.Db.Add(grant);
            turn.Tell(JournalAct.Granted, words: new { role = grant.Role.ToString() }, row: (typeof(RoleGrant), grant.Id.Value));
            return turn.Db.SaveChanges();
        }, Acts);
        return Say.Words["cli.accounts.leadDone", ("name", said.Name)];
    });

    private static Command Deed(Terminal terminal, string name, string argument, bool url, Func<Said, District, DateTime, Task<string>> deed)
    {
        var what = new Argument<string>(argument) { Description = Say.Words[$"cli.accounts.{name}.what"] };
        var at = new Option<string?>("--url") { Description = Say.Words["cli.accounts.url"], HelpName = "URL" };
        var verb = new Command(name, Say.Words[$"cli.accounts.{name}"]) { what };
        if (url) verb.Add(at);
        verb.WithCommon().SetAction((asked, _) => With(asked, toWrite: true, async (folder, district, today) =>
        {
            var root = !url ? "" : asked.GetValue(at) is { } given ? SiteAddress.Root(given) ?? throw new UsageException(Say.Words["cli.serve.badUrl", ("url", given)])
                : SiteAddress.Root(Environment.GetEnvironmentVariable(SiteAddress.Variable)) ?? (folder.HostsOf(district.Name) is [var host, ..] ? $"https://{host}" : Site.DefaultUrl);
            var answer = await deed(new Said(asked.GetValue(what)!, root, today, folder.Secrets), district, TimeProvider.System.GetUtcNow().UtcDateTime);
            if (asked.WantsJson()) terminal.AnswerJson(new { answer });
            else await terminal.Out.WriteLineAsync(answer);
            return CommandLine.Done;
        }));
        return verb;
    }

    private static async Task<int> With(ParseResult asked, bool toWrite, Func<DataFolder, District, DateOnly, Task<int>> work)
    {
        var folder = asked.Folder();
        await using var district = District.OpenExisting(folder, asked.DistrictName(folder, mayMake: false), toWrite, TimeProvider.System);
        return await work(folder, district, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(TimeProvider.System.GetUtcNow().UtcDateTime, Served.Of(folder, district).Zone)));
    }

    private static Guid Find(District district, string login, bool mustBeOpen)
    {
        using var db = district.Open();
        var key = LoginName.Key(login);
        return db.Accounts.AsNoTracking().FirstOrDefault(one => one.Login == key && (!mustBeOpen || one.EndedAt == null))?.Id ?? throw new RefusedException(Say.Words["cli.accounts.none", ("name", login)]);
    }

    private sealed record Said(string Name, string Url, DateOnly Today, Cairn.Storage.Districts.Secrets Secrets);
}
