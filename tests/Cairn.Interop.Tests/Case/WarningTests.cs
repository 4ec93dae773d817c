using System.Text.Json.Nodes;
using Cairn.Interop.Case;

namespace Cairn.Interop.Tests.Case;

/// <summary>What is odd is told once with its place, taken, and written back (each test writes the package and compares).</summary>
public sealed class WarningTests
{
    [Fact]
    public void A_good_package_says_nothing()
    {
        var (package, faults) = PackageBuilder.Read(new PackageBuilder().Text);

        package.ShouldNotBeNull();
        faults.Warnings.ShouldBeEmpty();
        JsonSchema.OfCase().Faults(Written.Json(package)).ShouldBeEmpty();
    }

    public static TheoryData<string, string, string> Odd => new()
    {
        { "identifier", "\"three\"", "CFItem.identifier is a UUID" },
        { "uri", "\"/items/3\"", "CFItem.uri is an absolute URI" },
        { "uri", "\"https://example.org/a b\"", "CFItem.uri is an absolute URI" },
        { "uri", "null", "CFItem.uri is an absolute URI" },
        { "lastChangeDateTime", "\"2026-03-31\"", "CFItem.lastChangeDateTime is a moment" },
        { "lastChangeDateTime", "\"2026-03-31T14:05:00\"", "CFItem.lastChangeDateTime is a moment" },
        { "lastChangeDateTime", "\"2026-02-30T14:05:00Z\"", "CFItem.lastChangeDateTime is a moment" },
        { "lastChangeDateTime", "1774965900", "CFItem.lastChangeDateTime is a moment" },
        { "statusStartDate", "\"2026-02-30\"", "CFItem.statusStartDate is a day" },
        { "statusEndDate", "\"31.03.2026\"", "CFItem.statusEndDate is a day" },
        { "humanCodingScheme", "12", "CFItem.humanCodingScheme is a text" },
        { "notes", "null", "CFItem.notes is a text" },
        { "educationLevel", "\"09\"", "CFItem.educationLevel is a list of texts" },
        { "educationLevel", "[9]", "CFItem.educationLevel is a list of texts" },
        { "licenseURI", "\"https://example.org\"", "CFItem.licenseURI is an object with title, identifier and uri" },
        { "subjectURI", "{}", "CFItem.subjectURI is a list of objects" },
        { "extensions", "[]", "CFItem.extensions is an object" },
        { "shoeSize", "1.50", "CFItem has no field shoeSize in CASE 1.1" },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void A_field_of_another_form_is_told_and_kept(string field, string value, string rule)
    {
        // Item 4 is nobody's parent; its own isChildOf goes, so that a changed identifier says nothing of its own.
        var builder = PackageBuilder.Of(4, PackageBuilder.Child(1, 0), PackageBuilder.Child(2, 1), PackageBuilder.Child(3, 2));
        builder.Items[3]![field] = JsonNode.Parse(value);
        var end = PackageBuilder.Child(4, 0);
        end["originNodeURI"]!["identifier"] = builder.Items[3]!["identifier"]!.DeepClone();
        builder.Associations.Add((JsonNode)end);

        var warning = builder.ReadOneWarning();

        (warning.Column, warning.Row, warning.File).ShouldBe(($"CFItems[3].{field}", 0, ""));
        warning.Rule.ShouldStartWith(rule);
        warning.Fix.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_link_inside_is_looked_at_too()
    {
        var warning = new PackageBuilder().With(one => one.Items[0]!["subjectURI"] = JsonNode.Parse("""[{"title":"a","identifier":"d0000000-0000-4000-8000-000000000009","uri":"urn:a"},{"title":"b","identifier":"b","uri":"urn:b"}]""")).ReadOneWarning();

        (warning.Column, warning.Rule).ShouldBe(("CFItems[0].subjectURI[1].identifier", "LinkURI.identifier is a UUID"));
    }

    [Theory]
    [InlineData("uri", "a CFItem has a uri in CASE 1.1")]
    [InlineData("lastChangeDateTime", "a CFItem has a lastChangeDateTime in CASE 1.1")]
    public void A_field_that_CASE_asks_for_and_we_do_without_is_missed(string field, string rule)
    {
        var warning = new PackageBuilder().With(one => one.Items[1]!.AsObject().Remove(field)).ReadOneWarning();

        (warning.Column, warning.Rule).ShouldBe(($"CFItems[1].{field}", rule));
    }

    [Theory]
    [InlineData("\"isFriendOf\"")]
    [InlineData("\"ischildof\"")]
    [InlineData("\"ext:\"")]
    [InlineData("\"ext:a b\"")]
    public void An_unknown_type_of_association_is_kept_as_a_text(string type)
    {
        var builder = new PackageBuilder().With(one =>
        {
            one.Associations.Add((JsonNode)PackageBuilder.Link(3, "isPeerOf", 4));
            one.Associations[4]!["associationType"] = JsonNode.Parse(type);
        });

        builder.ReadOneWarning().Column.ShouldBe("CFAssociations[4].associationType");
        builder.ReadGood().Associations[4].Type.ShouldBe(type.Trim('"'));
    }

    [Theory]
    [InlineData(99, 3, "originNodeURI", "the origin of an association is in the package")]
    [InlineData(3, 99, "destinationNodeURI", "the destination of an association is in the package")]
    public void An_end_outside_the_package_is_told(int origin, int destination, string end, string rule)
    {
        var warning = new PackageBuilder().With(one => one.Associations.Add((JsonNode)PackageBuilder.Link(origin, "exactMatchOf", destination))).ReadOneWarning();

        (warning.Column, warning.Value, warning.Rule).ShouldBe(($"CFAssociations[4].{end}", PackageBuilder.Id(99), rule));
    }

    [Fact]
    public void An_end_with_an_address_only_is_found_by_it()
    {
        var builder = new PackageBuilder().With(one => one.Associations[1]!["destinationNodeURI"]!.AsObject().Remove("identifier"));

        builder.ReadOneWarning().Column.ShouldBe("CFAssociations[1].destinationNodeURI.identifier");
        CaseTree.Of(builder.ReadGood()).Find(PackageBuilder.Id(2))!.Parent!.Item.Identifier.ShouldBe(PackageBuilder.Id(1));
    }

    [Fact]
    public void A_word_for_word_repeat_is_kept()
    {
        var warning = new PackageBuilder().With(one => one.Items.Add((JsonNode)PackageBuilder.Item(2))).ReadOneWarning();

        (warning.Column, warning.Value).ShouldBe(("CFItems[4]", PackageBuilder.Id(2)));
        warning.Fix.ShouldStartWith("CFItems[1] is read");
    }

    [Fact]
    public void A_repeat_with_its_fields_in_another_order_is_a_repeat() => new PackageBuilder().With(one =>
        one.Items.Add((JsonNode)new JsonObject(PackageBuilder.Item(2).Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))))).ReadOneWarning().Column.ShouldBe("CFItems[4]");

