using System.Text.Json;
using Cairn.Interop.Case;

namespace Cairn.Interop.Tests.Case;

/// <summary>A change touches what it names, and nothing else.</summary>
public sealed class CaseChangeTests
{
    [Fact]
    public void Texts_are_set_in_their_place_or_at_the_end_and_the_rest_stays()
    {
        var package = new PackageBuilder().With(one =>
        {
            one.Items[1]!["humanCodingScheme"] = "A.1";
            one.Items[1]!["notes"] = "old";
            one.Items[1]!["shoeSize"] = JsonSerializer.SerializeToNode(1.50m);
        }).ReadGood();

        var item = package.Items[1].With(Samples.At.AddDays(1), ("fullStatement", "New \"words\"\n𝑑 é"), ("notes", null), ("abbreviatedStatement", "New"));

        item.Json.GetRawText().ShouldBe($$"""{"identifier":"{{PackageBuilder.Id(2)}}","uri":"{{PackageBuilder.Address(PackageBuilder.Id(2))}}","fullStatement":"New \"words\"\n𝑑 é","lastChangeDateTime":"2026-04-01T14:05:00Z","humanCodingScheme":"A.1","shoeSize":1.50,"abbreviatedStatement":"New"}""");
        (item.FullStatement, item.AbbreviatedStatement, item.Notes, item.HumanCodingScheme).ShouldBe(("New \"words\"\n𝑑 é", "New", null, "A.1"));
        package.Items[1].FullStatement.ShouldBe("Statement 2");
    }

    [Fact]
    public void A_changed_package_still_keeps_the_official_schema()
    {
        var package = new PackageBuilder().ReadGood();
        var item = package.Items[1].With(Samples.At, ("fullStatement", "New"), ("statusStartDate", "2026-08-01"), ("language", "en")).WithTexts(Samples.At, "educationLevel", ["09", "10"]);
        var document = package.Document.With(Samples.At, ("title", "Other ways"), ("officialSourceURL", "https://example.org"));

        var changed = package.WithItems([item]).WithDocument(document).WithAssociations([package.Associations[0].With(Samples.At, ("associationType", "isPartOf"))]);

        JsonSchema.OfCase().Faults(Written.Json(changed)).ShouldBeEmpty();
        var read = PackageBuilder.Read(Written.Of(changed)).Package!;
        (read.Document.Title, read.Items[1].FullStatement, read.Items[1].StatusStartDate, read.Associations[0].Type).ShouldBe(("Other ways", "New", new DateOnly(2026, 8, 1), "isPartOf"));
        read.Items[1].EducationLevels.ShouldBe(["09", "10"]);
    }

    [Theory]
    [InlineData("identifier", "x")]
    [InlineData("shoeSize", "42")]
    [InlineData("lastChangeDateTime", "2026-03-31T00:00:00Z")]
    [InlineData("educationLevel", "09")]
    [InlineData("fullStatement", "")]
    [InlineData("fullStatement", null)]
    [InlineData("uri", null)]
    [InlineData("uri", "nowhere")]
    [InlineData("statusEndDate", "31.3.2026")]
    public void A_text_that_would_break_the_schema_cannot_be_set(string field, string? text)
    {
        var item = new PackageBuilder().ReadGood().Items[0];

        Should.Throw<ArgumentException>(() => item.With(Samples.At, (field, text)));
    }

    [Fact]
    public void Other_things_that_would_break_a_package_cannot_be_done()
    {
        var package = new PackageBuilder().ReadGood();

        Should.Throw<ArgumentException>(() => package.Associations[0].With(Samples.At, ("associationType", "isFriendOf")));
        Should.Throw<ArgumentException>(() => package.Items[0].WithTexts(Samples.At, "notes", ["a"]));
        Should.Throw<ArgumentException>(() => package.Items[0].WithTexts(Samples.At, "shoeSizes", ["a"]));
        Should.Throw<ArgumentException>(() => package.WithDocument(Samples.Make().Document(Samples.Id(9), "x", "y")));
    }

