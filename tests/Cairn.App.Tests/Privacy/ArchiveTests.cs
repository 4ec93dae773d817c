using System.Globalization;
using System.Text.Json;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Journal;
using CsvHelper;

namespace Cairn.App.Tests.Privacy;

/// <summary>An archive holds everything about its learner, once as JSON and once as sheets, and nothing of anybody else.</summary>
public sealed class ArchiveTests : IAsyncLifetime
{
    private Family _family = null!;

    public async ValueTask InitializeAsync() => _family = await Family.Make();

    [Fact]
    public async Task It_holds_facts_words_conclusions_with_reasons_relations_permissions_requests_and_shared_notes()
    {
        var mother = await _family.Guardian("mother", _family.Ada);
        var piece = await _family.Work(_family.Ada, "CANARY");
        await _family.District.Record(new Recording(_family.Ada) { Retractions = [] });
        var asked = new Amendment(new AmendmentId(Guid.CreateVersion7()), _family.Ada, new PersonId(mother.Value), new DisputedPart(DisputedKind.Evidence, piece.Id.Value).ToString(), "wish CANARY", TestDistrict.Day, new DateOnly(2026, 4, 15));
        asked.Decide(isGranted: false, Family.Okafor.Person, TestDistrict.Day.AddDays(3), "decided CANARY");
        asked.Attach("statement CANARY");
        var shared = new PrivateNote(new PrivateNoteId(Guid.CreateVersion7()), Family.Okafor, _family.Ada, "shared CANARY", TestDistrict.Day);
        shared.Share(TestDistrict.Day.AddDays(1));
        await _family.Put(asked, shared, new Consent(new ConsentId(Guid.CreateVersion7()), _family.Ada, ConsentPurpose.Pictures, null, null, true, new PersonId(mother.Value), null, TestDistrict.Day.AddDays(2)));

        var archive = _family.Archive(_family.Ada);
        var json = Family.Json(archive);

        (json.GetProperty("format").GetString(), json.GetProperty("version").GetInt32(), json.GetProperty("kind").GetString()).ShouldBe(("cairn-archive", 1, "learner"));
        json.GetProperty("person")[0].GetProperty("username").GetString().ShouldBe("ada");
        foreach (var (table, column, text) in ((string, string, string)[])[
            ("evidence", "title", "title CANARY"), ("evidence", "comment", "comment CANARY"), ("evidence", "statement", "statement CANARY"), ("artifacts", "address", "https://files.example/CANARY"),
            ("judgments", "reason", "reason CANARY"), ("judgments", "judge", "Ms. Okafor"), ("overrides", "reason", "decision CANARY"), ("consents", "by", "mother Byron"),
            ("amendments", "wish", "wish CANARY"), ("amendments", "decision", "decided CANARY"), ("amendments", "statement", "statement CANARY"), ("sharedNotes", "text", "shared CANARY")])
            json.GetProperty(table)[0].GetProperty(column).GetString().ShouldBe(text, $"{table}.{column}");
        json.GetProperty("relations").EnumerateArray().Select(one => $"{one.GetProperty("kind")}: {one.GetProperty("name")}").ShouldBe(["educator: Ms. Okafor", "group: The Loft", "guardian: mother Byron"]);
        var concluded = json.GetProperty("conclusions").EnumerateArray().Single(one => one.GetProperty("competency").GetString() == "ART.1");
        concluded.GetProperty("levelWords").GetString().ShouldNotBeNullOrEmpty();
        json.GetProperty("reasons").EnumerateArray().Count(one => one.GetProperty("competency").GetString() == "ART.1").ShouldBeGreaterThan(1);
        json.GetProperty("counted")[0].GetProperty("judgment").GetString().ShouldBe(json.GetProperty("judgments")[0].GetProperty("id").GetString());
        var entries = json.GetProperty("journal").EnumerateArray().ToList();
        entries.Select(one => one.GetProperty("what").GetString()).ShouldContain("pieceOfEvidence");
        entries.Select(one => one.GetProperty("number").GetInt64()).ShouldBeInOrder();
        foreach (var text in (string[])["title CANARY", "wish CANARY", "decided CANARY", "statement CANARY", "shared CANARY", "Drawing", "mother Byron"]) archive["index.html"].ShouldContain(text);
    }

    [Fact]
    public async Task The_sheets_say_what_the_JSON_says()
    {
        await _family.Work(_family.Ada, "one, with \"quotes\"\nand a line");
        var archive = _family.Archive(_family.Ada);
        var tables = Family.Json(archive).EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Array).ToList();

