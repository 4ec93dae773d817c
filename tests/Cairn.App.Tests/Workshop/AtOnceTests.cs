using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Workshop;

/// <summary>One form sent several times at once: one is taken, and the others are told.</summary>
public sealed class AtOnceTests
{
    private const int Senders = 6;

    [Theory]
    [InlineData("empty")]
    [InlineData("starter")]
    public async Task A_framework_of_one_title_is_made_once_and_the_others_are_told(string from)
    {
        await using var work = await Workplace.Make(withFramework: false);
        using var bench = await work.Bench();
        var answers = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => bench.Post("/workshop/new", ("title", "Brook skills"), ("from", from), ("stages", ""))));
        answers.Select(one => one.Status).Order().ShouldBe([.. Enumerable.Repeat(HttpStatusCode.OK, Senders - 1), HttpStatusCode.Found]);
        foreach (var told in answers.Where(one => one.Status == HttpStatusCode.OK))
        {
            Bench.Faults(told.Body).ShouldHaveSingleItem().ShouldContain("There is one with this title");
            Bench.ValueOf(told.Body, "title").ShouldBe("Brook skills");
        }

        using var db = work.District.Open();
        (db.Frameworks.Count(), db.FrameworkVersions.Count()).ShouldBe((1, 1));
        db.Scales.Select(one => one.Name).ToList().ShouldBeUnique();
    }

    [Fact]
    public async Task A_program_of_one_name_is_made_once_and_the_others_are_told()
    {
        await using var work = await Workplace.Make(withFramework: false);
        using var bench = await work.Bench();
        var answers = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => bench.Post("/workshop/programs", ("name", "Moonshot"), ("organization", $"{work.School.Id.Value:N}"))));
        answers.Select(one => one.Status).Order().ShouldBe([.. Enumerable.Repeat(HttpStatusCode.OK, Senders - 1), HttpStatusCode.Found]);
        answers.Where(one => one.Status == HttpStatusCode.OK).ShouldAllBe(one => Bench.Faults(one.Body).Single().Contains("already", StringComparison.Ordinal));
        using var db = work.District.Open();
        db.Programs.AsNoTracking().ShouldHaveSingleItem().Name.ShouldBe("Moonshot");
    }
}
