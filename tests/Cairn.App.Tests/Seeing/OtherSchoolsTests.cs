using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Seeing;

/// <summary>Who leads one school and sees another, because they examine it or stand in there, decides nothing about that other one.</summary>
public sealed class OtherSchoolsTests : IAsyncLifetime
{
    private readonly AccessDistrict _here = new();
    private readonly GroupId _attic = new(Guid.CreateVersion7());
    private Visitor _leader = null!;

    private Guid Leader => _here.Actors.First(one => one.Name == "school leader").Actor!.Person;

    public async ValueTask InitializeAsync()
    {
        await _here.InitializeAsync();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await _here.District.Writer.Alone(turn =>
        {
            var brook = turn.Db.Organizations.AsNoTracking().Single(one => one.Name == "Brook").Id;
            turn.Db.Add(new LearningGroup(_attic, brook, "The Attic"));
            turn.Db.SaveChanges();
            turn.Db.AddRange(Grants.Of(new EducatorId(Leader), GrantedRole.Auditor, brook), new Enrollment(new EnrollmentId(Guid.CreateVersion7()), _here.Learners[Tie.OtherSchool], _attic, today.AddDays(-9), null),
                new Teaching(new EducatorId(Leader), _attic, today, today) { Role = TeachingRole.Substitute });
            return true;
        });
        _leader = await _here.Site.As(_here.Actors.First(one => one.Name == "school leader").Actor!);
    }

    public async ValueTask DisposeAsync()
    {
        _leader.Dispose();
        await _here.DisposeAsync();
    }

    [Fact]
    [Trait("Abuse", "S1")]
    [Trait("Abuse", "T2")]
    public async Task They_let_nobody_stand_in_there_themselves_least_of_all()
    {
        (await _leader.Get($"/learners/{_here.Learners[Tie.OtherSchool].Value:N}")).Status.ShouldBe(HttpStatusCode.OK, "they see it today");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        foreach (var whom in (Guid[])[Leader, _here.Actors.First(one => one.Name == "teacher").Actor!.Person])
        {
            (await _leader.Get($"/people/{whom:N}")).Whole.ShouldNotContain("The Attic");
            var refused = await _leader.Send($"/people/{whom:N}/groups", $"room={_attic.Value:N}&first={today.AddDays(1):yyyy-MM-dd}&last={today.AddDays(90):yyyy-MM-dd}", "application/x-www-form-urlencoded");
            refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await _leader.Send($"/people/{Leader:N}/groups/{_attic.Value:N}/end", "", "application/x-www-form-urlencoded")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var db = _here.District.Open();
        db.Teachings.Count(one => one.Group == _attic).ShouldBe(1);
        Refused(db).ShouldBe(3);
    }

    [Fact]
    [Trait("Abuse", "S1")]
    public async Task They_set_no_hours_and_make_no_badges_there()
    {
        (await _leader.Send($"/groups/{_attic.Value:N}/hours", "day-1=on&from-1=08:00&until-1=12:00", "application/x-www-form-urlencoded")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _leader.Send($"/groups/{_attic.Value:N}/badges/print", "", "application/x-www-form-urlencoded")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using (var db = _here.District.Open()) (db.Badges.Count(), db.GroupHours.Count(), Refused(db)).ShouldBe((0, 0, 2));

        // The day after, nothing of it is there, though they still examine that school.
        await _here.District.Writer.Alone(turn => turn.Db.Remove(turn.Db.Teachings.Single(one => one.Group == _attic)).Entity);
        (await _leader.Get($"/groups/{_attic.Value:N}/badges")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _leader.Get("/groups")).Whole.ShouldNotContain("The Attic");
    }

    private static int Refused(Db db) => db.Journal.Count(one => one.Act == JournalAct.Refused);
}
