using System.IO.Compression;
using System.Net;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Web;

/// <summary>What a reader has is not sent again, and what has changed is.</summary>
public sealed class GridFreshnessTests
{
    private static readonly DateOnly LongAgo = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(-1);

    [Fact]
    public async Task What_the_reader_has_is_not_sent_again_until_something_changes()
    {
        var (ada, ben) = (OddDistrict.Learner("Ada"), OddDistrict.Learner("Ben"));
        await using var odd = await OddDistrict.Make([(ada, LongAgo, null), (ben, LongAgo, null)]);
        using var teacher = await odd.Site.As(odd.Teacher);
        var first = await teacher.Get("/grid");
        await Stays(teacher, first);
        await odd.District.Writer.Record(NewFacts.Judged(ben.Id, level: 3));
        var judged = await Changes(teacher, first);
        GridPage.Of(judged).Said("Ben Plain", "RD.1").ShouldStartWith("3 Solid");
        await odd.District.Writer.Record(NewFacts.Decided(ben.Id, "RD.1", 1, 4, DateTime.UtcNow, author: odd.Educator.Id.Person));
        var decided = await Changes(teacher, judged);
        GridPage.Of(decided).Said("Ben Plain", "RD.1").ShouldContain("set by a person");
        await odd.District.Writer.Alone(turn =>
        {
            turn.Db.Update(ada).Entity.Rename("Adele", "Plain");
            return turn.Db.SaveChanges();
        });
        GridPage.Of(await Changes(teacher, decided)).Names.ShouldBe(["Adele Plain", "Ben Plain"]);
    }

    [Fact]
    public async Task A_decision_that_runs_out_makes_the_grid_new_without_any_fact()
    {
        var clock = new TestClock();
        var ada = OddDistrict.Learner("Ada");
        await using var odd = await OddDistrict.Make([(ada, LongAgo, null)]);
        await odd.District.Writer.Record(NewFacts.Decided(ada.Id, "RD.1", 1, 4, DateTime.UtcNow, until: DateTime.UtcNow.AddMinutes(30), author: odd.Educator.Id.Person));
        await using var site = await RunningSite.Start(odd.Folder, odd.District, [odd.Teacher], clock);
        using var teacher = await site.As(odd.Teacher);
        var first = await teacher.Get("/grid");
        GridPage.Of(first).Said("Ada Plain", "RD.1").ShouldStartWith("4 Extending");
        clock.Pass(TimeSpan.FromMinutes(45));
        GridPage.Of(await Changes(teacher, first)).Cell("Ada Plain", "RD.1").Attribute("class").ShouldBeNull();
    }

    [Fact]
    public async Task In_a_school_of_many_a_decision_shows_for_as_long_as_it_holds_and_a_judgment_at_once()
    {
        var clock = new TestClock();
        var ada = OddDistrict.Learner("Ada");
        await using var odd = await OddDistrict.Make([(ada, LongAgo, null)]);
        var others = Enumerable.Range(0, 220).Select(i => OddDistrict.Learner($"L{i:000}")).ToList();
        await odd.District.Writer.Alone(turn =>
        {
            turn.Insert<Learner>(others);
            turn.Insert(others.Select(one => new Enrollment(new EnrollmentId(Guid.NewGuid()), one.Id, odd.Group.Id, LongAgo, null)));
            return true;
        });
        await odd.District.Writer.Record(NewFacts.Decided(ada.Id, "RD.1", 1, 4, DateTime.UtcNow, until: DateTime.UtcNow.AddMinutes(30), author: odd.Educator.Id.Person));
        await using var site = await RunningSite.Start(odd.Folder, odd.District, [odd.Teacher], clock);
        using var teacher = await site.As(odd.Teacher);
        for (var i = 0; i < 2; i++) GridPage.Of(await teacher.Get("/grid")).Counts("RD.1")["Extending"].ShouldBe(1);
        (await teacher.Get("/grid/rows?from=16")).Body.ShouldContain("L014 Plain");

        clock.Pass(TimeSpan.FromMinutes(45));
        for (var i = 0; i < 2; i++) GridPage.Of(await teacher.Get("/grid")).Counts("RD.1").ShouldNotContainKey("Extending");

        await odd.District.Writer.Record(NewFacts.Judged(others[0].Id, level: 3));
        for (var i = 0; i < 2; i++) GridPage.Of(await teacher.Get("/grid")).Counts("RD.1")["Solid"].ShouldBe(1);
        GridPage.Of(await teacher.Get("/grid?q=L000")).Names.ShouldBe(["L000 Plain"]);
        GridPage.Of(await teacher.Get("/grid?hide=1")).Codes.ShouldBe(["RD.1"]);
        GridPage.Of(await teacher.Get("/grid")).RowCount.ShouldBe(223);
    }

    [Fact]
    public async Task Each_reader_language_and_filter_has_a_page_of_its_own()
    {
        await using var odd = await OddDistrict.Make([(OddDistrict.Learner("Ada"), LongAgo, null)]);
        using var teacher = await odd.Site.As(odd.Teacher);
        using var leader = await odd.Site.As(OddDistrict.Leader);
        string[] tags = [(await teacher.Get("/grid")).Header("ETag"), (await leader.Get("/grid")).Header("ETag"), (await teacher.Get("/grid?area=MA")).Header("ETag"),
            (await teacher.Get("/grid/rows")).Header("ETag"), (await teacher.Get("/grid", ("Accept-Language", "en-XA"))).Header("ETag")];
        tags.Distinct().Count().ShouldBe(tags.Length);
        (await teacher.Get("/grid", ("Accept-Language", "ar-XB"))).Body.ShouldContain("dir=\"rtl\"");
        (await teacher.Get("/grid")).Body.ShouldContain("dir=\"ltr\"");
    }

    [Fact]
    public async Task It_is_pressed_by_whatever_the_browser_takes()
    {
        await using var odd = await OddDistrict.Make([(OddDistrict.Learner("Ada"), LongAgo, null)]);
        using var teacher = await odd.Site.As(odd.Teacher);
        var plain = await teacher.Get("/grid");
        plain.Header("Content-Encoding").ShouldBeEmpty();
        foreach (var (name, open) in new (string, Func<Stream, Stream>)[] { ("br", from => new BrotliStream(from, CompressionMode.Decompress)), ("gzip", from => new GZipStream(from, CompressionMode.Decompress)) })
        {
            var pressed = await teacher.Get("/grid", ("Accept-Encoding", name));
            pressed.Header("Content-Encoding").ShouldBe(name);
            pressed.Header("Vary").ShouldContain("Accept-Encoding");
            pressed.Header("Vary").ShouldContain("Cookie");
            using var reader = new StreamReader(open(new MemoryStream(pressed.Bytes)));
            (await reader.ReadToEndAsync()).ShouldBe(plain.Body);
        }

        (await teacher.Send(HttpMethod.Head, "/grid")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task Stays(Visitor visitor, Answer known)
    {
        var again = await visitor.Get("/grid", ("If-None-Match", known.Header("ETag")));
        (again.Status, again.Bytes.Length).ShouldBe((HttpStatusCode.NotModified, 0));
    }

    private static async Task<Answer> Changes(Visitor visitor, Answer known)
    {
        var changed = await visitor.Get("/grid", ("If-None-Match", known.Header("ETag")));
        changed.Status.ShouldBe(HttpStatusCode.OK);
        changed.Header("ETag").ShouldNotBe(known.Header("ETag"));
        await Stays(visitor, changed);
        return changed;
    }
}
