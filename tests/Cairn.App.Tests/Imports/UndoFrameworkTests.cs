using Cairn.App.Cli;
using Cairn.App.Features.Imports;
using Cairn.App.Tests.Cli;
using Cairn.Learning.Frameworks;
using Cairn.Storage;

namespace Cairn.App.Tests.Imports;

public sealed class UndoFrameworkTests : IDisposable
{
    private const string Header = "kind,code,parent,title,statement\n";
    private const string First = Header + "area,A,,Art,\ncompetency,A.1,A,Drawing,I can draw.\ntarget,A.1.a,A.1,Lines,I draw lines.\n";

    private readonly Installation _cairn = new();

    [Fact]
    public void Undo_makes_a_version_that_says_what_stood_before_and_puts_what_came_out_of_use()
    {
        Bring(First);
        Bring(First.Replace("I can draw.", "I draw what I see.", StringComparison.Ordinal) + "competency,A.2,A,Clay,I shape clay.\n");
        Content.Version.Number.ShouldBe(2);

        _cairn.Undo();

        Content.Version.Number.ShouldBe(3);
        (Content.Find("A.1")!.Statement, Content.Find("A.1")!.IsActive, Content.Find("A.2")!.IsActive).ShouldBe(("I can draw.", true, false));
        Content.Competencies.Select(one => one.Number).ShouldBeUnique();
    }

    [Fact]
    public void Undo_of_the_first_puts_every_area_out_of_use_and_the_same_file_again_into_use()
    {
        Bring(First);
        _cairn.Undo();
        Content.Areas.ShouldAllBe(one => !one.IsActive);

        Bring(First);

        Content.Areas.ShouldAllBe(one => one.IsActive);
        Content.Counts(Content.Find("A.1")!.Id).ShouldBeTrue();
    }

    [Fact]
    public void One_undo_after_the_other_goes_back_to_the_beginning()
    {
        Bring(First);
        Bring(First.Replace("Drawing", "Sketching", StringComparison.Ordinal));
        _cairn.Undo();
        Content.Find("A.1")!.Title.ShouldBe("Drawing");

        _cairn.Undo();

        Content.Areas.ShouldAllBe(one => !one.IsActive);
        _cairn.Run("import", "undo").ShouldBeRefused("no import that could be undone");
    }

    [Fact]
    public void A_page_that_read_an_import_before_it_was_undone_says_that_it_is()
    {
        Bring(First);
        using var db = _cairn.Open().Open();
        var read = ImportRuns.Newest(db, 1).Single();

        _cairn.Undo();

        Undoing.Of(db, read).Hindrance.ShouldBe(UndoHindrance.Undone);
    }

    [Fact]
    public async Task What_somebody_adopted_since_is_not_undone_with_it()
    {
        Bring(First);
        await using (var district = _cairn.OpenToWrite())
            await district.Writer.Alone(turn =>
            {
                var version = new FrameworkVersion(new Cairn.Learning.FrameworkVersionId(Guid.CreateVersion7()), Content.Framework.Id, 2, null, null);
                turn.Db.Add(version);
                turn.Db.SaveChanges();
                FrameworkRows.CopyOf(turn.Db, Content.Version.Id, version.Id).Store(turn);
                turn.Adopt(version.Id, turn.Now);
                return true;
            });

        _cairn.Run("import", "undo", "--apply").ShouldBeRefused("adopted since");
    }

    [Fact]
    public void A_real_package_comes_in_and_goes_out_again()
    {
        var file = TestData.Path("case", "ELAPackage-1.json");
        _cairn.Run("import", "framework", file, "--apply").Exit.ShouldBe(CommandLine.Done);
        var before = Content.Competencies.Select(one => one.Code).ToList();

        _cairn.Undo();

        Content.Competencies.Select(one => one.Code).ShouldBe(before);
        Content.Competencies.ShouldAllBe(one => !Content.Counts(one.Id));
        _cairn.Run("import", "framework", file, "--apply").Exit.ShouldBe(CommandLine.Done);
        Content.Competencies.ShouldContain(one => Content.Counts(one.Id));
    }

    public void Dispose() => _cairn.Dispose();

    private FrameworkContent Content => _cairn.Open().Frameworks.Single().Content;

    private void Bring(string sheet)
    {
        File.WriteAllText(_cairn.Of("art.csv"), sheet);
        var ran = _cairn.Run("import", "framework", _cairn.Of("art.csv"), "--apply", "--json");
        ran.Exit.ShouldBe(CommandLine.Done, ran.Out);
    }
}
