using Cairn.App.Tests.Cli;
using Cairn.Interop.Tests.OneRoster;
using Cairn.Learning;
using Cairn.Learning.People;

namespace Cairn.App.Tests.Imports;

public sealed class UndoRosterTests : IDisposable
{
    private readonly Installation _cairn = new();

    [Fact]
    public void Undo_brings_back_who_had_left_and_ends_who_had_come()
    {
        _cairn.Bring(new RosterBuilder());
        var before = Here();
        _cairn.Bring(Rosters.WithoutBen().AddRaw("users.csv", "zoe,active,,true,zoe.z,,Zoe,Zorn,,,,,,,09,Hush,,,,,,s,").AddRaw("roles.csv", "r9,active,,zoe,primary,student,,,s,").AddRaw("enrollments.csv", "e9,active,,loft,s,zoe,student,,,"));
        Here().ShouldNotBe(before);

        Rosters.Part(_cairn.Undo(), "learners").ShouldBe((0, 1, 1, 1));

        Here().ShouldBe(before);
        _cairn.Learner("zoe.z").IsHere.ShouldBeFalse();
    }

    [Fact]
    public void Undo_of_the_first_roster_ends_everybody_it_brought_however_many()
    {
        _cairn.Bring(Rosters.Many(30));

        Rosters.Part(_cairn.Undo(), "learners").Ended.ShouldBe(32);

        Here().ShouldBeEmpty();
        _cairn.Count("learners").ShouldBe(32);
        using var db = _cairn.Open().Open();
        db.Groups.ToList().ShouldAllBe(one => one.EndedAt != null);
        db.Guardianships.ToList().ShouldAllBe(one => one.Until != null);
    }

    [Fact]
    public void People_whom_the_district_knew_before_go_back_to_who_kept_them_and_stay_here()
    {
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        var before = _cairn.Learner("ada");
        _cairn.Bring(new RosterBuilder().Set("users.csv", 2, "username", "ada"));
        _cairn.Learner("ada").CalledName.ShouldBe("Addie");

        _cairn.Undo();

        var ada = _cairn.Learner("ada");
        (ada.Id, ada.IsHere, ada.Source, ada.CalledName, ada.BirthDate, ada.School).ShouldBe((before.Id, true, "program", "Ada", before.BirthDate, before.School));
        using (var db = _cairn.Open().Open()) db.Guardianships.Where(one => one.Learner == before.Id).ToList().ShouldAllBe(one => one.Until != null);
        Told.All(_cairn.Apply(new ProgramFolder(_cairn.Of("again")))).ShouldBe((0, 0, 0, 21));
        _cairn.ShouldStandAsConcluded();
    }

    [Fact]
    public async Task A_leader_whom_a_roster_took_up_stays_a_leader_after_its_undo()
    {
        _cairn.Run("doctor");
        await using (var district = _cairn.OpenToWrite())
            await district.Writer.Alone(turn => turn.Db.Add(new Educator(new EducatorId(Guid.CreateVersion7()), "tess.o", "Ms. Okafor", EducatorRole.Leader)).Entity.Id);
        _cairn.Bring(new RosterBuilder());
        _cairn.Educator("tess.o").Source.ShouldBe("roster");

        _cairn.Undo();

        var tess = _cairn.Educator("tess.o");
        (tess.Role, tess.Source, tess.DisplayName, tess.EndedAt).ShouldBe((EducatorRole.Leader, "", "Ms. Okafor", null));
    }

    [Fact]
    public void After_an_undo_the_same_roster_comes_in_again()
    {
        _cairn.Bring(new RosterBuilder());
        var before = Here();
        _cairn.Undo();

        _cairn.Bring(new RosterBuilder());

        Here().ShouldBe(before);
        (_cairn.Count("learners"), _cairn.Count("groups")).ShouldBe((2, 2));
    }

    public void Dispose() => _cairn.Dispose();

    private List<string> Here()
    {
        using var db = _cairn.Open().Open();
        return [.. db.Learners.ToList().Where(one => one.IsHere).Select(one => $"{one.Username} {one.FullName} {one.Source}").Order(StringComparer.Ordinal)];
    }
}
