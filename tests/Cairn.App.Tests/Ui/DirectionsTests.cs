using Cairn.App.Tests.Credits;
using Cairn.App.Ui.Words;

namespace Cairn.App.Tests.Ui;

/// <summary>What somebody wrote from right to left, or with marks that turn text, moves nothing beside it.</summary>
public sealed class DirectionsTests
{
    private const string Arabic = "\u062F\u0631\u0627\u0633\u0629";
    private const string Override = "\u202EtfarG\u202C";

    [Theory]
    [InlineData("Studio 1, Layla", "Studio 1, Layla")]
    [InlineData("Žoë 三年级", "Žoë 三年级")]
    [InlineData(Arabic, "\u2068" + Arabic + "\u2069")]
    [InlineData("a\u202Eb", "\u2068a\u202Eb\u2069")]
    [InlineData("a\u2069b", "\u2068ab\u2069")]
    [InlineData("a\u2067b", "\u2068a\u2067b\u2069\u2069")]
    [InlineData("\u2068a\u2069", "\u2068\u2068a\u2069\u2069")]
    public void Text_is_set_apart_where_it_turns_and_else_left_as_it_is(string text, string said) => Directions.Isolated(text).ShouldBe(said);

    [Fact]
    public void A_value_is_set_apart_in_its_sentence_and_a_number_and_a_term_are_not()
    {
        var words = Words.For("en");

        words["credit.head.ready", ("title", Arabic)].ShouldBe($"\u2068{Arabic}\u2069 is ready to be awarded");
        words["credit.head.ready", ("title", "Arts")].ShouldBe("Arts is ready to be awarded");
        Directions.Plain(Override + Arabic + "\u200F").ShouldBe("tfarG" + Arabic + "\u200F");
    }

    [Fact]
    [Trait("Abuse", "X12")]
    public async Task Marks_that_turn_text_are_left_out_of_what_a_form_sends()
    {
        await using var site = await CreditSite.Make();
        var policy = await site.Policy();
        await site.Show(site.District.Drawing);
        await site.Show(site.District.Clay);

        (await site.Post("registrar", site.Award(policy), ("once", "a"), ("amount", "100"), ("ungraded", "true"), ("reason", $"Seen {Override} {Arabic}"))).ShouldBe(System.Net.HttpStatusCode.Found);

        site.Record().InForce.Single().Text!.Reason.ShouldBe($"Seen tfarG {Arabic}");
    }

    [Fact]
    [Trait("Abuse", "X12")]
    public async Task What_a_school_wrote_about_itself_and_a_course_turn_nothing_on_a_transcript()
    {
        await using var here = await Transcripts.TranscriptSite.Make();
        // As it stands in a record from before, or as another system sent it.
        await here.Award(here.Kid, $"{Override}Algebra", origin: $"{Override}High", source: Cairn.Learning.Credits.CreditSource.Transfer);
        (await here.Post("leader", "/transcripts/profile", ("seen", "0"), ("title", $"{Override}{Arabic}"), ("about", $"{Arabic} 12"), ("contact", "office@hill.example"), ("signer", Arabic))).Status.ShouldBe(System.Net.HttpStatusCode.Found);

        var page = (await here.Get("mother", $"{Transcripts.TranscriptSite.Of(here.Kid)}/transcript/courses")).Whole;

        page.ShouldContain($"<bdi>tfarG{Arabic}</bdi>. <bdi>{Arabic} 12</bdi>");
        page.ShouldContain("<bdi>office@hill.example</bdi>");
        page.ShouldContain($"<span dir=\"auto\">{Override}Algebra</span>");
        page.ShouldContain($"\u2068{Override}High\u2069");
    }
}