    [Fact]
    public void An_item_is_put_in_its_place_and_a_new_one_at_the_end()
    {
        var package = new PackageBuilder().ReadGood();

        var changed = package.WithItems([Samples.Make().Item(Samples.Id(77), "Last"), package.Items[0].With(Samples.At, ("notes", "n"))]);

        changed.Items.Select(one => (one.FullStatement, one.Notes)).ShouldBe([("Statement 1", "n"), ("Statement 2", null), ("Statement 3", null), ("Statement 4", null), ("Last", null)]);
        package.Items.Count.ShouldBe(4);
    }

    [Fact]
    public void A_repeat_goes_when_the_item_changes()
    {
        var package = new PackageBuilder().With(one => one.Items.Add((System.Text.Json.Nodes.JsonNode)PackageBuilder.Item(1))).ReadGood();

        var changed = package.WithItems([package.Items[0].With(Samples.At, ("fullStatement", "New"))]);

        PackageBuilder.Read(Written.Of(changed)).Faults.Errors.ShouldBeEmpty();
        changed.Items.Count.ShouldBe(4);
    }

    [Fact]
    public void An_item_taken_out_takes_its_associations_along()
    {
        var changed = new PackageBuilder().ReadGood().WithoutItems([PackageBuilder.Id(2).ToUpperInvariant()]);

        changed.Items.Select(one => one.FullStatement).ShouldBe(["Statement 1", "Statement 3", "Statement 4"]);
        changed.Associations.Count.ShouldBe(2);
        JsonSchema.OfCase().Faults(Written.Json(changed)).ShouldBeEmpty();
    }

    [Fact]
    public void Associations_and_rubrics_are_taken_out_by_their_identifiers()
    {
        var package = Samples.Whole(Samples.Make());

        package.WithoutAssociations([Samples.Id(12).ToString()]).Associations.Count.ShouldBe(2);
        Written.Json(package.WithoutRubrics([Samples.Id(200).ToString()])).TryGetProperty("CFRubrics", out _).ShouldBeFalse();
    }

    [Fact]
    public void What_a_package_of_1_0_said_of_its_own_stays_when_an_item_changes()
    {
        var package = PackageBuilder.Read(File.ReadAllBytes(TestData.Path("case", "HSMATH.json"))).Package!;
        var before = Written.Json(package);

        var after = Written.Json(package.WithItems([package.Items[3].With(Samples.At, ("notes", "Ours"))]));

        var changed = before.GetProperty("CFItems").EnumerateArray().Zip(after.GetProperty("CFItems").EnumerateArray()).Index().Where(one => one.Item.First.GetRawText() != one.Item.Second.GetRawText()).ToList();
        changed.ShouldHaveSingleItem().Index.ShouldBe(3);
        changed[0].Item.Second.GetProperty("CFDocumentURI").GetRawText().ShouldBe(changed[0].Item.First.GetProperty("CFDocumentURI").GetRawText());
        after.GetProperty("CFAssociations").GetRawText().ShouldBe(before.GetProperty("CFAssociations").GetRawText());
        after.GetProperty("CFDefinitions").GetRawText().ShouldBe(before.GetProperty("CFDefinitions").GetRawText());
    }

    [Fact]
    public void A_list_that_was_null_or_missing_is_written_once_something_is_in_it()
    {
        var package = new PackageBuilder().With(one =>
        {
            one.Json["CFItems"] = null;
            one.Json.Remove("CFAssociations");
        }).ReadGood();

        Written.Json(package).GetProperty("CFItems").ValueKind.ShouldBe(JsonValueKind.Null);
        Written.Json(package.WithItems([Samples.Make().Item(Samples.Id(5), "First")])).GetProperty("CFItems").GetArrayLength().ShouldBe(1);
        Written.Json(package).TryGetProperty("CFAssociations", out _).ShouldBeFalse();
    }
}
