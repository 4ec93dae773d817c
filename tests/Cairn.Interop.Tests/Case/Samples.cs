using Cairn.Interop.Case;

namespace Cairn.Interop.Tests.Case;

/// <summary>Packages made from nothing.</summary>
internal static class Samples
{
    public static readonly DateTime At = new(2026, 3, 31, 14, 5, 0, DateTimeKind.Utc);

    public static MakeCase Make() => new(new Uri("https://district.example/ims/case/v1p1"), At);

    public static Guid Id(int number) => new($"{number:x8}-0000-4000-8000-000000000000");

    /// <summary>Three items under a document.</summary>
    public static CasePackage Small(MakeCase make)
    {
        var document = make.Document(Id(1), "Ways to learn", "A district");
        CaseItem[] items = [make.Item(Id(2), "Argue"), make.Item(Id(3), "Weigh evidence"), make.Item(Id(4), "Name a source")];
        return CasePackage.Of(document, items,
        [
            make.Association(Id(12), CaseAssociationType.IsChildOf, MakeCase.LinkTo(items[0]), MakeCase.LinkTo(document), 1),
            make.Association(Id(13), CaseAssociationType.IsChildOf, MakeCase.LinkTo(items[1]), MakeCase.LinkTo(items[0]), 1),
            make.Association(Id(14), CaseAssociationType.IsChildOf, MakeCase.LinkTo(items[2]), MakeCase.LinkTo(items[1]), 1),
        ]);
    }

    /// <summary>A package that has something of every class.</summary>
    public static CasePackage Whole(MakeCase make)
    {
        var package = Small(make);
        return package
            .WithDefinitions(Enum.GetValues<CaseDefinitionKind>().Select((kind, i) => make.Definition(kind, Id(100 + i), $"A {kind}", "Some words", "1.1")))
            .WithRubrics([make.Rubric(Id(200), "Levels", [new NewCriterion(Id(201), package.Items[1], [new NewLevel(Id(202), "Names one", "Beginning", 1), new NewLevel(Id(203), "Weighs two", "Proficient", 2.5m, "Go on")], "Sources", "Reading", 0.5m)])]);
    }
}