        tables.Select(one => $"csv/{one.Name}.csv").ShouldBe(archive.Keys.Where(one => one.StartsWith("csv/", StringComparison.Ordinal)), ignoreOrder: true);
        foreach (var table in tables)
        {
            using var sheet = new CsvReader(new StringReader(archive[$"csv/{table.Name}.csv"]), CultureInfo.InvariantCulture);
            sheet.Read();
            sheet.ReadHeader();
            foreach (var row in table.Value.EnumerateArray())
            {
                sheet.Read().ShouldBeTrue(table.Name);
                sheet.HeaderRecord.ShouldBe(row.EnumerateObject().Select(one => one.Name));
                row.EnumerateObject().Select(one => Family.Cell(one.Value).Replace("\r\n", "\n", StringComparison.Ordinal))
                    .ShouldBe(sheet.HeaderRecord!.Select(name => sheet[name]!.Replace("\r\n", "\n", StringComparison.Ordinal)).Select(Cairn.Interop.Csv.SafeCell.Read), table.Name);
            }

            sheet.Read().ShouldBeFalse(table.Name);
        }
    }

    [Fact]
    [Trait("Abuse", "G3")]
    [Trait("Abuse", "G7")]
    public async Task Nothing_of_other_people_is_in_it_but_the_names_of_those_who_care_and_teach()
    {
        await _family.Guardian("mother", _family.Ada);
        var father = await _family.Guardian("father", _family.Ada);
        await _family.Guardian("stranger", _family.Ben);
        await _family.Work(_family.Ada, "ADAS");
        await _family.Work(_family.Ben, "BENS");
        await _family.Put(new GuardianBlock(new GuardianBlockId(Guid.CreateVersion7()), father, _family.Ada, TestDistrict.Day, Family.Okafor.Person, "Order 23-114"));

        foreach (var (name, text) in _family.Archive(_family.Ada))
            foreach (var foreign in (string[])["BENS", "Ben", "ben", "@private.example", "stranger", "okafor\""])
                text.ShouldNotContain(foreign, Case.Sensitive, name);
    }

    [Fact]
    [Trait("Abuse", "L6")]
    [Trait("Abuse", "T6")]
    [Trait("Abuse", "C3")]
    public async Task A_private_note_is_in_no_archive_not_even_that_there_is_one()
    {
        var note = new PrivateNote(new PrivateNoteId(Guid.CreateVersion7()), Family.Okafor, _family.Ada, "SECRETNOTE", TestDistrict.Day);
        await _family.Put(note);
        await _family.District.District.Writer.Alone(turn =>
        {
            turn.Db.Attach(note);
            note.Write("SECRETNOTE again");
            return turn.Db.SaveChanges();
        });

        foreach (var (name, text) in _family.Archive(_family.Ada))
        {
            text.ShouldNotContain("SECRETNOTE", Case.Sensitive, name);
            text.ShouldNotContain("privateNote", Case.Insensitive, name);
        }
    }

    [Fact]
    [Trait("Abuse", "L10")]
    public async Task A_text_that_a_spreadsheet_would_run_stays_text()
    {
        await _family.Work(_family.Ada, "plain");
        var piece = _family.District.Piece(_family.Ada);
        await _family.District.Record(new Recording(_family.Ada)
        {
            Evidence = [piece], EvidenceTexts = [new EvidenceText(piece.Id, "=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)")],
        });

        var sheet = _family.Archive(_family.Ada)["csv/evidence.csv"];

        foreach (var text in (string[])["\"'=cmd|'/c calc'!A1\"", "\"'+1\"", "\"'-1\"", "\"'@SUM(A1)\""]) sheet.ShouldContain(text);
    }

    [Fact]
    public async Task The_page_inside_runs_nothing_and_asks_for_nothing()
    {
        var piece = _family.District.Piece(_family.Ada);
        await _family.District.Record(new Recording(_family.Ada) { Evidence = [piece], EvidenceTexts = [new EvidenceText(piece.Id, "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "", "")] });

        foreach (var language in (string[])["en", "es"])
        {
            var page = _family.Archive(_family.Ada, language: language)["index.html"];
            page.ShouldContain("&lt;script&gt;");
            page.ShouldNotContain("<script", Case.Insensitive);
            page.ShouldNotContain("<img", Case.Insensitive);
            page.ShouldNotContain("src=\"http", Case.Insensitive);
            page.ShouldContain($"lang=\"{language}\"");
            page.ShouldContain("default-src 'none'");
        }
    }

    [Fact]
    public async Task Whoever_may_not_see_the_learner_gets_none()
    {
        await _family.Work(_family.Ada, "CANARY");
        using var to = new MemoryStream();
        using var db = _family.District.Open();
        foreach (var actor in (Actor[])[new(ActorKind.Learner, _family.Ben.Value, "Ben"), new(ActorKind.Guardian, Guid.CreateVersion7(), ""), new(ActorKind.Teacher, Guid.CreateVersion7(), "")])
            Features.Archives.MakeArchive.OfLearner(_family.Making(), db, Family.Scope(db, actor), _family.Ada, to).ShouldBeFalse();
        to.Length.ShouldBe(0);
    }

    [Fact]
    public async Task Who_changed_what_is_told_with_door_and_name()
    {
        await _family.District.District.Writer.Record(_family.District.OnePiece(_family.Ada), new Acting(ActorKind.Teacher, Family.Okafor.Value, "/learners/{id}/judgments"));
        await _family.District.District.Writer.Tell(turn => turn.Tell(JournalAct.Viewed, _family.Ada), new Acting(ActorKind.Auditor, Guid.CreateVersion7(), "/learners/{id}") { Purpose = "audit", Why = "yearly check", From = "10.9.8.7" });

        var entries = Family.Json(_family.Archive(_family.Ada)).GetProperty("journal").EnumerateArray().ToList();

        var judged = entries.Single(one => one.GetProperty("what").GetString() == "judgment");
        (judged.GetProperty("who").GetString(), judged.GetProperty("where").GetString(), judged.GetProperty("act").GetString()).ShouldBe(("Ms. Okafor", "/learners/{id}/judgments", "Added"));
        var seen = entries.Single(one => one.GetProperty("act").GetString() == "Viewed");
        (seen.GetProperty("purpose").GetString(), seen.GetProperty("said").GetString(), seen.GetProperty("relation").GetString()).ShouldBe(("audit", "yearly check", "Auditor"));
        seen.ToString().ShouldNotContain("10.9.8.7");
    }

    public ValueTask DisposeAsync() => _family.DisposeAsync();
}
