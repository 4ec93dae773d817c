using Cairn.Interop.Case;

namespace Cairn.Interop.Tests.Case;

/// <summary>Packages that others publish: read, told about, written back whole.</summary>
public sealed class RealPackageTests
{
    [Theory]
    [InlineData("AdoptedTestFramework.json", 1, 1)]
    [InlineData("ELAPackage-1.json", 65, 100)]
    [InlineData("HSMATH.json", 86, 126)]
    [InlineData("IT.json", 19, 19)]
    [InlineData("MarkdownFramework.json", 2, 2)]
    [InlineData("Utf8TestFramework.json", 1, 1)]
    public void A_package_comes_back_field_for_field(string file, int items, int associations)
    {
        var bytes = Bytes(file);

        var (package, faults) = PackageBuilder.Read(bytes);

        faults.Errors.ShouldBeEmpty();
        (package!.Items.Count, package.Associations.Count, package.Version).ShouldBe((items, associations, CaseVersion.V10));
        Written.Of(package).ShouldBeSameAs(bytes);
    }

    [Theory]
    [InlineData("ELAPackage-1.json", 65)]
    [InlineData("HSMATH.json", 86)]
    [InlineData("IT.json", 19)]
    public void Every_item_stands_once_in_the_outline_under_a_code_of_its_own(string file, int items)
    {
        var outline = CaseOutline.Of(Read(file));

        var codes = outline.Areas.Select(one => one.Code).Concat(outline.Competencies.Select(one => one.Code)).Concat(outline.Targets.Select(one => one.Code)).ToList();
        codes.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(codes.Count);
        outline.Areas.Select(one => one.Item).OfType<CaseItem>().Concat(outline.Competencies.Select(one => one.Item)).Concat(outline.Targets.Select(one => one.Item))
            .Select(one => one.Identifier).Distinct(StringComparer.Ordinal).Count().ShouldBe(items);
    }

    [Fact]
    public void A_list_of_documents_is_refused_and_the_way_out_is_named()
    {
        var (package, faults) = PackageBuilder.Read(Bytes("AllDocs.json"));

        package.ShouldBeNull();
        var error = faults.Errors.ShouldHaveSingleItem();
        error.Column.ShouldBe("CFDocuments");
        error.Fix.ShouldContain("CFPackageURI");
    }

    [Fact]
    public void A_schema_is_no_package() => PackageBuilder.Read(Bytes("case-v1p1-cfpackage.json")).Faults.Errors.ShouldContain(one => one.Column == "CFDocument");

    [Fact]
    public void Fields_that_only_CASE_1_0_has_are_told_a_few_times_and_counted()
    {
        var warnings = PackageBuilder.Read(Bytes("ELAPackage-1.json")).Faults.Warnings;

        var told = warnings.Where(one => one.Rule == "CFItem has no field CFDocumentURI in CASE 1.1").ToList();
        told.Select(one => one.Column).ShouldBe([.. Enumerable.Range(0, 5).Select(at => $"CFItems[{at}].CFDocumentURI"), "CFItems[64].CFDocumentURI"]);
        told[^1].Value.ShouldBe("and 60 more, the last one here");
    }

    [Fact]
    public void Ends_in_other_frameworks_are_told_one_by_one()
    {
        var warnings = PackageBuilder.Read(Bytes("ELAPackage-1.json")).Faults.Warnings;

        warnings.Count(one => one.Rule == "the destination of an association is in the package").ShouldBe(24);
    }

    [Fact]
    public void Markdown_and_letters_beyond_the_basic_plane_are_given_as_they_are()
    {
        Read("MarkdownFramework.json").Items[0].FullStatement.ShouldContain("| Column 1 | Column 2 |\r\n| --- | --- |\r\n");
        var package = Read("Utf8TestFramework.json");
        package.Items[0].FullStatement.ShouldBe("Item 𝑑 1");
        System.Text.Encoding.UTF8.GetString(Written.Of(package)).ShouldContain("Item 𝑑 1");
    }

    [Fact]
    public void What_is_written_has_no_byte_order_mark() => Written.Of(Read("IT.json"))[0].ShouldBe((byte)'{');

    private static byte[] Bytes(string file) => File.ReadAllBytes(TestData.Path("case", file));

    private static CasePackage Read(string file) => PackageBuilder.Read(Bytes(file)).Package.ShouldNotBeNull();
}
