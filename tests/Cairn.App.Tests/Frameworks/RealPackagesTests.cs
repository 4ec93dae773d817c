using Cairn.App.Cli;
using Cairn.App.Tests.Cli;

namespace Cairn.App.Tests.Frameworks;

/// <summary>Packages that others publish: in, out and in again, with every field.</summary>
public sealed class RealPackagesTests : IDisposable
{
    private readonly Installation _cairn = new();

    public static TheoryData<string> Packages => ["AdoptedTestFramework.json", "ELAPackage-1.json", "HSMATH.json", "IT.json", "MarkdownFramework.json", "Utf8TestFramework.json"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_goes_out_as_it_came_and_the_second_trip_gives_the_same_bytes(string file)
    {
        var path = TestData.Path("case", file);
        _cairn.Bring(path).GetProperty("version").GetInt32().ShouldBe(1);

        var first = _cairn.Take(_cairn.Content().Framework.Identifier);
        Package.Plain(first).ShouldBe(Package.Plain(File.ReadAllBytes(path)));

        using var there = new Installation();
        var again = there.Of("again.json");
        File.WriteAllBytes(again, first);
        there.Bring(again);
        there.Take(there.Content().Framework.Code).AsSpan().SequenceEqual(first).ShouldBeTrue();
        there.Content().Competencies.Select(one => (one.Id, one.Code, one.Title, one.Statement)).ShouldBe(_cairn.Content().Competencies.Select(one => (one.Id, one.Code, one.Title, one.Statement)));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_second_import_changes_nothing(string file)
    {
        var path = TestData.Path("case", file);
        _cairn.Bring(path);

        foreach (var told in new[] { _cairn.Look(path), _cairn.Bring(path) })
        {
            (told.GetProperty("version").GetInt32(), told.GetProperty("changes").GetArrayLength()).ShouldBe((1, 0));
            (told.GetProperty("added").GetInt32(), told.GetProperty("changed").GetInt32(), told.GetProperty("ended").GetInt32()).ShouldBe((0, 0, 0));
        }

        (_cairn.Count("framework_versions"), _cairn.Count("source_packages")).ShouldBe((1, 1));
        _cairn.Run("import", "framework", path).Out.ShouldContain("nothing", Case.Insensitive);
    }

    [Fact]
    public void All_of_them_stand_side_by_side_and_those_of_one_document_are_versions_of_one_framework()
    {
        foreach (var row in Packages) _cairn.Bring(TestData.Path("case", row.Data));

        // Three of them say that they are the same document.
        var frameworks = _cairn.Open().Frameworks;
        frameworks.Select(one => one.Content.Version.Number).Order().ShouldBe([1, 1, 1, 3]);
        frameworks.Select(one => one.Content.Framework.Code).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(4);
        _cairn.Count("framework_versions").ShouldBe(Packages.Count);
    }

    [Fact]
    public void A_list_of_documents_is_refused_and_the_way_out_is_named()
    {
        var ran = _cairn.Run("import", "framework", TestData.Path("case", "AllDocs.json"), "--apply");

        ran.ShouldBeRefused("CFPackageURI");
        _cairn.Count("frameworks").ShouldBe(0);
    }

    [Fact]
    public void A_schema_is_no_package() => _cairn.Run("import", "framework", TestData.Path("case", "case-v1p1-cfpackage.json")).ShouldBeRefused("CFDocument");

    [Fact]
    public void A_dry_run_says_what_would_come_and_stores_nothing()
    {
        var told = _cairn.Look(TestData.Path("case", "HSMATH.json"));

        (told.GetProperty("applied").GetBoolean(), told.GetProperty("version").GetInt32()).ShouldBe((false, 1));
        told.GetProperty("added").GetInt32().ShouldBeGreaterThan(86);
        foreach (var table in (string[])["frameworks", "framework_versions", "competencies", "source_packages"]) _cairn.Count(table).ShouldBe(0, table);
    }

    [Fact]
    public void A_byte_order_mark_in_front_changes_nothing()
    {
        var marked = _cairn.Of("marked.json");
        File.WriteAllBytes(marked, [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(TestData.Path("case", "IT.json"))]);
        _cairn.Bring(marked);

        Package.Plain(_cairn.Take(_cairn.Content().Framework.Code)).ShouldBe(Package.Plain(File.ReadAllBytes(marked)));
    }

    [Fact]
    public void A_framework_nobody_has_is_refused_and_the_known_ones_are_named()
    {
        _cairn.Bring(TestData.Path("case", "IT.json"));

        _cairn.Run("export", "framework", "no-such", "--case", "-").ShouldBeRefused("no-such", _cairn.Content().Framework.Code);
        _cairn.Run("export", "framework", _cairn.Content().Framework.Code.ToUpperInvariant(), "--case", "-").Exit.ShouldBe(CommandLine.Done);
    }

    public void Dispose() => _cairn.Dispose();
}
