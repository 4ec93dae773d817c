using System.Net;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

public sealed partial class AssessingTests(JudgingSite site) : IClassFixture<JudgingSite>
{
    private static string Row(string code) => $"{DemoFramework.CompetencyOf(code).Value:N}";

    private static string Form(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var all = new List<string>();
        foreach (var (name, value) in fields) all.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        return string.Join('&', all);
    }

    private async Task<Answer> Post(Actor who, string path, params (string Name, string Value)[] fields)
    {
        using var visitor = await site.Site.As(who);
        return await visitor.Send(path, Form(fields), "application/x-www-form-urlencoded");
    }

    private async Task<Answer> Get(Actor who, string path)
    {
        using var visitor = await site.Site.As(who);
        return await visitor.Get(path);
    }

    private static string Judge(Learner learner) => $"/learners/{learner.Id.Value:N}/judge";

    private static EvidenceId PieceOf(Answer done) => new(Guid.Parse(done.Header("Location")["/evidence/".Length..].Split('?')[0]));

    /// <summary>A piece that the teacher judged 3 in RD.1, and its address.</summary>
    private async Task<(EvidenceId Id, string Path)> Piece(Learner learner, string title, params (string Name, string Value)[] more)
    {
        var done = await Post(site.Teacher, Judge(learner), [("id", Guid.CreateVersion7().ToString("N")), ("title", title), ($"said.{Row("RD.1")}", "3"), .. more]);
        (done.Status, done.Header("Location").StartsWith("/evidence/", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Found, true), done.Body);
        return (PieceOf(done), $"/evidence/{PieceOf(done).Value:N}");
    }

