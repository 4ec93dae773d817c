using System.CommandLine;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary><c>cairn district add|list</c>: the districts of an installation, each a database of its own.</summary>
internal static class DistrictVerb
{
    public static Command Make(Terminal terminal) => new("district", Say.Words["cli.districts"]) { Add(terminal), List(terminal) };

    private static Command Add(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = Say.Words["cli.districts.name"] };
        var title = new Option<string?>("--title") { Description = Say.Words["cli.districts.title"], HelpName = "TITLE" };
        var zone = new Option<string>("--time-zone") { Description = Say.Words["cli.districts.zone"], DefaultValueFactory = _ => "UTC", HelpName = "ZONE" };
        var connection = new Option<string?>("--postgres") { Description = Say.Words["cli.districts.postgres"], HelpName = "CONNECTION" };
        var hosts = new Option<string[]>("--host") { Description = Say.Words["cli.districts.host"], HelpName = "HOST" };
        var verb = new Command("add", Say.Words["cli.districts.add"]) { name, title, zone, connection, hosts, DistrictOptions.Data(), DistrictOptions.Json() };
        verb.SetAction((asked, _) => Task.FromResult(Make(asked, asked.GetValue(name)!, asked.GetValue(title), asked.GetValue(zone)!, asked.GetValue(connection), asked.GetValue(hosts) ?? [], terminal)));
        return verb;
    }

    private static Command List(Terminal terminal)
    {
        var verb = new Command("list", Say.Words["cli.districts.list"]) { DistrictOptions.Data(), DistrictOptions.Json() };
        verb.SetAction((asked, _) => Task.FromResult(Tell(asked, terminal)));
        return verb;
    }

    private static int Make(ParseResult asked, string name, string? title, string zone, string? connection, string[] hosts, Terminal terminal)
    {
        var folder = asked.Folder();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) throw new UsageException(Say.Words["cli.districts.badZone", ("zone", zone)]);
        if (folder.IsDemo) throw new RefusedException(Say.Words["cli.districts.demo", ("folder", folder.Path)]);
        // A district that is there may get more host names.
        var isNew = !folder.Districts.Contains(name, StringComparer.Ordinal);
        if (!isNew && hosts.Length == 0) throw new RefusedException(Say.Words["cli.districts.there", ("name", name)]);
        folder.CheckHosts(name, hosts);
        if (isNew) District.Create(folder, name, title ?? name, zone, connection);
        folder.AddHosts(name, hosts);
        var made = folder.Overview().First(one => one.Name == name);
        if (asked.WantsJson()) terminal.AnswerJson(new { district = made.Name, engine = made.Engine, where = made.Where, hosts = made.Hosts, isNew });
        else terminal.Out.WriteLine(Say.Words["cli.districts.added", ("name", name), ("engine", made.Engine), ("where", made.Where), ("isNew", isNew)]);
        return CommandLine.Done;
    }

    private static int Tell(ParseResult asked, Terminal terminal)
    {
        var folder = asked.Folder();
        var all = folder.Overview();
        if (asked.WantsJson()) terminal.AnswerJson(new { folder = folder.Path, districts = all.Select(one => new { name = one.Name, engine = one.Engine, where = one.Where, hosts = one.Hosts }) });
        else if (all.Count == 0) terminal.Out.WriteLine(Say.Words["cli.districts.none", ("folder", folder.Path)]);
        else
            foreach (var (name, engine, where, hosts) in all)
                terminal.Out.WriteLine($"{name,-24} {engine,-9} {where}{(hosts.Count == 0 ? "" : $"  {string.Join(", ", hosts)}")}");
        return CommandLine.Done;
    }
}
