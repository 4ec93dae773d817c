using Cairn.Interop.Case;

namespace Cairn.Interop.Tests.Case;

public sealed class CaseOutlineTests
{
    [Fact]
    public void Tops_with_children_are_areas_their_children_competencies_and_all_deeper_ones_targets()
    {
        var package = PackageBuilder.Of(
            7, PackageBuilder.Child(1, 0), PackageBuilder.Child(2, 1), PackageBuilder.Child(3, 2), PackageBuilder.Child(4, 3), PackageBuilder.Child(5, 2), PackageBuilder.Child(6, 1), PackageBuilder.Child(7, 0)).ReadGood();

        var outline = CaseOutline.Of(package);

        outline.Areas.Select(one => (one.Item?.FullStatement, one.Title)).ShouldBe([("Statement 1", "Statement 1"), (null, "Ways to learn")]);
        outline.Areas[0].Competencies.Select(one => (one.Statement, one.Position)).ShouldBe([("Statement 2", 1), ("Statement 6", 2)]);
        outline.Areas[0].Competencies[0].Targets.Select(one => (one.Statement, one.Position, one.Depth)).ShouldBe([("Statement 3", 1, 1), ("Statement 4", 2, 2), ("Statement 5", 3, 1)]);
        outline.Areas[1].Competencies.ShouldHaveSingleItem().Statement.ShouldBe("Statement 7");
        outline.Associations.ShouldBeEmpty();
    }

    [Fact]
    public void A_title_is_the_short_statement_and_the_statement_stays_whole()
    {
        var competency = CaseOutline.Of(new PackageBuilder().With(one => one.Items[1]!["abbreviatedStatement"] = "Short").ReadGood()).Areas[0].Competencies[0];

        (competency.Title, competency.Statement).ShouldBe(("Short", "Statement 2"));
    }

    [Fact]
    public void What_the_outline_does_not_say_stays_an_association()
    {
        var package = PackageBuilder.Of(
            3, PackageBuilder.Child(1, 0), PackageBuilder.Child(2, 1), PackageBuilder.Child(2, 3), PackageBuilder.Child(3, 0), PackageBuilder.Link(1, "isPeerOf", 3), PackageBuilder.Child(3, 99)).ReadGood();

        CaseOutline.Of(package).Associations.ShouldBe([package.Associations[2], package.Associations[4], package.Associations[5]]);
    }

    [Fact]
    public void A_document_without_a_title_lends_its_identifier()
    {
        var package = PackageBuilder.Of(1, PackageBuilder.Child(1, 0)).With(one => one.Document.Remove("title")).ReadGood();

        CaseOutline.Of(package).Areas.ShouldHaveSingleItem().Title.ShouldBe(PackageBuilder.DocumentId);
    }

    [Theory]
    [InlineData("MA.1", "MA.1")]
    [InlineData("  MA.1 ", "MA.1")]
    [InlineData("", "00000004")]
    [InlineData("  ", "00000004")]
    [InlineData("A\nB", "00000004")]
    [InlineData("taken", "00000004")]
    [InlineData("00000003", "00000003")]
    public void A_code_is_the_publishers_own_where_it_can_be_one(string scheme, string code)
    {
        var builder = new PackageBuilder();
        builder.Items[0]!["humanCodingScheme"] = "TAKEN";
        builder.Items[3]!["humanCodingScheme"] = scheme;

        var outline = CaseOutline.Of(builder.ReadGood());

        outline.Competencies.Last().Code.ShouldBe(code);
        outline.Areas[0].Code.ShouldBe(scheme == "taken" ? "00000001" : "TAKEN");
        // Item 3 may have lost the beginning of its identifier to another's code.
        outline.Targets.Single().Code.ShouldBe(scheme == "00000003" ? "00000003-0000" : "00000003");
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_code_has_at_most_100_characters(int length, bool isTaken)
    {
        var outline = CaseOutline.Of(new PackageBuilder().With(one => one.Items[3]!["humanCodingScheme"] = new string('x', length)).ReadGood());

        outline.Competencies.Last().Code.ShouldBe(isTaken ? new string('x', 100) : "00000004");
    }

    [Fact]
    public void Identifiers_that_begin_alike_are_told_apart_and_the_order_of_the_file_changes_no_code()
    {
        var ids = new[] { "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002", "00000000-0001-4000-8000-000000000003", new string('z', 150) + "1", new string('z', 150) + "2" };
        List<string> Codes(IEnumerable<string> order)
        {
            var builder = PackageBuilder.Of(ids.Length);
            foreach (var (i, id) in order.Index()) builder.Items[i]!["identifier"] = id;
            return [.. CaseOutline.Of(builder.ReadGood()).Competencies.OrderBy(one => one.Item.Identifier, StringComparer.Ordinal).Select(one => one.Code)];
        }

        Codes(ids)[..3].ShouldBe(["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002", "00000000-0001"]);
        Codes(ids).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(5);
        Codes(ids).ShouldAllBe(code => code.Length <= 100);
        Codes(ids.Reverse())[..3].ShouldBe(Codes(ids)[..3]);
    }
}
