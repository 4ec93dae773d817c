using System.Net;
using System.Text;
using Cairn.App.Beginning;
using Cairn.App.Tests.Frameworks;
using Cairn.App.Tests.Imports;
using Cairn.App.Tests.Web;
using Cairn.Interop.Tests.OneRoster;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Beginning;

/// <summary>An empty folder becomes a district by five steps, and no half of one.</summary>
public sealed class FirstRunTests : IAsyncLifetime
{
    private FirstRunSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await FirstRunSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    public async Task Five_steps_open_a_district_and_let_its_leader_in()
    {
        using var lead = await _cairn.Opened();
        await FirstRunSite.Through(lead, FirstRunStep.You);
        _cairn.Folder.Districts.ShouldBeEmpty("it is not whole yet");

        var opened = await _cairn.Finish(lead);
        (opened.Status, opened.Body.Contains("Fern Hollow is open", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));
        opened.Body.Split("<li><code>").Length.ShouldBe(11, "ten recovery codes, shown once");
        (await lead.Get("/")).Header("Location").ShouldBe("/learners");
        (await lead.Get("/accounts")).Status.ShouldBe(HttpStatusCode.OK, "who leads the district invites the others");
        (await lead.Get("/erasures")).Status.ShouldBe(HttpStatusCode.OK, "and answers for its privacy until somebody else does");

        _cairn.Folder.Districts.ShouldBe(["fern-hollow"]);
        Directory.Exists(_cairn.Aside).ShouldBeFalse();
        var district = _cairn.Read(db => db.Organizations.AsNoTracking().Single());
        (district.Name, district.TimeZone).ShouldBe(("Fern Hollow", "America/New_York"));
        _cairn.Read(db => db.Competencies.Count()).ShouldBeGreaterThan(20);
        _cairn.Read(db => db.Scales.AsNoTracking().ToList()).ShouldContain(one => one.Levels.Select(level => level.Label).SequenceEqual(new[] { "Starting", "Building", "Solid", "Extending" }) && one.Line == 3);
        _cairn.Occasions().Where(one => one.Where != "checkpoint" && one.Kind != ActorKind.Leader).ShouldAllBe(one => one.Kind == ActorKind.Operator && one.Where == "first run");
    }

