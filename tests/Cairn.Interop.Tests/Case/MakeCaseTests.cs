using Cairn.Interop.Case;

namespace Cairn.Interop.Tests.Case;

/// <summary>What is made from nothing keeps the official schema, and is read back without a word.</summary>
public sealed class MakeCaseTests
{
    private readonly MakeCase _make = Samples.Make();

    [Fact]
    public void A_package_with_something_of_every_class_keeps_the_official_schema() => JsonSchema.OfCase().Faults(Written.Json(Samples.Whole(_make))).ShouldBeEmpty();

    [Fact]
    public void A_package_made_here_is_read_back_without_a_word()
    {
        var (package, faults) = PackageBuilder.Read(Written.Of(Samples.Whole(_make)));

        faults.Errors.ShouldBeEmpty();
        faults.Warnings.ShouldBeEmpty();
        (package!.Version, package.Items.Count, package.Associations.Count).ShouldBe((CaseVersion.V11, 3, 3));
        Written.Of(package).ShouldBe(Written.Of(Samples.Whole(_make)));
    }

    [Fact]
    public void A_document_alone_is_a_package()
    {
        var package = CasePackage.Of(_make.Document(Samples.Id(1), "Empty", "A district"), [], []);

        JsonSchema.OfCase().Faults(Written.Json(package)).ShouldBeEmpty();
        CaseOutline.Of(package).Areas.ShouldBeEmpty();
    }

    public static TheoryData<string> Types => [.. CaseAssociationType.All, "ext:buildsOn"];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_of_association_is_made(string type)
    {
        var package = Samples.Small(_make);
        var elsewhere = new CaseLink("Elsewhere", "any name", "https://elsewhere.example/CFItems/1");
        package = package.WithAssociations([_make.Association(Samples.Id(50), type, MakeCase.LinkTo(package.Items[2]), elsewhere, 7)]);

        JsonSchema.OfCase().Faults(Written.Json(package)).ShouldBeEmpty();
        var read = PackageBuilder.Read(Written.Of(package)).Package!.Associations[^1];
        (read.Type, read.Origin.Identifier, read.Destination, read.SequenceNumber).ShouldBe((type, Samples.Id(4).ToString(), elsewhere, 7));
    }

    [Fact]
    public void The_types_are_those_of_the_schema()
    {
        var forms = JsonSchema.OfCase().Root.GetProperty("$defs").GetProperty("CFPckgAssociation").GetProperty("properties").GetProperty("associationType").GetProperty("oneOf");

        CaseAssociationType.All.ShouldBe(forms[0].GetProperty("enum").EnumerateArray().Select(one => one.GetString()!));
    }

    [Fact]
    public void A_rubric_has_its_criteria_and_levels_in_order_and_by_name()
    {
        var rubric = PackageBuilder.Read(Written.Of(Samples.Whole(_make))).Package!.Rubrics.ShouldHaveSingleItem();

        var criterion = rubric.Criteria.ShouldHaveSingleItem();
        (rubric.Title, criterion.Item!.Identifier, criterion.Weight, criterion.Category, criterion.Position).ShouldBe(("Levels", Samples.Id(3).ToString(), 0.5m, "Reading", 1));
        criterion.Levels.Select(one => (one.Quality, one.Score, one.Position, one.Feedback)).ShouldBe([("Beginning", 1m, 1m, null), ("Proficient", 2.5m, 2m, "Go on")]);
        criterion.TextOf("rubricId").ShouldBe(rubric.Identifier);
        criterion.Levels[0].TextOf("rubricCriterionId").ShouldBe(criterion.Identifier);
    }

    [Fact]
    public void A_definition_of_every_kind_is_read_back()
    {
        var definitions = PackageBuilder.Read(Written.Of(Samples.Whole(_make))).Package!.Definitions;

        definitions.All.Select(one => (one.Kind, one.Title)).ShouldBe(Enum.GetValues<CaseDefinitionKind>().Select(kind => (kind, (string?)$"A {kind}")));
        definitions[CaseDefinitionKind.License][0].LicenseText.ShouldBe("Some words");
        definitions[CaseDefinitionKind.ItemType][0].HierarchyCode.ShouldBe("1.1");
    }

    [Fact]
    public void A_definition_without_words_still_keeps_the_schema()
    {
        var package = Samples.Small(_make).WithDefinitions(Enum.GetValues<CaseDefinitionKind>().Select((kind, i) => _make.Definition(kind, Samples.Id(100 + i), "Bare")));

        JsonSchema.OfCase().Faults(Written.Json(package)).ShouldBeEmpty();
    }

    [Fact]
    public void A_link_is_named_by_the_code_else_the_short_statement_else_the_beginning_of_the_statement()
    {
        var item = _make.Item(Samples.Id(9), string.Concat(Enumerable.Repeat("a𝑑", 100)));

        MakeCase.LinkTo(item).Title!.Length.ShouldBeInRange(199, 200);
        char.IsHighSurrogate(MakeCase.LinkTo(item).Title![^1]).ShouldBeFalse();
        MakeCase.LinkTo(item.With(Samples.At, ("abbreviatedStatement", "Short"))).Title.ShouldBe("Short");
        MakeCase.LinkTo(item.With(Samples.At, ("abbreviatedStatement", "Short"), ("humanCodingScheme", "A.1"))).Title.ShouldBe("A.1");
    }

    [Fact]
    public void A_moment_keeps_its_microseconds_and_is_UTC()
    {
        new MakeCase(new Uri("https://district.example"), Samples.At.AddTicks(1_234_567)).Item(Samples.Id(1), "x").TextOf("lastChangeDateTime").ShouldBe("2026-03-31T14:05:00.123456Z");
        Should.Throw<ArgumentException>(() => new MakeCase(new Uri("https://district.example"), new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Local)));
    }

    [Fact]
    public void What_would_break_the_schema_cannot_be_made()
    {
        var package = Samples.Small(_make);
        var link = MakeCase.LinkTo(package.Items[0]);

        Should.Throw<ArgumentException>(() => new MakeCase(new Uri("/cases", UriKind.Relative), Samples.At));
        Should.Throw<ArgumentException>(() => _make.Item(Samples.Id(1), " "));
        Should.Throw<ArgumentException>(() => _make.Association(Samples.Id(1), "isFriendOf", link, link));
        Should.Throw<ArgumentException>(() => _make.Association(Samples.Id(1), "isPeerOf", link with { Uri = "nowhere" }, link));
        Should.Throw<ArgumentException>(() => _make.Association(Samples.Id(1), "isPeerOf", link, link with { Identifier = "" }));
        Should.Throw<ArgumentException>(() => _make.Item(Samples.Id(1), "half \uD800"));
    }
}
