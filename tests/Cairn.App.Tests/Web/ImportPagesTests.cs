using System.Net;
using System.Text;
using Cairn.App.Tests.Imports;
using Cairn.Interop.Tests.OneRoster;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Web;

/// <summary>From a file to the record and back, by the pages, without scripts.</summary>
public sealed class ImportPagesTests : IAsyncLifetime
{
    private ImportsSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImportsSite.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_roster_is_looked_at_brought_in_and_undone()
    {
        var (run, page) = await _site.Look("Roster", ("roster.zip", Zip(new RosterBuilder())));
        page.Whole.ShouldContain("roster.zip can come in");
        page.Whole.ShouldContain("Nothing has changed yet");
        Learners().ShouldBeEmpty();

        page = await _site.Press(run, "apply");
        page.Whole.ShouldContain("roster.zip is in");
        page.Whole.ShouldContain("Undo this import");
        Learners().ShouldBe(["ada.b", "ben.c"]);

        page = await _site.Press(run, "undo");
        page.Whole.ShouldContain("roster.zip was undone");
        page.Whole.ShouldContain("by Dr. Lead");
        Learners().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_files_themselves_are_taken_as_a_zip_of_them_is()
    {
        var roster = new RosterBuilder();
        var (_, page) = await _site.Look("Roster", [.. ((string[])["manifest", "orgs", "academicSessions", "courses", "classes", "users", "roles", "demographics", "enrollments"]).Select(one => (one + ".csv", Encoding.UTF8.GetBytes(roster.TextOf(one + ".csv"))))]);

        page.Whole.ShouldContain("manifest.csv + 8 can come in");
    }

    [Fact]
    public async Task Every_bad_row_is_addressed_and_nothing_can_come_in()
    {
        var (run, page) = await _site.Look("Roster", ("roster.zip", Zip(new RosterBuilder().AddRaw("enrollments.csv", "e9,active,,loft,s,=ghost(),student,,,"))));

        page.Whole.ShouldContain("1 row needs you");
        foreach (var word in (string[])["enrollments.csv", "userSourcedId", "=ghost()", "userSourcedId is one of the keys in users.csv", "add the person to users.csv"]) page.Whole.ShouldContain(word);
        page.Body.ShouldNotContain($"{run}/apply");
        (await _site.Press(run, "apply")).Whole.ShouldContain("1 row needs you");
        Learners().ShouldBeEmpty();
        var sheet = await _site.Leader.Get($"{run}/faults.csv");
        sheet.Header("Content-Type").ShouldBe("text/csv; charset=utf-8");
        sheet.Body.TrimStart('\uFEFF').ShouldStartWith("kind,file,row,column,value,rule,fix\r\n\"error\",\"enrollments.csv\",\"5\",\"userSourcedId\",\"'=ghost()\",");
    }

    [Fact]
    public async Task Of_very_many_faults_fifty_are_shown_and_all_can_be_downloaded()
    {
        var roster = new RosterBuilder().AddRaw("enrollments.csv", string.Join('\n', Enumerable.Range(0, 120).Select(i => $"x{i},active,,loft,s,ghost{i},student,,,")));

        var (run, page) = await _site.Look("Roster", ("roster.zip", Zip(roster)));

        page.Whole.ShouldContain("ghost49");
        page.Whole.ShouldNotContain("ghost50");
        page.Whole.ShouldContain("The first 50 of 120");
        (await _site.Leader.Get($"{run}/faults.csv")).Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(121);
    }

    [Fact]
    public async Task Where_more_than_half_would_leave_a_tick_is_asked_for()
    {
        var (first, _) = await _site.Look("Roster", ("many.zip", Zip(Rosters.Many(30))));
        await _site.Press(first, "apply");
        var (run, page) = await _site.Look("Roster", ("few.zip", Zip(new RosterBuilder())));
        page.Whole.ShouldContain("30 of 32 learners leave");

        var refused = await _site.Press(run, "apply");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Whole.ShouldContain("Tick that this is meant");
        Learners().Count.ShouldBe(32);

        (await _site.Press(run, "apply", "leave=true")).Whole.ShouldContain("few.zip is in");
        Learners().Count.ShouldBe(2);
        (await _site.Press(first, "undo")).Whole.ShouldContain("A later import of the same source comes first");
        (await _site.Press(run, "undo")).Whole.ShouldContain("was undone");
        Learners().Count.ShouldBe(32);
    }

    [Fact]
    public async Task A_framework_shows_old_words_and_new_and_comes_in_and_out()
    {
        const string sheet = "kind,code,parent,title,statement\narea,A,,Art,\ncompetency,A.1,A,Drawing,I can draw.\n";
        var (first, _) = await _site.Look("Framework", ("art.csv", Encoding.UTF8.GetBytes(sheet)));
        await _site.Press(first, "apply");

        var (run, page) = await _site.Look("Framework", ("art.csv", Encoding.UTF8.GetBytes(sheet.Replace("I can draw", "I draw what I see", StringComparison.Ordinal))));
        page.Whole.ShouldContain("<del>I can draw.</del>");
        page.Whole.ShouldContain("<ins>I draw what I see.</ins>");
        page.Whole.ShouldContain("no judgments hang on it");
        await _site.Press(run, "apply");
        _site.District.Frameworks.Single().Content.Find("A.1")!.Statement.ShouldBe("I draw what I see.");

        (await _site.Press(run, "undo")).Whole.ShouldContain("was undone");
        _site.District.Frameworks.Single().Content.Find("A.1")!.Statement.ShouldBe("I can draw.");
    }

    [Fact]
    public async Task A_programme_comes_in_by_its_seven_sheets()
    {
        using var temp = new TempFolder();
        var folder = new ProgramFolder(temp.Of("program"));
        (string, byte[])[] files = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(one => (Path.GetFileName(one), File.ReadAllBytes(one)))];

        var (run, _) = await _site.Look("Program", files);
        (await _site.Press(run, "apply")).Whole.ShouldContain("areas.csv + 6 is in");

        Learners().ShouldBe(["ada", "ben", "cyd"]);
        var (again, page) = await _site.Look("Program", files);
        page.Whole.ShouldContain("would change nothing");
        (await _site.Press(again, "discard")).Whole.ShouldNotContain($"\"{again}\"");
        (await _site.Leader.Get(again)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(true, "climb out")]
    [InlineData(false, "less than 200 times")]
    public async Task An_archive_that_slips_or_swells_is_refused_by_the_page_too(bool isSlip, string rule)
    {
        var (_, page) = await _site.Look("Roster", ("bad.zip", (isSlip ? RosterArchiveTests.Slip() : RosterArchiveTests.Bomb()).ToArray()));

        page.Whole.ShouldContain(rule);
        Learners().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_came_is_listed_with_who_brought_it_and_what_came_of_it()
    {
        var (run, _) = await _site.Look("Roster", ("roster.zip", Zip(new RosterBuilder())));

        var list = (await _site.Leader.Get("/imports")).Whole;

        list.ShouldContain("1 import");
        list.ShouldContain($"href=\"{run}\"");
        list.ShouldContain("Dr. Lead");
        list.ShouldContain("Ready");
        list.ShouldContain("Use no real people");
    }

    [Fact]
    public async Task What_came_in_meanwhile_is_said_and_the_waiting_import_is_looked_at_again()
    {
        var (waiting, page) = await _site.Look("Roster", ("full.zip", Zip(new RosterBuilder())));
        page.Whole.ShouldContain("full.zip can come in");
        page.Whole.ShouldNotContain("since this was looked at");
        var (other, _) = await _site.Look("Roster", ("less.zip", Zip(Rosters.WithoutBen())));
        (await _site.Press(other, "apply")).Whole.ShouldContain("less.zip is in");

        page = await _site.Leader.Get(waiting);
        page.Whole.ShouldContain("since this was looked at");
        page.Whole.ShouldContain("Look at it again");
        page.Whole.ShouldNotContain("bring-in");

        page = await _site.Press(waiting, "apply");
        page.Whole.ShouldContain("full.zip can come in");
        page.Whole.ShouldNotContain("since this was looked at");
        Learners().ShouldBe(["ada.b"]);

        (await _site.Press(waiting, "apply")).Whole.ShouldContain("full.zip is in");
        Learners().ShouldBe(["ada.b", "ben.c"]);
    }

    [Fact]
    public async Task What_would_change_nothing_any_more_is_not_brought_in_a_second_time()
    {
        var (waiting, _) = await _site.Look("Roster", ("same.zip", Zip(new RosterBuilder())));
        var (other, _) = await _site.Look("Roster", ("roster.zip", Zip(new RosterBuilder())));
        await _site.Press(other, "apply");

        var page = await _site.Press(waiting, "apply");

        page.Whole.ShouldContain("same.zip would change nothing");
        await _site.Press(other, "undo");
        (await _site.Leader.Get(waiting)).Whole.ShouldContain("since this was looked at");
        (await _site.Press(waiting, "apply")).Whole.ShouldContain("same.zip can come in");
    }

    [Fact]
    public async Task A_file_name_turns_no_line_around()
    {
        var (run, page) = await _site.Look("Roster", ("ros\u202Epiz.zip", Zip(new RosterBuilder())), ("\u05D0\u05D1.csv", "a,b"u8.ToArray()));

        var list = await _site.Leader.Get("/imports");
        foreach (var one in (string[])[page.Body, list.Body, (await _site.Leader.Get(run)).Body]) one.ShouldNotContain('\u202E');
        page.Whole.ShouldContain("ros[U+202E]piz.zip");
        list.Whole.ShouldContain("<bdi>ros[U+202E]piz.zip");
    }

    [Fact]
    public async Task A_name_from_right_to_left_stands_by_itself_in_a_sentence()
    {
        var (_, page) = await _site.Look("Roster", ("\u05D0\u05D1.zip", Zip(new RosterBuilder())));

        System.Net.WebUtility.HtmlDecode(page.Body).ShouldContain("\u2068\u05D0\u05D1.zip\u2069");
    }

    private static byte[] Zip(RosterBuilder roster) => roster.Zip().ToArray();

    private List<string> Learners()
    {
        using var db = _site.District.Open();
        return [.. db.Learners.AsNoTracking().Where(one => one.EndedAt == null).Select(one => one.Username).Order()];
    }
}
