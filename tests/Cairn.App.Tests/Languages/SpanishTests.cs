using System.Text.RegularExpressions;
using Cairn.App.Ui.Words;

namespace Cairn.App.Tests.Languages;

public sealed class SpanishTests
{
    private static readonly Words Spanish = Words.For("es");

    [Theory]
    [InlineData(0, "other")]
    [InlineData(1, "one")]
    [InlineData(1.5, "other")]
    [InlineData(2, "other")]
    [InlineData(999_999, "other")]
    [InlineData(1_000_000, "many")]
    [InlineData(1_000_001, "other")]
    [InlineData(2_000_000, "many")]
    public void A_number_takes_its_form(decimal number, string form) => PluralCategory.Of("es", number).ShouldBe(form);

    [Theory]
    [InlineData(0, "Sin estudiantes")]
    [InlineData(1, "1 estudiante")]
    [InlineData(21, "21 estudiantes")]
    // A message that has no form for whole millions says the one for all others.
    [InlineData(1_000_000, "1,000,000 estudiantes")]
    public void A_count_agrees(int count, string said) => Spanish["learners.title", ("count", count), ("within", "all"), ("where", "")].ShouldBe(said);

    [Fact]
    public void Names_stand_where_a_reader_looks_for_them() =>
        ((string[])["Zofia", "Çağla", "Ñusta", "bo", "Ana", "Nora"]).OrderBy(one => one, Words.For("es").Order).ShouldBe(["Ana", "bo", "Çağla", "Nora", "Ñusta", "Zofia"]);

    [Fact]
    public void Dates_and_numbers_are_written_as_spanish_readers_in_the_united_states_do()
    {
        var day = new DateOnly(2026, 11, 20);
        Spanish.Date(day).ShouldBe("20 de noviembre de 2026");
        Spanish.Day(day).ShouldBe("20 nov");
        Spanish.DateTime(day.ToDateTime(new TimeOnly(16, 30))).ShouldStartWith("20 de noviembre de 2026, 4:30");
        Spanish.Number(1234.5m).ShouldBe("1,234.5");
        (Spanish.Language, Spanish.Direction, Spanish.Culture.Name).ShouldBe(("es", "ltr", "es-US"));
    }

    [Fact]
    public void A_family_reads_short_sentences()
    {
        var texts = MessageTexts.Of("es").Where(one => !one.Key.StartsWith("rule.", StringComparison.Ordinal));
        var longest = texts.SelectMany(one => one.Value.Split(['.', '{', '}', ':', '?'])).Max(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        longest.ShouldBeLessThanOrEqualTo(20);
    }

    [Fact]
    public void The_reader_is_always_usted()
    {
        // A value that is put in is no word of ours, whatever it is called.
        var familiar = new Regex(@"(?<!\{)\b(tú|tu|tus|te|ti|tienes|puedes|eres|estás|has|vosotros)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        MessageTexts.Of("es").Where(one => familiar.IsMatch(one.Value)).Select(one => one.Key).ShouldBeEmpty();
    }

    [Fact]
    public void No_article_stands_before_a_term_that_a_district_may_rename()
    {
        var article = new Regex(@"\b(el|la|los|las|un|una|unos|unas|del|al|este|esta|estos|estas|todos los|todas las|otro|otra|nuevo|nueva)\s+\{term:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        MessageTexts.Of("es").Where(one => article.IsMatch(one.Value)).Select(one => one.Key).ShouldBeEmpty();
    }
}