    [Fact]
    public void Two_kinds_of_object_under_one_identifier_are_told() =>
        new PackageBuilder().With(one => one.Associations[0]!["identifier"] = PackageBuilder.Id(3)).ReadOneWarning().Column.ShouldBe("CFAssociations[0].identifier");

    [Fact]
    public void A_second_parent_is_told()
    {
        var warning = new PackageBuilder().With(one => one.Associations.Add((JsonNode)PackageBuilder.Child(3, 4))).ReadOneWarning();

        (warning.Column, warning.Value, warning.Rule).ShouldBe(("CFAssociations[4]", PackageBuilder.Id(3), "an item has one parent"));
        warning.Fix.ShouldContain("CFAssociations[2]");
    }

    [Fact]
    public void The_same_parent_twice_is_told() => new PackageBuilder().With(one =>
    {
        var again = one.Associations[0]!.DeepClone();
        again["identifier"] = PackageBuilder.Id(77);
        one.Associations.Add(again);
    }).ReadOneWarning().Rule.ShouldBe("an item is a child of the same parent once");

    [Fact]
    public void An_item_without_a_parent_is_told()
    {
        var warning = new PackageBuilder().With(one => one.Associations.RemoveAt(3)).ReadOneWarning();

        (warning.Column, warning.Fix).ShouldBe(("CFItems[3]", "it is read as a child of the document"));
    }

    [Theory]
    [InlineData("CFDefinitions", "[]", "a CFDefinitions is an object")]
    [InlineData("CFDefinitions", "null", "a CFDefinitions is an object")]
    [InlineData("CFAssociations", "null", "CFAssociations is a list of CFAssociation objects")]
    [InlineData("CFRubrics", "{}", "CFRubrics is a list of CFRubric objects")]
    [InlineData("CFRubrics", "null", "CFRubrics is a list of CFRubric objects")]
    [InlineData("CFRubrics", "[null]", "a CFRubric is an object")]
    [InlineData("shoeSizes", "[42, 43.0]", "CFPackage has no field shoeSizes in CASE 1.1")]
    [InlineData("extensions", "7", "CFPackage.extensions is an object")]
    public void What_we_can_do_without_is_kept_in_any_form(string field, string value, string rule) =>
        (field == "CFAssociations" ? PackageBuilder.Of(0) : new PackageBuilder()).With(one => one.Json[field] = JsonNode.Parse(value)).ReadOneWarning().Rule.ShouldBe(rule);

    [Fact]
    public void Thousands_of_one_kind_are_a_few_lines_and_a_count()
    {
        var builder = PackageBuilder.Of(3_000);
        foreach (var item in builder.Items)
        {
            item!["shoeSize"] = 42;
            item.AsObject().Remove("uri");
        }

        var (_, faults) = PackageBuilder.Read(builder.Text);

        faults.Warnings.Count.ShouldBe(5 + 1 + 5 + 1 + 100 + 1);
        faults.Warnings.Where(one => one.Rule.Contains("shoeSize", StringComparison.Ordinal)).Last().Value.ShouldBe("and 2995 more, the last one here");
    }

    [Theory]
    [InlineData("1.1", "https://example.org/a", CaseVersion.V11, 0)]
    [InlineData("1.0", "https://example.org/ims/case/v1p1/a", CaseVersion.V10, 1)]
    [InlineData(null, "https://example.org/ims/case/v1p1/a", CaseVersion.V11, 0)]
    [InlineData(null, "https://example.org/ims/case/v1p0/a", CaseVersion.V10, 0)]
    public void The_version_is_what_the_document_says_else_its_address(string? said, string uri, CaseVersion version, int warnings)
    {
        var builder = new PackageBuilder().With(one =>
        {
            if (said is null) one.Document.Remove("caseVersion");
            else one.Document["caseVersion"] = said;
            one.Document["uri"] = uri;
        });

        builder.ReadGood().Version.ShouldBe(version);
        PackageBuilder.Read(builder.Text).Faults.Warnings.Count.ShouldBe(warnings);
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_package() => PackageBuilder.Read("\uFEFF" + new PackageBuilder().Text).Package.ShouldNotBeNull();
}
