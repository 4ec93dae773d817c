using Cairn.App.Ui;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.App.Tests.Languages;

public sealed class DistrictTermsTests
{
    private static readonly DistrictTerms Fern = new(new Dictionary<(string, string), TermForms>
    {
        [("en", "learner")] = new("student", "students"),
        [("en", "group")] = new("advisory", "advisories"),
        [("en", "evidence")] = new("artifact", "artifacts"),
        [("en", "level")] = new("<b>rating</b>", "ratings"),
        [("es", "learner")] = new("alumna o alumno", "alumnas y alumnos"),
        [("es", "area")] = new("ámbito", "ámbitos"),
    }, Version: 7);

    [Fact]
    public void A_district_says_its_own_word_where_cairn_would_say_its_own()
    {
        var words = Fern.In("en");
        words["nav.learners"].ShouldBe("Students");
        words["learners.title", ("count", 1), ("within", "all"), ("where", "")].ShouldBe("1 student");
        words["learners.title", ("count", 24), ("within", "room"), ("where", "The Loft")].ShouldBe("24 students in The Loft");
        words["learners.room.all"].ShouldBe("All advisories");
        words["framework.competency"].ShouldBe("Competency");
    }

    [Fact]
    public void Stored_words_are_said_and_a_term_that_nobody_knows_is_passed_over()
    {
        var stored = DistrictTerms.Of([new Term("en", "learner", "scholar", "scholars"), new Term("en", "pupil", "x", "y"), new Term("fr", "level", "x", "y")], version: 3);
        stored.In("en")["nav.learners"].ShouldBe("Scholars");
        stored.In("es")["nav.learners"].ShouldBe("Estudiantes");
        stored.In("en").Edition.ShouldBe("en.3");
    }

    [Fact]
    public void Each_language_has_its_own()
    {
        Fern.In("es")["nav.learners"].ShouldBe("Alumnas y alumnos");
        Fern.In("es")["learners.title", ("count", 2), ("within", "all"), ("where", "")].ShouldBe("2 alumnas y alumnos");
        Fern.In("es-MX")["nav.learners"].ShouldBe("Alumnas y alumnos");
        Fern.In("es")["learners.room"].ShouldBe("Grupo");
    }

    [Fact]
    public void The_first_letter_is_raised_as_the_language_raises_it() => Fern.In("es").Term("Areas").ShouldBe("Ámbitos");

    [Fact]
    public void The_short_word_for_evidence_follows_evidence()
    {
        Fern.In("en")["change.boxes", ("pieces", 3)].ShouldBe("3 more artifacts fill the boxes.");
        Fern.In("es")["change.boxes", ("pieces", 3)].ShouldBe("Faltan 3 trabajos para llenar las casillas.");
        (Fern with { Own = new Dictionary<(string, string), TermForms> { [("en", "evidence")] = new("artifact", "artifacts"), [("en", "piece")] = new("item", "items") } })
            .In("en")["change.boxes", ("pieces", 3)].ShouldBe("3 more items fill the boxes.");
    }

    [Fact]
    public void Where_nothing_is_renamed_the_words_are_the_very_same() => DistrictTerms.None.In("en").ShouldBeSameAs(Words.For("en"));

    [Fact]
    public void The_words_are_made_once_a_language_and_told_apart_by_their_version()
    {
        Fern.In("en").ShouldBeSameAs(Fern.In("en"));
        Fern.In("es").ShouldNotBeSameAs(Fern.In("en"));
        var editions = (string[])[Fern.In("en").Edition, Fern.In("es").Edition, DistrictTerms.None.In("en").Edition, (Fern with { Version = 8 }).In("en").Edition];
        editions.Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
    }

    [Fact]
    public void A_copy_with_another_version_does_not_keep_the_old_words()
    {
        Fern.In("en")["nav.learners"].ShouldBe("Students");
        var renamed = Fern with { Own = new Dictionary<(string, string), TermForms> { [("en", "learner")] = new("scholar", "scholars") }, Version = 8 };
        renamed.In("en")["nav.learners"].ShouldBe("Scholars");
        Fern.In("en")["nav.learners"].ShouldBe("Students");
    }

    [Fact]
    public void A_term_is_text_and_never_markup()
    {
        var words = Fern.In("en");
        words.Markup("framework.lead").Value.ShouldContain("&lt;b&gt;rating&lt;/b&gt;");
        words["framework.lead"].ShouldContain("<b>rating</b>");
    }

    [Fact]
    public void The_invented_languages_change_terms_too()
    {
        Fern.In(Pseudo.Long)["nav.learners"].ShouldBe("Stúúdéénts");
        Fern.In(Pseudo.Turned)["nav.learners"].ShouldBe("\u202EStudents\u202C");
        Words.For(Pseudo.Long)["nav.learners"].ShouldBe("Lééáárnéérs");
    }

    [Fact]
    public void Every_term_can_be_written_four_ways_and_has_words_in_every_language()
    {
        foreach (var words in Shelf.Spoken)
        {
            foreach (var name in DistrictTerms.Names)
            {
                words.Term(name).ShouldBe(words[$"term.{name}.one"]);
                words.Term(char.ToUpperInvariant(name[0]) + name[1..]).ShouldNotBe(words.Term(name));
            }
        }

        DistrictTerms.Names.ShouldBe(DistrictTerms.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_request_is_answered_in_the_districts_words()
    {
        using var services = new ServiceCollection().AddUi(_ => "es", _ => Fern, _ => false).BuildServiceProvider();
        using var request = services.CreateScope();
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext();
        request.ServiceProvider.GetRequiredService<Words>().ShouldBeSameAs(Fern.In("es"));
    }

    [Theory]
    [InlineData("{term:learner}", "learner")]
    [InlineData("{term:Competencies}: {n, plural, one {{term:stage} #} other {{term:stages} #}}", "Competencies: stages 2")]
    [InlineData("{ term : learners }", "learners")]
    [InlineData("'{term:learner}'", "{term:learner}")]
    public void A_term_stands_anywhere_in_a_message(string text, string said) =>
        new MessageReader("here", text, voice: null).Read().Say(new Given(Words.For("en"), [("n", 2)])).ShouldBe(said);

    [Theory]
    [InlineData("{term:pupil}")]
    [InlineData("{term:LEARNER}")]
    [InlineData("{term:}")]
    [InlineData("{term:learner")]
    [InlineData("{term:learner, plural, other {a}}")]
    public void What_is_no_term_is_refused_with_its_place(string text) =>
        Should.Throw<FormatException>(() => new MessageReader("xx.json a.b", text, voice: null).Read()).Message.ShouldContain("xx.json a.b");
}
