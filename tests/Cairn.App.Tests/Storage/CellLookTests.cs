using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Storage;
using Cairn.Storage.Standings;

namespace Cairn.App.Tests.Storage;

public sealed class CellLookTests
{
    private static readonly DateTime Now = TestDistrict.Day.AddDays(20);

    [Fact]
    public async Task A_look_says_what_the_cell_says()
    {
        await using var district = await TestDistrict.With(new MostRecent());
        var piece = district.Piece();
        await district.Record(new Recording(district.Ada) { Evidence = [piece], Judgments = [district.Judged(piece, 3, district.Clay)] });
        var (cell, _) = Cells(district);
        var look = cell.LookAt(Now, DateOnly.FromDateTime(Now), null, isValueShown: true);
        look.ShouldBe(new CellLook(1, look.Marks, 300, 300, 1, 0, 2, 1));
        cell.LookAt(Now, DateOnly.FromDateTime(Now), null, isValueShown: false).Value.ShouldBe(-1);
        cell.Level.ShouldBe(3);
    }

    [Fact]
    public async Task Only_time_makes_a_showing_old_and_a_decision_run_out()
    {
        await using var district = await TestDistrict.With(new MostRecent());
        var piece = district.Piece();
        await district.Record(new Recording(district.Ada) { Evidence = [piece], Judgments = [district.Judged(piece, 2, district.Clay)] });
        await district.Record(new Recording(district.Ada)
        {
            Overrides = [new Override(new(Guid.CreateVersion7()), district.Ada, district.Clay, 1, 4, TestDistrict.Teacher, TestDistrict.Day.AddDays(1), default, Now.AddDays(1))],
        });
        var (cell, _) = Cells(district);
        CellLook At(DateTime moment, int? days) => cell.LookAt(moment, DateOnly.FromDateTime(moment), days, isValueShown: false);
        At(Now, 365).ShouldBe(At(Now, null));
        (At(Now, 365).Level, At(Now, 365).Marks & LookMarks.SetByPerson).ShouldBe((400, LookMarks.SetByPerson));
        (At(Now.AddDays(1), 365).Level, At(Now.AddDays(1), 365).Marks & LookMarks.SetByPerson).ShouldBe((200, LookMarks.None));
        At(Now, 20).Marks.HasFlag(LookMarks.NeedsRefresh).ShouldBeTrue();
        At(Now, 21).Marks.HasFlag(LookMarks.NeedsRefresh).ShouldBeFalse();
    }

    [Fact]
    public async Task A_grid_holds_whom_the_asker_may_see_with_the_standing_that_is_kept()
    {
        await using var district = await TestDistrict.With();
        await district.Record(district.OnePiece());
        using var db = district.Open();
        var today = DateOnly.FromDateTime(Now);
        var everyone = new Scope(db, Cairn.App.Tests.Web.Grants.LeaderOf(Guid.NewGuid()), today);
        var rows = everyone.GridOf(district.Framework);
        rows.Select(one => one.Learner).ShouldBe([district.Ada, district.Ben], ignoreOrder: true);
        rows.Single(one => one.Learner == district.Ada).Cells.ShouldBe(everyone.StandingIn(district.Ada, district.Framework)!.Bytes);
        var ben = rows.Single(one => one.Learner == district.Ben);
        (ben.Cells, ben.Version, ben.FullName).ShouldBe((null, 0, "Ben"));
        everyone.GridOf(district.Framework, group: new(Guid.NewGuid())).ShouldBeEmpty();
        everyone.GridOf(district.Framework, school: new(Guid.NewGuid())).ShouldBeEmpty();
        new Scope(db, new Actor(ActorKind.Teacher, Guid.NewGuid(), ""), today).GridOf(district.Framework).ShouldBeEmpty();
        new Scope(db, new Actor(ActorKind.Learner, district.Ada.Value, ""), today).GridOf(district.Framework).ShouldBeEmpty();
        var row = rows.Single(one => one.Learner == district.Ada);
        everyone.ShownBy(row, district.District.Frameworks[0], Now).Cells.ShouldBe(row.Cells);
        everyone.ShownBy(row, district.District.Frameworks[0], TestDistrict.Day.AddDays(-1)).Cells.ShouldNotBe(row.Cells);
    }

    private static (Cell Clay, int Count) Cells(TestDistrict district)
    {
        using var db = district.Open();
        var cells = new Scope(db, Actor.Operator, default).StandingIn(district.Ada, district.Framework)!.Cells;
        foreach (var cell in cells)
            if (cell.Number == 2 && cell.Stage == 1) return (cell, cells.Length);
        throw new InvalidOperationException("There is no cell of Clay.");
    }
}
