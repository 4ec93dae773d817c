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
    public async Task One_without_several_is_refused()
    {
        await using var work = await Workplace.Make(withFramework: false);
        using var bench = await work.Bench();
        var answer = await bench.Fill("/workshop/words", ("one-learner", "pupil"));
        Bench.Faults(answer.Body).ShouldHaveSingleItem().ShouldContain("both are said");
        Bench.ValueOf(answer.Body, "one-learner").ShouldBe("pupil");
    }
}
