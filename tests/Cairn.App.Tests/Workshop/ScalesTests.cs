using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Web;
using Cairn.Learning.Scales;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Workshop;

/// <summary>Scales are made, copied and put in place of others; one that is in force is never changed.</summary>
public sealed class ScalesTests
{
    [Fact]
    public async Task A_scale_is_made_and_edited_until_something_in_force_uses_it()
    {
        await using var work = await Workplace.Make(withFramework: false);
        using var bench = await work.Bench();
        await bench.Done("/workshop/scales/new", ("name", "Three steps"), ("number-1", "1"), ("label-1", "Seed"), ("number-2", "2"), ("label-2", "Sprout"), ("from-2", "1,6"),
            ("number-3", "3"), ("label-3", "Tree"), ("line", "2"), ("offered-Missed", null), ("word-InsufficientEvidence", "Show me more"));
        var scale = Named(work, "Three steps");
        scale.Levels.ShouldBe([new(1, 1, "Seed"), new(2, 1.6m, "Sprout"), new(3, 3, "Tree")]);
        scale.Line.ShouldBe(2);
        scale.NonScores.ShouldBe([new(NonScore.Missed, "", false), new(NonScore.InsufficientEvidence, "Show me more", true), new(NonScore.NotAssessed, "", true)]);
        await bench.Done($"/workshop/scales/{scale.Id.Value:N}", ("label-3", "Forest"));
        Named(work, "Three steps").Levels[2].Label.ShouldBe("Forest");
        var draft = await bench.Done("/workshop/new", ("title", "Garden"), ("from", "empty"), ("stages", ""));
        await bench.Done($"{draft}/areas/new", ("title", "Garden"), ("code", "G"));
        await bench.Done($"{draft}/competencies/new", ("title", "Sowing"), ("code", "G.1"), ("statement", "I can sow."), ("scale", scale.Id.Value.ToString()));
        await bench.Done($"/workshop/scales/{scale.Id.Value:N}", ("label-3", "Wood"));
        await bench.Done($"{draft}/adopt", ("about", "First."), ("sure", "true"));
        (await bench.Visitor.Get($"/workshop/scales/{scale.Id.Value:N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await bench.Post($"/workshop/scales/{scale.Id.Value:N}", ("name", "x"), ("number-1", "1"), ("line", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        Named(work, "Three steps").Levels[2].Label.ShouldBe("Wood");
    }

    [Theory]
    [InlineData("number-2", "1", "Each row has a higher number")]
    [InlineData("number-2", "two", "Write a number from 0")]
    [InlineData("line", "7", "Write the number of one of the rows above.")]
    [InlineData("name", "", "Write something here")]
    public async Task A_scale_that_is_none_is_refused(string field, string value, string why)
    {
        await using var work = await Workplace.Make(withFramework: false);
        using var bench = await work.Bench();
        (string, string?)[] good = [("name", "Steps"), ("number-1", "1"), ("number-2", "2"), ("line", "2")];
        var answer = await bench.Fill("/workshop/scales/new", [.. good.Where(one => one.Item1 != field), (field, value)]);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        Bench.Faults(answer.Body).ShouldContain(one => one.Contains(why, StringComparison.Ordinal));
        Bench.ValueOf(answer.Body, field).ShouldBe(value);
    }

    [Fact]
    public async Task Another_scale_of_the_same_numbers_takes_its_place_from_a_day_on()
    {
        await using var work = await Workplace.Make();
        await work.Record(NewFacts.Judged(work.Ada.Id, "RD.1", level: 3, shown: Workplace.Start.AddDays(-3)));
        using var bench = await work.Bench();
        var levels = Named(work, "Levels");
        await bench.Done($"/workshop/scales/new?from={levels.Id.Value:N}", ("name", "Our words"), ("label-3", "There"), ("line", "4"));
        await bench.Done("/workshop/scales/new", ("name", "Ten"), ("number-1", "1"), ("number-2", "10"), ("line", "10"));
        var page = $"{work.Path}/scales";
        Bench.Faults((await bench.Fill(page, ("for", $"s-{levels.Id.Value:N}"), ("scale", $"{Named(work, "Ten").Id.Value:N}"))).Body).ShouldHaveSingleItem().ShouldContain("Ten has other numbers");
        await bench.Done(page, ("for", $"s-{levels.Id.Value:N}"), ("scale", $"{Named(work, "Our words").Id.Value:N}"));
        var why = await bench.Read(Visit.PathOf(work.Ada.Id, "RD.1"));
        why.ShouldContain("3 There");
        why.ShouldContain("3 Solid", customMessage: "what was judged before keeps the words of its scale");
        (await bench.Read(page)).ShouldContain("40 competencies");
        var habit = work.District.Frameworks[0].Content.Find("HB.1")!;
        work.District.Frameworks[0].Rules.ScaleOf(habit.Id).ShouldBeNull("habits are judged on a scale of their own");
        Cairn.Learning.Mastery.Standing.ScaleOf(work.District.Frameworks[0].Content.Find("RD.1")!, work.District.Frameworks[0].Content, work.District.Frameworks[0].Rules).Line.ShouldBe(4);
    }

    private static ProficiencyScale Named(Workplace work, string name)
    {
        using var db = work.District.Open();
        return db.Scales.AsNoTracking().Single(one => one.Name == name);
    }
}
