using System.CommandLine;
using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Features.Archives;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Cairn.Storage.Privacy;

namespace Cairn.App.Cli;

/// <summary><c>cairn export person USERNAME --to FILE</c>: everything that is held about somebody, as one archive.</summary>
internal static class ExportPersonVerb
{
    public static Command Make(Terminal terminal)
    {
        var username = new Argument<string>("USERNAME") { Description = Say.Words["cli.export.person.username"] };
        var file = new Option<string>("--to") { Description = Say.Words["cli.export.person.to"], Required = true, HelpName = "FILE" };
        var language = new Option<string>("--language") { Description = Say.Words["cli.export.person.language"], HelpName = "CODE", DefaultValueFactory = _ => "en" };
        var person = new Command("person", Say.Words["cli.export.person"]) { username, file, language };
        person.WithCommon().SetAction((asked, cancel) => Run(asked, asked.GetValue(username)!, asked.GetValue(file)!, asked.GetValue(language)!, terminal, cancel));
        return person;
    }

    private static async Task<int> Run(ParseResult asked, string username, string file, string language, Terminal terminal, CancellationToken cancel)
    {
        // To write: that a record left the house is a line of its journal.
        await using var district = asked.OpenDistrict(toWrite: true);
        var (clock, began) = (TimeProvider.System, TimeProvider.System.GetTimestamp());
        var served = Served.Of(asked.Folder(), district);
        using var db = district.Open();
        var now = clock.GetUtcNow().UtcDateTime;
        var scope = new Scope(db, Actor.Operator, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, served.Zone)));
        var making = new ArchiveMaking(district, served.Title, served.Zone, now, Words.For(language).With(served.Terms)) { Files = new Storage.Files.FileStore(served.Folder.FolderOf(district.Name)) };
        var learner = scope.Find(username);
        var adult = learner is null ? HeldAdults.Of(db, Actor.Operator, username) : null;
        if (learner is null && adult is null) throw new RefusedException(Say.Words["cli.export.person.none", ("username", username)]);
        WholeFile.Write(file, to =>
        {
            if (learner is not null) MakeArchive.OfLearner(making, db, scope, learner.Id, to);
            else MakeArchive.OfAdult(making, adult!, to);
        });
        await district.Writer.Tell(turn => turn.Tell(JournalAct.Exported, learner?.Id, new { archive = true }), Acting.Operator with { Where = "export person", Purpose = "archive" }, cancel);
        var seconds = Math.Round((decimal)clock.GetElapsedTime(began).TotalSeconds, 1);
        var size = new FileInfo(file) is { Exists: true } written ? written.Length : 0;
        if (asked.WantsJson()) terminal.AnswerJson(new { username, file, size, seconds });
        else await terminal.Out.WriteLineAsync(Say.Words["cli.export.person.done", ("username", username), ("file", file), ("size", size), ("seconds", seconds.ToString(CultureInfo.InvariantCulture))]);
        return CommandLine.Done;
    }
}