    [Fact]
    public async Task One_request_takes_a_file_and_judges_five_competencies_and_keeps_the_form_for_the_next()
    {
        var learner = site.Room[2];
        using var visitor = await site.Site.As(site.Teacher);
        byte[] png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        string[] codes = ["RD.1", "RD.2", "RD.3", "RD.4", "MA.1"];
        var page = await visitor.Get($"{Judge(learner)}?{string.Join('&', codes.Select(code => $"competency={code}"))}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("of 24 in");
        var done = await visitor.Bring(Judge(learner), [("id", Guid.CreateVersion7().ToString("N")), ("title", "Model bridge"), ("do", "next"), .. codes.Select(code => ("competency", Row(code))), .. codes.Select((code, i) => ($"said.{Row(code)}", i == 4 ? "missed" : $"{(i % 4) + 1}"))], [("bridge.png", png)]);
        done.Status.ShouldBe(HttpStatusCode.Found, done.Body);
        var next = done.Header("Location");
        next.ShouldStartWith("/learners/");
        next.ShouldNotContain($"{learner.Id.Value:N}");
        codes.SelectMany(code => site.Said(learner, site.Teacher, code)).Select(one => one.Evidence).Distinct().Count().ShouldBe(1);
        codes.Select(code => site.Said(learner, site.Teacher, code).Single()).Select(one => (one.Level, one.NonScore)).ShouldBe([(1m, null), (2m, null), (3m, null), (4m, null), ((decimal?)null, (NonScore?)NonScore.Missed)]);
        var piece = site.Said(learner, site.Teacher, "RD.1").Single().Evidence!.Value;
        var file = site.Read(db => db.Set<ArtifactFile>().Single(one => one.Evidence == piece));
        (file.Type, file.Name).ShouldBe(("image/png", "bridge.png"));
        var form = (await visitor.Get(next)).Body;
        form.ShouldContain("value=\"Model bridge\"");
        foreach (var code in codes) form.ShouldContain($"name=\"competency\" value=\"{Row(code)}\"");
    }

    [Fact]
    public async Task A_file_has_the_limits_of_a_capture_and_counts_for_who_brought_it()
    {
        var learner = site.Room[14];
        using var visitor = await site.Site.As(site.Teacher);
        Task<Answer> Bring(string name, byte[] bytes) => visitor.Bring(Judge(learner), [("id", Guid.CreateVersion7().ToString("N")), ("title", "Kept <i>words</i>"), ($"said.{Row("RD.1")}", "3")], [(name, bytes)]);
        var before = site.Read(db => Cairn.Storage.Captures.CaptureRows.BytesOf(db, new PersonId(site.Teacher.Person), DateTime.UtcNow.AddDays(-1)));
        var (paper, picture) = (new byte[27 << 20], new byte[33 << 20]);
        "%PDF-1.7\n"u8.CopyTo(paper);
        Convert.FromHexString("FFD8FFE000104A46494600010100000100010000").CopyTo(picture, 0);

        (await Bring("long.pdf", paper)).Status.ShouldBe(HttpStatusCode.Found, "a document may have 64 MB at both doors");
        var large = await Bring("wide.jpg", picture);
        large.Whole.ShouldContain("That file is too large.");
        large.Body.ShouldContain("Kept &lt;i&gt;words&lt;/i&gt;");
        (await Bring("broken.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3])).Whole.ShouldContain("That picture is damaged.");
        (await Bring("tool.exe", [0x4D, 0x5A, 0, 0, 1, 2, 0xFF, 0xFE])).Whole.ShouldContain("That kind of file is not taken.");

        site.Read(db => Cairn.Storage.Captures.CaptureRows.BytesOf(db, new PersonId(site.Teacher.Person), DateTime.UtcNow.AddDays(-1))).ShouldBe(before + paper.Length);
        site.Said(learner, site.Teacher).ShouldHaveSingleItem();
        // A page is kept as the text that it is, whatever it is called: no browser runs it.
        var page = await Bring("page.pdf", "<!doctype html><script>alert(1)</script>"u8.ToArray());
        var piece = PieceOf(page);
        site.Read(db => db.Set<ArtifactFile>().Single(one => one.Evidence == piece)).Type.ShouldBe("text/plain");
    }

    [Fact]
    public async Task A_form_that_comes_again_is_one_piece()
    {
        var (learner, id) = (site.Room[3], Guid.CreateVersion7().ToString("N"));
        var fields = new[] { ("id", id), ("title", "Letter"), ($"said.{Row("RD.1")}", "3"), ($"words.{Row("RD.1")}", "clear and kind") };
        var first = await Post(site.Teacher, Judge(learner), fields);
        (await Post(site.Teacher, Judge(learner), fields)).Header("Location").ShouldBe(first.Header("Location"));
        var said = site.Said(learner, site.Teacher).ShouldHaveSingleItem();
        site.Read(db => db.Set<JudgmentText>().Single(one => one.Judgment == said.Id)).Reason.ShouldBe("clear and kind");
    }

    [Fact]
    public async Task Words_alone_claim_and_do_not_judge()
    {
        var learner = site.Room[4];
        var done = await Post(site.Teacher, Judge(learner), ("id", Guid.CreateVersion7().ToString("N")), ("title", "Talk"), ($"said.{Row("RD.2")}", "words"), ($"words.{Row("RD.2")}", "asks why"));
        done.Status.ShouldBe(HttpStatusCode.Found, done.Body);
        site.Said(learner, site.Teacher, "RD.2").ShouldBeEmpty();
        var id = PieceOf(done);
        site.Read(db => db.Set<Claim>().Count(one => one.Evidence == id)).ShouldBe(1);
        (await Get(site.Self(site.Room[0]), done.Header("Location"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Get(site.Teacher, done.Header("Location"))).Body.ShouldContain("asks why");
    }

    [Fact]
    public async Task What_is_wrong_in_the_form_is_told_and_nothing_is_lost_or_saved()
    {
        var learner = site.Room[5];
        var future = DemoSite.Today.AddDays(4).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (name, value) in ((string, string)[])[("day", future), ("day", "yesterday"), ($"said.{Row("RD.1")}", "17"), ($"said.{Row("RD.1")}", "lots"), ("link", "javascript:alert(1)"), ("title", new string('x', 201)), ($"words.{Row("RD.1")}", new string('x', 2001))])
        {
            var answer = await Post(site.Teacher, Judge(learner), [("id", Guid.CreateVersion7().ToString("N")), ("note", "kept <i>words</i>"), .. name == $"said.{Row("RD.1")}" ? [] : new[] { ($"said.{Row("RD.1")}", "3") }, (name, value)]);
            (answer.Status, answer.Body.Contains("kept &lt;i&gt;words&lt;/i&gt;", StringComparison.Ordinal), answer.Body.Contains("role=\"alert\"", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true, true), name + value);
        }

        (await Post(site.Teacher, Judge(learner), ("id", Guid.CreateVersion7().ToString("N")), ("title", "Empty"))).Body.ShouldContain("Say something first");
        using var visitor = await site.Site.As(site.Teacher);
        (await visitor.Bring(Judge(learner), [("id", Guid.CreateVersion7().ToString("N")), ($"said.{Row("RD.1")}", "3")], [("tool.exe", [0x4D, 0x5A, 0, 0, 1, 2, 0xFF, 0xFE])])).Body.ShouldContain("That kind of file is not taken");
        site.Said(learner, site.Teacher).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_does_not_judge_the_learner_has_no_form()
    {
        var learner = site.Room[6];
        foreach (var (who, whom, status) in ((Actor, Learner, HttpStatusCode)[])[(site.OtherTeacher, learner, HttpStatusCode.NotFound), (site.Substitute, learner, HttpStatusCode.Forbidden), (site.Leader, learner, HttpStatusCode.Forbidden), (site.Parent, site.OwnChild, HttpStatusCode.Forbidden), (site.Family, site.OwnChild, HttpStatusCode.Forbidden)])
        {
            (await Get(who, Judge(whom))).Status.ShouldBe(status);
            (await Post(who, Judge(whom), ("id", Guid.CreateVersion7().ToString("N")), ($"said.{Row("RD.1")}", "3"))).Status.ShouldBe(status);
        }
    }

    [Fact]
    public async Task Two_educators_stand_side_by_side_on_a_piece_and_one_puts_their_own_right()
    {
        var learner = site.Room[7];
        var (id, path) = await Piece(learner, "Poster");
        var claim = (("claim", Row("RD.1")), ("stage", $"{site.Said(learner, site.Teacher).Single().Stage}"));
        (await Post(site.CoTeacher, $"{path}/judgments", claim.Item1, claim.Item2, ("said", "1"), ("why", "<script>alert(1)</script>"))).Status.ShouldBe(HttpStatusCode.Found);
        (await Post(site.Teacher, $"{path}/judgments", claim.Item1, claim.Item2, ("said", "4"))).Status.ShouldBe(HttpStatusCode.Found);
        site.Said(learner).Where(one => one.Evidence == id).Select(one => one.Level).ShouldBe([1m, 4m]);
        var body = (await Get(site.Teacher, path)).Body;
        body.ShouldContain("Ms. Ruiz");
        body.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        foreach (var who in (Actor[])[site.OtherTeacher, site.Family]) (await Post(who, $"{path}/judgments", claim.Item1, claim.Item2, ("said", "2"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Post(site.Substitute, $"{path}/judgments", claim.Item1, claim.Item2, ("said", "2"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Post(site.Teacher, $"{path}/judgments", claim.Item1, claim.Item2, ("said", "7"))).Body.ShouldContain("There is no such level");
        (await Post(site.Teacher, $"{path}/judgments", ("claim", Row("RD.2")), ("stage", ""), ("said", "2"))).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Said(learner).Count(one => one.Evidence == id).ShouldBe(2);
    }

    [Fact]
    public async Task A_judgment_is_taken_back_by_who_said_it_with_a_reason_and_by_nobody_else()
    {
        var learner = site.Room[8];
        var (id, path) = await Piece(learner, "Song");
        var fact = site.Said(learner, site.Teacher).Single().Id.Value.ToString("N");
        (await Post(site.CoTeacher, $"{path}/retractions", ("kind", "judgment"), ("fact", fact), ("reason", "no"))).Body.ShouldContain("Somebody else said this");
        (await Post(site.CoTeacher, $"{path}/retractions", ("kind", "evidence"), ("fact", id.Value.ToString("N")), ("reason", "no"))).Body.ShouldContain("Somebody else said this");
        (await Post(site.Teacher, $"{path}/retractions", ("kind", "judgment"), ("fact", fact), ("reason", ""))).Status.ShouldBe(HttpStatusCode.OK);
        (await Post(site.Teacher, $"{path}/retractions", ("kind", "judgment"), ("fact", Guid.NewGuid().ToString("N")), ("reason", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Said(learner, site.Teacher).Count.ShouldBe(1);
        (await Post(site.Teacher, $"{path}/retractions", ("kind", "judgment"), ("fact", fact), ("reason", "typed for another"))).Status.ShouldBe(HttpStatusCode.Found);
        site.Said(learner, site.Teacher).ShouldBeEmpty();
        (await Post(site.Teacher, $"{path}/retractions", ("kind", "evidence"), ("fact", id.Value.ToString("N")), ("reason", "twice"))).Status.ShouldBe(HttpStatusCode.Found);
        (await Get(site.Teacher, path)).Body.ShouldContain("This piece was taken back");
        (await Post(site.Teacher, $"{path}/feedback", ("words", "x"), ("where", "whole"))).Body.ShouldContain("was taken back");
    }

    [Fact]
    public async Task A_learner_says_their_own_and_who_judges_reads_it_after_their_own()
    {
        var learner = site.Room[0];
        var (id, path) = await Piece(learner, "Comic");
        var at = $"{Row("RD.1")}.{site.Said(learner, site.Teacher).Single(one => one.Evidence == id).Stage}";
        (await Get(site.Self(learner), path)).Body.ShouldContain("How do you see it?");
        (await Post(site.Self(learner), $"{path}/own", ($"said.{at}", "2"), ($"why.{at}", "I ran out of time & ink"))).Status.ShouldBe(HttpStatusCode.Found);
        site.Said(learner).Single(one => one.Evidence == id && one.Role == JudgeRole.Learner).Level.ShouldBe(2);
        (await Get(site.Self(learner), path)).Body.ShouldContain("I ran out of time &amp; ink");
        (await Get(site.CoTeacher, path)).Body.ShouldNotContain("I ran out of time");
        (await Get(site.CoTeacher, path)).Body.ShouldContain("looked at this too");
        (await Get(site.Teacher, path)).Body.ShouldContain("I ran out of time &amp; ink");
        (await Post(site.Self(site.Room[1]), $"{path}/own", ($"said.{at}", "2"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Post(site.Teacher, $"{path}/own", ($"said.{at}", "2"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Post(site.Self(learner), $"{path}/own", ($"said.{at}", "9"))).Status.ShouldBe(HttpStatusCode.OK);
        (await Post(site.Self(learner), $"{path}/own", ("said.nonsense", "2"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Feedback_stands_at_its_place_and_no_other_place_can_be_said()
    {
        var learner = site.Room[9];
        var (id, path) = await Piece(learner, "Essay", ("note", "The river <b>remembers</b> every stone."));
        (await Post(site.Teacher, $"{path}/feedback", ("words", "Lovely <i>image</i>"), ("where", "passage"), ("at", "<b>remembers</b> every"))).Status.ShouldBe(HttpStatusCode.Found);
        var said = site.Read(db => db.Set<Feedback>().Single(one => one.Evidence == id));
        (said.Kind, said.First, said.Second).ShouldBe((AnchorKind.Passage, 10, 22));
        var body = (await Get(site.Teacher, path)).Body;
        body.ShouldContain($"<mark id=\"at-{said.Id.Value:N}\">&lt;b&gt;remembers&lt;/b&gt; every</mark>");
        body.ShouldContain("Lovely &lt;i&gt;image&lt;/i&gt;");
        foreach (var (where, at) in ((string, string)[])[("passage", "not there"), ("passage", ""), ("time.1", "1:05"), ("spot", "10, 10"), ("nowhere", ""), ("whole.7", "")])
            (await Post(site.Teacher, $"{path}/feedback", ("words", "x"), ("where", where), ("at", at))).Status.ShouldBe(HttpStatusCode.OK, where + at);
        (await Post(site.Substitute, $"{path}/feedback", ("words", "x"), ("where", "whole"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Post(site.OtherTeacher, $"{path}/feedback", ("words", "x"), ("where", "whole"))).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Read(db => db.Set<Feedback>().Count(one => one.Evidence == id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("One stone.\nA river, one stone.", "one stone", 20, 9, 20, 9)]
    [InlineData("Stone.\r\nStone.\r\nStone.", "Stone.", 14, 6, 16, 6)]
    [InlineData("a b a", "a", 4, 1, 4, 1)]
    public async Task The_second_of_two_like_passages_is_meant_where_it_was_marked(string text, string at, int first, int letters, int begins, int length)
    {
        var (id, path) = await Piece(site.Room[11], "Stones", ("note", text));
        var reading = site.Read(db => db.EvidenceTexts.Single(one => one.Evidence == id).Context is { Length: > 0 } words ? words : db.EvidenceTexts.Single(one => one.Evidence == id).Comment);
        // What came in with one letter at the end of a line has one.
        var shift = reading.Contains('\r', StringComparison.Ordinal) ? begins - first : 0;
        (await Post(site.Teacher, $"{path}/feedback", ("words", "this one"), ("where", "passage"), ("at", at), ("first", $"{first}"), ("letters", $"{letters}"))).Status.ShouldBe(HttpStatusCode.Found);
        var said = site.Read(db => db.Set<Feedback>().Single(one => one.Evidence == id));
        (said.First, said.Second, reading.Substring(said.First, said.Second)).ShouldBe((first + shift, length, at));
    }

    [Theory]
    [InlineData("900", "4")]
    [InlineData("2147483647", "2147483647")]
    [InlineData("0", "0")]
    [InlineData("-1", "4")]
    [InlineData("x", "")]
    public async Task A_place_that_the_text_does_not_have_is_found_by_its_words(string first, string letters)
    {
        var (id, path) = await Piece(site.Room[12], "Rivers", ("note", "A river goes on."));
        (await Post(site.Teacher, $"{path}/feedback", ("words", "x"), ("where", "passage"), ("at", "river"), ("first", first), ("letters", letters))).Status.ShouldBe(HttpStatusCode.Found);
        (await Post(site.Teacher, $"{path}/feedback", ("words", "x"), ("where", "passage"), ("at", ""), ("first", first), ("letters", letters))).Status.ShouldBe(HttpStatusCode.OK);
        var said = site.Read(db => db.Set<Feedback>().Single(one => one.Evidence == id));
        (said.First, said.Second).ShouldBe((2, 5));
    }

    [Fact]
    public async Task A_family_reads_a_word_for_a_level_and_no_number_and_no_empty_box()
    {
        var (id, path) = await Piece(site.OwnChild, "Kite");
        var page = await Get(site.Family, path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("Solid");
        page.Body.ShouldNotContain("3 Solid");
        page.Body.ShouldNotContain("Nothing said");
        page.Body.ShouldNotContain("data-point");
        (await Get(site.Teacher, path)).Body.ShouldContain("3 Solid");
        (await Post(site.Family, $"{path}/feedback", ("words", "x"), ("where", "whole"))).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Read(db => db.Set<Feedback>().Any(one => one.Evidence == id)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_spot_in_a_picture_is_said_in_percent()
    {
        var learner = site.Room[10];
        using var visitor = await site.Site.As(site.Teacher);
        byte[] png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var path = (await visitor.Bring(Judge(learner), [("id", Guid.CreateVersion7().ToString("N")), ($"said.{Row("RD.1")}", "3")], [("a.png", png)])).Header("Location").Split('?')[0];
        (await Post(site.Teacher, $"{path}/feedback", ("words", "here"), ("where", "spot.1"), ("at", "40, 25.5 %"))).Status.ShouldBe(HttpStatusCode.Found);
        var id = new EvidenceId(Guid.Parse(path["/evidence/".Length..]));
        var said = site.Read(db => db.Set<Feedback>().Single(one => one.Evidence == id));
        (said.Kind, said.First, said.Second, said.Position).ShouldBe((AnchorKind.Spot, 400, 255, 1));
        (await Post(site.Teacher, $"{path}/feedback", ("words", "here"), ("where", "spot.1"), ("at", "140, 3"))).Status.ShouldBe(HttpStatusCode.OK);
        var body = (await Get(site.Teacher, path)).Body;
        body.ShouldContain("40 % across, 25.5 % down");
        body.ShouldContain("<svg x=\"40%\" y=\"25.5%\">");
        body.ShouldContain("?as=large");
    }
}
