using System.Net;
using System.Text.RegularExpressions;
using Cairn.Learning;
using Cairn.Learning.Judgments;

namespace Cairn.App.Tests.Classroom;

public sealed partial class AssessingTests
{
    [Fact]
    public async Task A_learner_says_all_of_a_piece_with_one_save_or_nothing_of_it()
    {
        var learner = site.Room[1];
        var (id, path) = await Piece(learner, "Atlas", ($"said.{Row("RD.2")}", "2"));
        var page = (await Get(site.Self(learner), path)).Body;
        page.Split($"action=\"{path}/own\"").Length.ShouldBe(2, "one form");
        var rows = Regex.Matches(page, "name=\"(?<name>said\\.[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(one => one.Groups["name"].Value).ToList();
        rows.Count.ShouldBe(2);
        (await Post(site.Self(learner), $"{path}/own", (rows[0], "3"), (rows[1], "9"))).Status.ShouldBe(HttpStatusCode.OK, "no such level");
        (await Post(site.Self(learner), $"{path}/own", (rows[0], ""), (rows[1], ""))).Status.ShouldBe(HttpStatusCode.OK, "nothing said");
        site.Said(learner).Count(one => one.Evidence == id && one.Role == JudgeRole.Learner).ShouldBe(0);
        (await Post(site.Self(learner), $"{path}/own", (rows[0], "3"), (rows[1], "2"))).Status.ShouldBe(HttpStatusCode.Found);
        site.Said(learner).Concat(site.Said(learner, code: "RD.2")).Where(one => one.Evidence == id && one.Role == JudgeRole.Learner).Select(one => one.Level).Order().ShouldBe([2m, 3m]);
        (await Get(site.Self(learner), path)).Body.ShouldNotContain("/own\"");
    }

    [Fact]
    public async Task Two_levels_of_one_piece_say_who_said_which()
    {
        var learner = site.Room[11];
        var (id, path) = await Piece(learner, "Two views");
        var stage = $"{site.Said(learner, site.Teacher).Single(one => one.Evidence == id).Stage}";
        (await Post(site.CoTeacher, $"{path}/judgments", ("claim", Row("RD.1")), ("stage", stage), ("said", "2"))).Status.ShouldBe(HttpStatusCode.Found);
        var body = (await Get(site.Teacher, $"/learners/{learner.Id.Value:N}/work")).Whole;
        var teacher = new EducatorId(site.Teacher.Person);
        body.ShouldContain($"({site.Read(db => db.Educators.First(one => one.Id == teacher).DisplayName)})");
        body.ShouldContain($"({site.CoTeacher.Name})");
    }
}