    [Fact]
    public async Task What_the_leader_chose_signs_them_in_after_a_start()
    {
        using (var lead = await _cairn.Opened())
        {
            await FirstRunSite.Through(lead, FirstRunStep.You);
            await _cairn.Finish(lead);
        }

        await _cairn.Site.DisposeAsync();
        await using var district = District.OpenExisting(_cairn.Folder, "fern-hollow", toWrite: true, _cairn.Clock);
        await using var again = await RunningSite.Start(_cairn.Folder, district, clock: _cairn.Clock);
        again.Part<FirstRun>().MakeLink().ShouldBeNull("there is nothing to begin");
        using var visitor = again.Visitor();
        (await visitor.Send("/sign-in", $"name=lead&password={Uri.EscapeDataString(FirstRunSite.Password)}", "application/x-www-form-urlencoded")).Header("Location").ShouldBe("/sign-in/second");
        (await visitor.Get(FirstRun.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_roster_and_a_package_come_in_and_a_step_back_changes_what_comes_after_it()
    {
        using var lead = await _cairn.Opened();
        await FirstRunSite.Through(lead, FirstRunStep.Levels);
        var package = _cairn.Of("package.json");
        _ = new Package(package);
        FirstRunSite.Next(await FirstRunSite.Bring(lead, "competencies", "file", ("ways.json", await File.ReadAllBytesAsync(package, TestContext.Current.CancellationToken))), "people");
        FirstRunSite.Next(await FirstRunSite.Bring(lead, "people", nameof(PeopleFrom.Roster), ("roster.zip", new RosterBuilder().Zip().ToArray())), "you");
        var people = _cairn.Run.Making.Answers!;
        (people.Framework, people.Competencies, people.People).ShouldBe(("Ways to work", 3, PeopleFrom.Roster));
        people.Learners.ShouldBeGreaterThan(0);

        // The same levels again change nothing; others begin what comes after them anew.
        FirstRunSite.Next(await FirstRunSite.Post(lead, "levels", ("scale", "four")), "competencies");
        _cairn.Run.Making.Answers!.Learners.ShouldBe(people.Learners);
        FirstRunSite.Next(await FirstRunSite.Post(lead, "levels", ("scale", "own"), ("level-1", "Seed"), ("level-2", "Sprout"), ("level-3", "Tree"), ("line", "2")), "competencies");
        (await lead.Get(FirstRun.Path + "/you")).Header("Location").ShouldBe(FirstRun.Path + "/competencies");
        FirstRunSite.Next(await FirstRunSite.Bring(lead, "competencies", "starter"), "people");
        FirstRunSite.Next(await FirstRunSite.Bring(lead, "people", nameof(PeopleFrom.Roster), ("roster.zip", new RosterBuilder().Zip().ToArray())), "you");
        // Another roster takes the place of the one before, and the competencies stay.
        FirstRunSite.Next(await FirstRunSite.Bring(lead, "people", nameof(PeopleFrom.Roster), ("roster.zip", Rosters.WithoutBen().Zip().ToArray())), "you");
        FirstRunSite.Next(await FirstRunSite.Post(lead, "you", ("name", "Dr. Lead"), ("login", "lead")), "sign-in");
        (await _cairn.Finish(lead)).Status.ShouldBe(HttpStatusCode.OK);
        _cairn.Read(db => db.Learners.Count()).ShouldBe(people.Learners - 1);
        _cairn.Read(db => db.Scales.AsNoTracking().ToList()).ShouldContain(one => one.Levels.Count == 3 && one.Levels[2].Label == "Tree" && one.Line == 2);
        _cairn.Read(db => db.Frameworks.AsNoTracking().Single()).Code.ShouldBe("starter");
    }

    [Fact]
    public async Task A_programmes_spreadsheets_bring_people_with_what_they_have_shown()
    {
        using var lead = await _cairn.Opened();
        await FirstRunSite.Through(lead, FirstRunStep.Levels);
        FirstRunSite.Next(await FirstRunSite.Bring(lead, "competencies", "none"), "people");
        string program = new ProgramFolder(_cairn.Of("program"));
        FirstRunSite.Next(await FirstRunSite.Bring(lead, "people", nameof(PeopleFrom.Program), [.. Directory.GetFiles(program).Select(one => (Path.GetFileName(one), File.ReadAllBytes(one)))]), "you");
        FirstRunSite.Next(await FirstRunSite.Post(lead, "you", ("name", "Dr. Lead"), ("login", "lead")), "sign-in");
        (await _cairn.Finish(lead)).Status.ShouldBe(HttpStatusCode.OK);
        (_cairn.Read(db => db.Learners.Count()), _cairn.Read(db => db.Judgments.Count())).ShouldBe((3, 5));
    }

    [Fact]
    public async Task What_is_wrong_in_a_file_is_told_by_its_row_and_nothing_of_it_comes_in()
    {
        using var lead = await _cairn.Opened();
        await FirstRunSite.Through(lead, FirstRunStep.Levels);
        var wrong = await FirstRunSite.Bring(lead, "competencies", "file", ("sheet.csv", Encoding.UTF8.GetBytes("no,such,columns\n1,2,3\n")));
        (wrong.Status, wrong.Body.Contains("must be mended first", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        (await FirstRunSite.Bring(lead, "competencies", "file")).Status.ShouldBe(HttpStatusCode.BadRequest, "no file was chosen");
        (await FirstRunSite.Bring(lead, "competencies", "anything")).Status.ShouldBe(HttpStatusCode.BadRequest);
        _cairn.Run.Making.Answers!.Framework.ShouldBeNull();
        await FirstRunSite.Bring(lead, "competencies", "starter");
        (await FirstRunSite.Bring(lead, "people", nameof(PeopleFrom.Roster), ("roster.zip", [1, 2, 3]))).Status.ShouldBe(HttpStatusCode.BadRequest);
        _cairn.Run.Making.Answers!.People.ShouldBeNull();
    }

    [Fact]
    public async Task A_level_between_may_be_left_out_and_no_file_is_dropped_without_a_word()
    {
        using var lead = await _cairn.Opened();
        await FirstRunSite.Through(lead, FirstRunStep.District);
        FirstRunSite.Next(await FirstRunSite.Post(lead, "levels", ("scale", "own"), ("level-1", "Seed"), ("level-3", "Tree"), ("line", "3")), "competencies");
        _cairn.Run.Making.Answers!.Levels.ShouldBe(["Seed", "Tree"]);
        _cairn.Run.Making.Answers.Line.ShouldBe(2);
        (await FirstRunSite.Post(lead, "levels", ("scale", "own"), ("level-1", "Seed"), ("level-3", "Tree"), ("line", "2"))).Body.ShouldContain("This number has no word.");
        var unused = await FirstRunSite.Bring(lead, "competencies", "starter", ("sheet.csv", Encoding.UTF8.GetBytes("code,title\nA,B\n")));
        (unused.Status, unused.Body.Contains("You chose a file too.", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        _cairn.Run.Making.Answers.Framework.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_typed_wrong_is_told_and_stays()
    {
        using var lead = await _cairn.Opened();
        var nameless = await FirstRunSite.Post(lead, "district", ("title", ""), ("zone", "Mars/Olympus"), ("language", "tlh"));
        (nameless.Status, nameless.Body.Contains("3 fields", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        Directory.Exists(_cairn.Aside).ShouldBeFalse();
        await FirstRunSite.Through(lead, FirstRunStep.District, "Böblingen–Süd 1");
        _cairn.Run.Making.Answers!.Name.ShouldBe("boblingen-sud-1");
        foreach (var fields in ((string, string)[][])[[("scale", "own"), ("level-1", "One"), ("line", "1")], [("scale", "own"), ("level-1", "One"), ("level-2", "one"), ("line", "1")], [("scale", "own"), ("level-1", "One"), ("level-2", "Two"), ("line", "3")], [("scale", "none")], [("scale", "four"), ("level-1", "Emerging"), ("level-2", "Next")]])
            (await FirstRunSite.Post(lead, "levels", fields)).Status.ShouldBe(HttpStatusCode.BadRequest);
        _cairn.Run.Making.Answers!.Levels.ShouldBeEmpty();
        await FirstRunSite.Through(lead, FirstRunStep.People, "Boblingen");
        _cairn.Run.Making.Answers!.Title.ShouldBe("Boblingen", "a name is mended without beginning anew");
        foreach (var login in (string[])["", "two words", "a\u200bb"]) (await FirstRunSite.Post(lead, "you", ("name", "Dr. Lead"), ("login", login))).Status.ShouldBe(HttpStatusCode.BadRequest);
        FirstRunSite.Next(await FirstRunSite.Post(lead, "you", ("name", "Dr. Lead"), ("login", "lead")), "sign-in");
        (await _cairn.Finish(lead, password: "harbour lant")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _cairn.Finish(lead, code: "000000")).Status.ShouldBe(HttpStatusCode.BadRequest);
        _cairn.Folder.Districts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_in_the_roster_says_so_and_is_one_person()
    {
        using var lead = await _cairn.Opened();
        await FirstRunSite.Through(lead, FirstRunStep.Competencies);
        await FirstRunSite.Bring(lead, "people", nameof(PeopleFrom.Roster), ("roster.zip", new RosterBuilder().Zip().ToArray()));
        Educator known;
        using (var db = _cairn.Run.Making.District!.Open()) known = db.Educators.AsNoTracking().First();
        (await FirstRunSite.Post(lead, "you", ("name", "Somebody"), ("login", known.Username))).Status.ShouldBe(HttpStatusCode.BadRequest, "nobody becomes another by chance");
        FirstRunSite.Next(await FirstRunSite.Post(lead, "you", ("name", "Somebody"), ("login", known.Username), ("mine", "true")), "sign-in");
        (await _cairn.Finish(lead)).Status.ShouldBe(HttpStatusCode.OK);
        _cairn.Read(db => db.RoleGrants.AsNoTracking().Select(one => one.Educator).ToList()).ShouldAllBe(one => one == known.Id);
    }

    [Fact]
    public async Task Who_says_anew_who_they_are_leads_and_nobody_else()
    {
        using var lead = await _cairn.Opened();
        await FirstRunSite.Through(lead, FirstRunStep.Competencies);
        await FirstRunSite.Bring(lead, "people", nameof(PeopleFrom.Roster), ("roster.zip", new RosterBuilder().Zip().ToArray()));
        List<Educator> there;
        using (var db = _cairn.Run.Making.District!.Open()) there = [.. db.Educators.AsNoTracking().OrderBy(one => one.Username)];
        var (first, entrance) = (new FirstLeader(Guid.CreateVersion7(), "Tea One", there[0].Username, true), _cairn.Site.Part<FirstEntrance>());

        // A passkey that is none makes nothing; and whom an earlier try made goes, with the roles.
        FirstRunSite.Next(await FirstRunSite.Post(lead, "you", ("name", "Tea One"), ("login", there[0].Username), ("mine", "true")), "sign-in");
        (await FirstRunSite.Post(lead, "passkey", ("credential", "{}"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        Made().ShouldBe((0, 0, there.Count));
        await entrance.Make(first, "none");
        await entrance.Make(first with { Name = "Dr. New", Login = "new", IsInRoster = false }, "none");
        Made().ShouldBe((1, 2, there.Count + 1));
        await entrance.TakeBack();
        Made().ShouldBe((0, 0, there.Count));

        FirstRunSite.Next(await FirstRunSite.Post(lead, "you", ("name", "Bo Ss"), ("login", "boss")), "sign-in");
        (await _cairn.Finish(lead)).Status.ShouldBe(HttpStatusCode.OK);
        var leads = _cairn.Read(db => db.Educators.AsNoTracking().Where(one => db.RoleGrants.Any(grant => grant.Educator == one.Id)).ToList()).ShouldHaveSingleItem();
        (leads.Username, _cairn.Read(db => db.Accounts.AsNoTracking().Single().Login)).ShouldBe(("boss", "boss"));

        (int Accounts, int Roles, int Educators) Made()
        {
            using var db = _cairn.Run.Making.District!.Open();
            return (db.Accounts.Count(), db.RoleGrants.Count(), db.Educators.Count());
        }
    }

    [Fact]
    public async Task The_districts_language_is_for_whoever_asks_for_none()
    {
        using var lead = await _cairn.Opened();
        await FirstRunSite.Post(lead, "district", ("title", "Cerro Alto"), ("zone", "America/Bogota"), ("language", "es"));
        await FirstRunSite.Post(lead, "levels", ("scale", "four"));
        await FirstRunSite.Bring(lead, "competencies", "none");
        await FirstRunSite.Bring(lead, "people", "Nobody");
        await FirstRunSite.Post(lead, "you", ("name", "Dra. Luz"), ("login", "luz"));
        await _cairn.Finish(lead);
        using var anybody = _cairn.Site.Visitor();
        (await anybody.Get("/sign-in")).Body.ShouldContain("lang=\"es\"");
        (await anybody.Get("/sign-in", ("Accept-Language", "en"))).Body.ShouldContain("<html lang=\"en\"");
        _cairn.Read(db => db.Scales.AsNoTracking().ToList()).ShouldContain(one => one.Levels[0].Label == "Inicio");
    }
}
