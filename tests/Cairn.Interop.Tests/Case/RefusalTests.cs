using System.Text;
using System.Text.Json.Nodes;
using Cairn.Interop.Case;

namespace Cairn.Interop.Tests.Case;

/// <summary>What refuses a package, each with its place.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, string, string, string> Broken => new()
    {
        { "CFDocument", "null", "CFDocument", "a CFDocument is an object" },
        { "CFDocument", "[]", "CFDocument", "a CFDocument is an object" },
        { "CFDocument.identifier", "null", "CFDocument.identifier", "a CFDocument has an identifier" },
        { "CFDocument.identifier", "1", "CFDocument.identifier", "a CFDocument has an identifier" },
        { "CFItems", "{}", "CFItems", "CFItems is a list" },
        { "CFItems", "\"none\"", "CFItems", "CFItems is a list" },
        { "CFItems.2", "null", "CFItems[2]", "a CFItem is an object" },
        { "CFItems.2", "\"x\"", "CFItems[2]", "a CFItem is an object" },
        { "CFItems.2.identifier", "", "CFItems[2].identifier", "a CFItem has an identifier" },
        { "CFItems.2.identifier", "\" \"", "CFItems[2].identifier", "a CFItem has an identifier" },
        { "CFItems.2.fullStatement", "", "CFItems[2].fullStatement", "a CFItem has a fullStatement" },
        { "CFItems.2.fullStatement", "null", "CFItems[2].fullStatement", "a CFItem has a fullStatement" },
        { "CFItems.2.fullStatement", "42", "CFItems[2].fullStatement", "a CFItem has a fullStatement" },
        { "CFItems.2.fullStatement", "\"\"", "CFItems[2].fullStatement", "a CFItem has a fullStatement" },
        { "CFAssociations", "1", "CFAssociations", "CFAssociations is a list" },
        { "CFAssociations.1", "[]", "CFAssociations[1]", "a CFAssociation is an object" },
        { "CFAssociations.1.originNodeURI", "", "CFAssociations[1].originNodeURI", "a CFAssociation has an originNodeURI" },
        { "CFAssociations.1.originNodeURI", "\"x\"", "CFAssociations[1].originNodeURI", "a CFAssociation has an originNodeURI" },
        { "CFAssociations.1.originNodeURI", "{\"title\":\"x\"}", "CFAssociations[1].originNodeURI", "a CFAssociation has an originNodeURI" },
        { "CFAssociations.1.destinationNodeURI", "", "CFAssociations[1].destinationNodeURI", "a CFAssociation has a destinationNodeURI" },
        { "CFAssociations.1.destinationNodeURI", "null", "CFAssociations[1].destinationNodeURI", "a CFAssociation has a destinationNodeURI" },
        { "CFAssociations.1.associationType", "", "CFAssociations[1].associationType", "a CFAssociation has an associationType" },
        { "CFAssociations.1.associationType", "7", "CFAssociations[1].associationType", "a CFAssociation has an associationType" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_we_need_and_is_not_there_is_named(string path, string value, string place, string rule)
    {
        var builder = new PackageBuilder();
        Set(builder.Json, path, value);

        var error = builder.ReadOneError();

        error.Column.ShouldBe(place);
        error.Rule.ShouldStartWith(rule);
        error.Fix.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{"CFDocument":{},"CFItems":[{"fullStatement":"I \u0000 can"}]}""", "CFItems[0].fullStatement")]
    [InlineData("""{"CFDocument":{"title":"\u0000"},"CFItems":[]}""", "CFDocument.title")]
    [InlineData("""{"CFDocument":{},"CFItems":[{"subject":["a","b\u0000"]}]}""", "CFItems[0].subject[1]")]
    [InlineData("""{"CFDocument":{"own":{"na\u0000me":1}}}""", "CFDocument.own")]
    public void A_NUL_character_is_refused_wherever_it_stands_because_not_every_database_can_store_it(string json, string place)
    {
        var error = PackageBuilder.Read(json).Faults.Errors.ShouldHaveSingleItem();

        error.Column.ShouldBe(place);
        error.Rule.ShouldContain("U+0000");
    }

    [Fact]
    public void Every_fault_is_told_not_only_the_first()
    {
        var builder = new PackageBuilder();
        Set(builder.Json, "CFItems.0.fullStatement", "");
        Set(builder.Json, "CFItems.3.identifier", "");
        Set(builder.Json, "CFAssociations.2.associationType", "");

        PackageBuilder.Read(builder.Text).Faults.Errors.Select(one => one.Column).ShouldBe(["CFItems[0].fullStatement", "CFItems[3].identifier", "CFAssociations[2].associationType"]);
    }

    [Theory]
    [InlineData("{}", "CFDocument")]
    [InlineData("{\"CFItems\":[]}", "CFDocument")]
    [InlineData("{\"CFDocuments\":[]}", "CFDocuments")]
    [InlineData("[]", "")]
    [InlineData("[{\"CFDocument\":{}}]", "")]
    [InlineData("null", "")]
    [InlineData("\"CFDocument\"", "")]
    [InlineData("\"\\u0041\"", "")]
    [InlineData("12", "")]
    public void Another_answer_than_a_package_is_refused(string text, string place)
    {
        var (package, faults) = PackageBuilder.Read(text);

        package.ShouldBeNull();
        faults.Errors.ShouldHaveSingleItem().Column.ShouldBe(place);
    }

    [Theory]
    [InlineData("", 0, "")]
    [InlineData("   ", 0, "")]
    [InlineData("{", 0, "")]
    [InlineData("{\"CFDocument\":{\"title\":\"x", 0, "CFDocument.title")]
    [InlineData("{\"CFDocument\":{},\"CFItems\":[{},{\"a\":1},", 0, "CFItems[1]")]
    [InlineData("{\"CFDocument\":{}", 0, "CFDocument")]
    [InlineData("{\"CFDocument\":\n{\"title\":tru}}", 2, "CFDocument.title")]
    [InlineData("{'CFDocument':{}}", 1, "")]
    [InlineData("{\"CFDocument\":{},}", 1, "CFDocument")]
    [InlineData("{\"CFDocument\":{}} x", 1, "")]
    [InlineData("{\"CFDocument\":{}}{}", 1, "")]
    [InlineData("// no\n{}", 1, "")]
    [InlineData("<html></html>", 1, "")]
    [InlineData("{\"CFDocument\":{\"title\":\"a\tb\"}}", 1, "CFDocument.title")]
    public void What_is_no_JSON_is_refused_with_the_line(string text, int line, string place)
    {
        var (package, faults) = PackageBuilder.Read(text);

        package.ShouldBeNull();
        var error = faults.Errors.ShouldHaveSingleItem();
        (error.Row, error.Column).ShouldBe((line, place));
        error.Rule.ShouldContain(line == 0 ? "ends in the middle" : "is JSON");
    }

    [Theory]
    [InlineData("{\"CFDocument\":{},\"CFDocument\":{}}", "CFDocument")]
    [InlineData("{\"CFDocument\":{\"extensions\":{\"a\":[{\"b\":1},{\"b\":1,\"\\u0062\":2}]}}}", "CFDocument.extensions.a[1].b")]
    public void A_name_that_stands_twice_in_an_object_is_refused(string text, string place)
    {
        var error = PackageBuilder.Read(text).Faults.Errors.ShouldHaveSingleItem();

        (error.Column, error.Rule).ShouldBe((place, "a name stands once in an object; readers differ on which of two counts"));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\udc00b\"")]
    [InlineData("{\"\\ud800\":1}")]
    public void Half_a_character_is_refused(string value)
    {
        var error = PackageBuilder.Read("{\"CFDocument\":{\"x\":" + value + "}}").Faults.Errors.ShouldHaveSingleItem();

        error.Column.ShouldBe("CFDocument.x");
        error.Rule.ShouldContain("surrogate");
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        PackageBuilder.Read([.. "{\"CFDocument\":{\"title\":\""u8, 0xE9, .. "\"}}"u8]).Faults.Errors.ShouldHaveSingleItem().Rule.ShouldBe("the file is UTF-8");
        PackageBuilder.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")]).Faults.Errors.ShouldHaveSingleItem().Rule.ShouldBe("the file is UTF-8");
    }

    [Theory]
    [Trait("Abuse", "A14")]
    [InlineData(62, true)]
    [InlineData(63, false)]
    [InlineData(100_000, false)]
    public void Objects_stand_64_deep_at_most(int lists, bool isTaken)
    {
        var text = new PackageBuilder().Text[..^1] + ",\"extensions\":{\"x\":" + new string('[', lists) + new string(']', lists) + "}}";

        var (package, faults) = PackageBuilder.Read(text);

        (package is not null).ShouldBe(isTaken);
        if (isTaken) return;
        var error = faults.Errors.ShouldHaveSingleItem();
        error.Column.ShouldStartWith("extensions.x[0][0]");
        error.Rule.ShouldContain("64 deep");
    }

    [Fact]
    public void One_identifier_with_two_contents_is_refused()
    {
        var error = new PackageBuilder().With(one => one.Items.Add((JsonNode)PackageBuilder.Item(1, "Something else"))).ReadOneError();

        (error.Column, error.Value, error.Rule).ShouldBe(("CFItems[4].identifier", PackageBuilder.Id(1), "an identifier stands for one content"));
        error.Fix.ShouldContain("CFItems[0]");
    }

    [Fact]
    public void A_UUID_in_capitals_is_the_same_identifier() => new PackageBuilder().With(one =>
    {
        var item = PackageBuilder.Item(1);
        item["identifier"] = PackageBuilder.Id(1).ToUpperInvariant();
        one.Items.Add((JsonNode)item);
    }).ReadOneError().Column.ShouldBe("CFItems[4].identifier");

    [Fact]
    public void An_item_with_the_documents_identifier_is_refused() =>
        new PackageBuilder().With(one => one.Items[0]!["identifier"] = PackageBuilder.DocumentId).ReadOneError().Rule.ShouldContain("has the document's");

    [Fact]
    public void Two_contents_of_one_association_rubric_or_definition_are_refused()
    {
        new PackageBuilder().With(one =>
        {
            var again = one.Associations[0]!.DeepClone();
            again["associationType"] = "isPartOf";
            one.Associations.Add(again);
        }).ReadOneError().Column.ShouldBe("CFAssociations[4].identifier");
        var whole = JsonNode.Parse(Written.Of(Samples.Whole(Samples.Make())))!;
        whole["CFRubrics"]![0]!["CFRubricCriteria"]![0]!["CFRubricCriterionLevels"]![1]!["identifier"] = Samples.Id(202).ToString();
        PackageBuilder.Read(whole.ToJsonString()).Faults.Errors.ShouldHaveSingleItem().Column.ShouldBe("CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels[1].identifier");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5_000)]
    public void A_circle_of_children_is_refused(int length)
    {
        var links = Enumerable.Range(1, length).Select(number => PackageBuilder.Child(number, number % length + 1)).ToArray();

        var error = PackageBuilder.Of(length, links).ReadOneError();

        (error.Column, error.Rule).ShouldBe(($"CFAssociations[{length - 1}]", "isChildOf goes in no circle"));
        error.Value.ShouldStartWith($"{PackageBuilder.Id(1)} > {PackageBuilder.Id(length == 1 ? 1 : 2)}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5_000)]
    public void A_circle_of_prerequisites_is_warned_of_with_its_members_and_kept(int length)
    {
        var links = Enumerable.Range(1, length).Select(number => PackageBuilder.Child(number, number % length + 1)).ToArray();
        foreach (var link in links) link["associationType"] = "precedes";
        var builder = PackageBuilder.Of(length, links);
        builder.Json["CFItems"]![0]!["humanCodingScheme"] = "FIRST";

        var (package, faults) = PackageBuilder.Read(builder.Text);

        package.ShouldNotBeNull().Associations.Count.ShouldBe(length);
        var warning = faults.Warnings.Where(one => one.Rule.StartsWith("precedes", StringComparison.Ordinal)).ShouldHaveSingleItem();
        (warning.Column, warning.Rule).ShouldBe(($"CFAssociations[{length - 1}]", "precedes goes in no circle: nobody could begin there"));
        warning.Value.ShouldStartWith("FIRST > ");
        if (length == 3) warning.Value.ShouldEndWith("> FIRST");
    }

    [Fact]
    public void A_circle_is_found_below_above_and_beside_good_branches()
    {
        var error = PackageBuilder.Of(
            6, PackageBuilder.Child(1, 0), PackageBuilder.Child(2, 1), PackageBuilder.Child(3, 2), PackageBuilder.Child(2, 4), PackageBuilder.Child(4, 3), PackageBuilder.Child(5, 3), PackageBuilder.Child(6, 0)).ReadOneError();

        error.Value.Split(" > ").Distinct().Order().ShouldBe([PackageBuilder.Id(2), PackageBuilder.Id(3), PackageBuilder.Id(4)]);
    }

    [Fact]
    public void A_circle_through_the_document_or_through_another_framework_is_a_circle_too()
    {
        new PackageBuilder().With(one => one.Associations.Add((JsonNode)PackageBuilder.Child(0, 3))).ReadOneError().Rule.ShouldContain("circle");
        PackageBuilder.Of(1, PackageBuilder.Child(1, 99), PackageBuilder.Child(99, 1)).ReadOneError().Rule.ShouldContain("circle");
    }

    private static void Set(JsonNode root, string path, string value)
    {
        var parts = path.Split('.');
        var target = parts[..^1].Aggregate(root, (node, part) => node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!);
        if (target is JsonArray into) into[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        else if (value.Length == 0) target.AsObject().Remove(parts[^1]);
        else target[parts[^1]] = JsonNode.Parse(value);
    }
}
