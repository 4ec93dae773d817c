using System.Net;
using Cairn.App.Features.Learners;
using Cairn.App.Ui.Words;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Web;

public sealed class GridTests(DemoSite demo)
{
    private FrameworkInForce Framework => demo.District.Frameworks[0];

    [Fact]
    public async Task A_teacher_sees_every_learner_of_the_room_and_nobody_else()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var grid = GridPage.Of(await teacher.Get("/grid"));
        grid.Names.Order(StringComparer.Ordinal).ShouldBe(demo.Room.Select(one => one.FullName).Order(StringComparer.Ordinal));
        grid.RowCount.ShouldBe(demo.Room.Count + 2);
        using var other = await demo.Site.As(demo.OtherTeacher);
        GridPage.Of(await other.Get("/grid")).Names.Order(StringComparer.Ordinal).ShouldBe(demo.OtherRoom.Select(one => one.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_leader_sees_everyone_or_one_room()
    {
        using var leader = await demo.Site.As(demo.Leader);
        GridPage.Of(await leader.Get("/grid")).Names.Count.ShouldBe(demo.Everyone.Count());
        var room = GridPage.Of(await leader.Get($"/grid?group={GroupOf(demo.Other):N}"));
        room.Names.Order(StringComparer.Ordinal).ShouldBe(demo.OtherRoom.Select(one => one.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_teachers_room_is_as_if_no_room_was_asked_for()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        foreach (var path in (string[])["/grid", "/grid/rows"])
        {
            var theirs = await teacher.Get($"{path}?group={GroupOf(demo.Other):N}");
            demo.OtherRoom.ShouldAllBe(one => !theirs.Whole.Contains(one.FullName, StringComparison.Ordinal));
            GridPage.Of(theirs).Names.Count.ShouldBe(demo.Room.Count);
        }
    }

    [Fact]
    public async Task Every_cell_says_what_the_learners_own_home_says()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var grid = GridPage.Of(await teacher.Get("/grid"));
        using var db = demo.District.Open();
        var scope = new Scope(db, Grants.LeaderOf(demo.Leader.Person), DateOnly.FromDateTime(DateTime.UtcNow));
        foreach (var learner in demo.Room)
        {
            var lines = LearnerLine.Of(Framework, learner, scope.StandingIn(learner.Id, Framework.Content.Framework.Id), true, DateTime.UtcNow, Words.For("en"))
                .Where(one => Framework.Content.AreaOf(one.Competency).Kind == AreaKind.Learning).ToList();
            lines.Select(one => one.Competency.Code).ShouldBe(grid.Codes);
            foreach (var line in lines)
            {
                var (cell, said) = (grid.Cell(learner.FullName, line.Competency.Code), grid.Said(learner.FullName, line.Competency.Code));
                var what = $"{learner.FullName} {line.Competency.Code}: {said}";
                said.Trim().ShouldStartWith(line.LevelText, customMessage: what);
                cell.Attribute("class")?.Value.ShouldBe($"L{line.Step}", what);
                (line.Step == 0).ShouldBe(cell.Attribute("class") is null, what);
                if (line.Cell.Boxes.Required > 0) said.ShouldContain($"{line.Cell.Boxes.Completed} of {line.Cell.Boxes.Required}", customMessage: what);
                said.Contains("set by a person", StringComparison.Ordinal).ShouldBe(line.IsSetByPerson, what);
                if (line.Cell.Pieces != line.Cell.Boxes.Completed) said.ShouldContain($"pieces: {line.Cell.Pieces}", customMessage: what);
            }
        }
    }

    [Fact]
    public async Task The_bar_of_a_column_counts_every_row_once()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var grid = GridPage.Of(await teacher.Get("/grid"));
        foreach (var code in grid.Codes)
        {
            var counts = grid.Counts(code);
            counts.Values.Sum().ShouldBe(demo.Room.Count, code);
            var column = grid.Codes.ToList().IndexOf(code);
            grid.Rows.Count(row => row.Elements("td").ElementAt(column).Attribute("class")?.Value == "L3")
                .ShouldBe(counts.GetValueOrDefault("Solid") + counts.GetValueOrDefault("shown"), code);
        }
    }

    [Fact]
    public async Task Filters_choose_areas_habits_names_and_what_has_results()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        GridPage.Of(await teacher.Get("/grid?area=MA")).Codes.ShouldAllBe(one => one.StartsWith("MA.", StringComparison.Ordinal));
        GridPage.Of(await teacher.Get("/grid?area=HB")).Codes.ShouldAllBe(one => one.StartsWith("HB.", StringComparison.Ordinal));
        GridPage.Of(await teacher.Get("/grid")).Codes.ShouldNotContain(one => one.StartsWith("HB.", StringComparison.Ordinal));
        var found = GridPage.Of(await teacher.Get($"/grid?q={Uri.EscapeDataString(demo.Own.FullName.ToUpperInvariant())}"));
        found.Names.ShouldBe([demo.Own.FullName]);
        var hidden = GridPage.Of(await teacher.Get($"/grid?hide=1&q={Uri.EscapeDataString(demo.Own.FullName)}"));
        hidden.Codes.ShouldBe(found.Codes.Where(code => !found.Said(demo.Own.FullName, code).Contains("not yet seen", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_a_stage_only_those_stand_there_who_have_entered_it()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var stage = demo.StageOf(demo.Own, "RD.1");
        var grid = GridPage.Of(await teacher.Get($"/grid?stage={stage}"));
        grid.Names.ShouldContain(demo.Own.FullName);
        grid.RowCount.ShouldBeLessThan(demo.Room.Count + 2);
        (await teacher.Get("/grid?stage=255")).Body.ShouldContain("Nobody and nothing fits");
    }

    [Fact]
    public async Task Learners_stand_in_the_order_that_is_asked_for()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var compare = StringComparer.Create(new System.Globalization.CultureInfo("en-US"), ignoreCase: true);
        GridPage.Of(await teacher.Get("/grid")).Names.ShouldBe(demo.Room.OrderBy(one => one.GivenName, compare).ThenBy(one => one.FamilyName, compare).Select(one => one.FullName));
        GridPage.Of(await teacher.Get("/grid?sort=family")).Names.ShouldBe(demo.Room.OrderBy(one => one.FamilyName, compare).ThenBy(one => one.GivenName, compare).Select(one => one.FullName));
        GridPage.Of(await teacher.Get("/grid?sort=age")).Names[0].ShouldBe(demo.Room.MaxBy(one => one.BirthDate)!.FullName);
    }

    [Fact]
    public async Task An_earlier_day_shows_what_the_reasons_of_that_day_conclude()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(-7);
        var grid = GridPage.Of(await teacher.Get($"/grid?on={day:yyyy-MM-dd}&area=RD"));
        var today = GridPage.Of(await teacher.Get("/grid?area=RD"));
        foreach (var code in grid.Codes)
        {
            var why = await teacher.Get($"{DemoSite.Competency(demo.Own, code)}?shownBy={day:yyyy-MM-dd}");
            var cell = grid.Cell(demo.Own.FullName, code);
            if (cell.Attribute("class") is { } look) why.Body.ShouldContain($"LevelChip {look.Value}", customMessage: code);
        }

        grid.Codes.ShouldContain(code => grid.Said(demo.Own.FullName, code) != today.Said(demo.Own.FullName, code));
        var before = GridPage.Of(await teacher.Get("/grid?on=2001-01-01&area=RD"));
        before.Codes.ShouldAllBe(code => before.Counts(code).Keys.Single() == "not yet seen");
    }

    [Fact]
    public async Task Without_scripts_every_cell_can_be_a_link_to_its_reasons()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        (await teacher.Get("/grid?area=RD")).Whole.ShouldContain("/grid?area=RD&links=1");
        var grid = GridPage.Of(await teacher.Get("/grid?area=RD&links=1"));
        foreach (var code in grid.Codes)
            grid.Cell(demo.Own.FullName, code).Element("a")!.Attribute("href")!.Value.ShouldBe(DemoSite.Competency(demo.Own, code));
        (await teacher.Get(DemoSite.Competency(demo.Own, grid.Codes[0]))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_statements_of_the_columns_come_when_they_are_asked_for()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var statements = await teacher.Get("/grid/statements");
        Framework.Content.Competencies.ShouldAllBe(one => statements.Whole.Contains($"<dt>{one.Code}</dt><dd>{one.Statement}</dd>", StringComparison.Ordinal));
        (await teacher.Get("/grid/statements", ("If-None-Match", statements.Header("ETag")))).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    private Guid GroupOf(Learner learner)
    {
        using var db = demo.District.Open();
        var who = learner.Id;
        return db.Enrollments.First(one => one.Learner == who).Group.Value;
    }
}
