using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Frameworks;
using Cairn.Interop.Tests.OneRoster;

namespace Cairn.App.Tests.Imports;

/// <summary>Who has no facts in a framework stands where nobody has begun, in whatever order people and frameworks came: no row says it, and a recomputation changes nothing.</summary>
public sealed class NothingBegunTests : IDisposable
{
    private readonly Installation _cairn = new();

    [Fact]
    public void A_framework_that_comes_after_its_learners_leaves_nothing_to_conclude()
    {
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        _cairn.Roster(_cairn.Put(new RosterBuilder()), "--apply").Exit.ShouldBe(CommandLine.Done);
        _cairn.Run("import", "framework", new Package(_cairn.Of("package.json")), "--apply").Exit.ShouldBe(CommandLine.Done);

        _cairn.ShouldStandAsConcluded();
        _cairn.Run("doctor").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void Learners_who_come_after_the_framework_leave_nothing_to_conclude()
    {
        _cairn.Run("import", "framework", new Package(_cairn.Of("package.json")), "--apply").Exit.ShouldBe(CommandLine.Done);
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        _cairn.Roster(_cairn.Put(new RosterBuilder()), "--apply").Exit.ShouldBe(CommandLine.Done);

        _cairn.ShouldStandAsConcluded();
        _cairn.Run("doctor").Exit.ShouldBe(CommandLine.Done);
    }

    [Fact]
    public void Doctor_finds_a_standing_that_is_missing()
    {
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        using (var db = _cairn.OpenToWrite().Open()) Storage.Sql.Run(db, "DELETE FROM standings");

        var told = _cairn.Run("doctor");

        told.Exit.ShouldBe(CommandLine.Refused);
        told.Out.ShouldContain("BAD  conclusions");
    }

    public void Dispose() => _cairn.Dispose();
}
