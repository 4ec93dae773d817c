using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Workshop;

/// <summary>A district calls things as it likes, in each language, and every page follows.</summary>
public sealed class OwnWordsTests
{
    [Fact]
    public async Task A_word_of_the_districts_own_is_said_on_every_page_at_once()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Done("/workshop/words", ("one-competency", "skill"), ("many-competency", "skills"), ("one-learner", "scholar"), ("many-learner", "scholars"));
        (await bench.Read("/learners")).ShouldContain("2 scholars");
        (await bench.Read("/framework")).ShouldContain("Every skill in words");
        Bench.ValueOf(await bench.Read("/workshop/words"), "many-competency").ShouldBe("skills");
        await bench.Done("/workshop/words", ("one-learner", ""), ("many-learner", ""));
        (await bench.Read("/learners")).ShouldContain("2 learners");
    }

    [Fact]
    public async Task Each_language_has_its_own()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Done("/workshop/words?language=es", ("one-learner", "alumno"), ("many-learner", "alumnos"));
        (await bench.Read("/learners")).ShouldContain("2 learners");
        (await bench.Visitor.Get("/learners", ("Accept-Language", "es"))).Whole.ShouldContain("alumnos");
        using var db = work.District.Open();
        db.Terms.AsNoTracking().Single().Language.ShouldBe("es");
        (await bench.Visitor.Get("/workshop/words?language=xx")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_several_who_save_at_once_one_is_taken_and_the_others_are_told_and_keep_what_they_typed()
    {
        await using var work = await Workplace.Make(withFramework: false);
        using var bench = await work.Bench();
        var seen = await bench.Read("/workshop/words");
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => bench.Send("/workshop/words", seen, ("one-learner", $"pupil{n}"), ("many-learner", $"pupils{n}"))));

        var taken = answers.ToList().FindIndex(one => one.Status == HttpStatusCode.Found);
        answers.Count(one => one.Status == HttpStatusCode.Found).ShouldBe(1);
        using var db = work.District.Open();
        db.Terms.AsNoTracking().Single().One.ShouldBe($"pupil{taken + 1}");
        for (var n = 1; n <= answers.Length; n++)
            if (n != taken + 1)
            {
                answers[n - 1].Whole.ShouldContain("Somebody changed this meanwhile");
                Bench.ValueOf(answers[n - 1].Body, "many-learner").ShouldBe($"pupils{n}");
            }

        var other = (taken + 1) % answers.Length;
        (await bench.Send("/workshop/words", answers[other].Body)).Status.ShouldBe(HttpStatusCode.Found, "whoever was told may save all the same");
        db.Terms.AsNoTracking().Single().One.ShouldBe($"pupil{other + 1}");
        (await bench.Send("/workshop/words", answers[other].Body)).Status.ShouldBe(HttpStatusCode.Found, "what is there already is saved");
    }

    [Fact]
    public async Task One_without_several_is_refused()
    {
        await using var work = await Workplace.Make(withFramework: false);
        using var bench = await work.Bench();
        var answer = await bench.Fill("/workshop/words", ("one-learner", "pupil"));
        Bench.Faults(answer.Body).ShouldHaveSingleItem().ShouldContain("both are said");
        Bench.ValueOf(answer.Body, "one-learner").ShouldBe("pupil");
    }
}
