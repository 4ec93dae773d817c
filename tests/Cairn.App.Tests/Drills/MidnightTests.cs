using System.Globalization;
using System.Net;
using Cairn.App.Tests.Web;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Drills;

/// <summary>At midnight on the district's clock, not the server's, a relation begins or ends: in six zones, on a leap day and on the days
/// when clocks go forward or back.</summary>
[Trait("Drill", "clock")]
public sealed class MidnightTests
{
    private static readonly EducatorId Okafor = new(Guid.CreateVersion7());
    private static readonly GuardianId Parent = new(Guid.CreateVersion7());

    [Theory]
    [InlineData("Pacific/Kiritimati", "2028-02-29", "2028-03-01", "2027-01-01")]
    [InlineData("America/Los_Angeles", "2028-02-29", "2027-03-15", "2027-11-08")]
    [InlineData("Asia/Kolkata", "2028-02-29", "2027-04-01", "2027-12-31")]
    [InlineData("Europe/Berlin", "2028-02-29", "2027-03-29", "2027-11-01")]
    [InlineData("Pacific/Pago_Pago", "2028-02-29", "2028-03-01", "2027-01-01")]
    [InlineData("Australia/Lord_Howe", "2028-02-29", "2027-04-05", "2027-10-04")]
    public async Task A_learner_comes_to_a_group_and_leaves_it_at_midnight_of_the_districts_zone(string zone, params string[] days)
    {
        using var temp = new TempFolder();
        await using var district = await Made(temp, zone);
        foreach (var day in days.Select(Day))
        {
            var (leaves, comes) = (Someone("Leaves"), Someone("Comes"));
            await district.Writer.Alone(turn => Enroll(turn, [(leaves, day.AddDays(-30), day.AddDays(-1)), (comes, day, day)]));
            var clock = new TestClock(Midnight(day, zone).AddSeconds(-1));
            await using var site = await RunningSite.Start(Folder(temp), district, [Teacher], clock);
            using var teacher = await site.As(Teacher);

            (await Sees(teacher, leaves), await Sees(teacher, comes)).ShouldBe((true, false), $"{zone}, a second before {day:O}");
            clock.Pass(TimeSpan.FromSeconds(1));
            (await Sees(teacher, leaves), await Sees(teacher, comes)).ShouldBe((false, true), $"{zone}, as {day:O} begins");

            var evening = new TestClock(Midnight(day.AddDays(1), zone).AddSeconds(-1));
            await using var late = await RunningSite.Start(Folder(temp), district, [Teacher], evening);
            using var later = await late.As(Teacher);
            (await Sees(later, comes)).ShouldBeTrue($"{zone}, a second before {day:O} ends");
            evening.Pass(TimeSpan.FromSeconds(1));
            (await Sees(later, comes)).ShouldBeFalse($"{zone}, as {day:O} has ended");
        }
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "2009-07-01", "2027-07-01")]
    [InlineData("America/Los_Angeles", "2009-03-15", "2027-03-15")]
    [InlineData("Asia/Kolkata", "2009-12-31", "2027-12-31")]
    [InlineData("Europe/Berlin", "2012-02-29", "2030-03-01")]
    [InlineData("Pacific/Pago_Pago", "2010-02-28", "2028-02-28")]
    [InlineData("Australia/Lord_Howe", "2009-10-04", "2027-10-04")]
    [Trait("Abuse", "G2")]
    public async Task A_guardians_access_ends_as_the_eighteenth_birthday_begins_in_the_districts_zone(string zone, string born, string ofAge)
    {
        using var temp = new TempFolder();
        await using var district = await Made(temp, zone);
        var (learner, younger, day) = (Someone("Eldest").Born(Day(born)), Someone("Younger").Born(Day(ofAge).AddYears(-18).AddDays(1)), Day(ofAge));
        await district.Writer.Alone(turn =>
        {
            Enroll(turn, [(learner, day.AddYears(-1), null), (younger, day.AddYears(-1), null)]);
            turn.Db.Add(new Guardian(Parent, "parent", "A Parent"));
            turn.Db.AddRange(new Guardianship(Parent, learner.Id, day.AddYears(-1), null), new Guardianship(Parent, younger.Id, day.AddYears(-1), null));
            return true;
        });
        var (guardian, self, clock) = (new Actor(ActorKind.Guardian, Parent.Value, "A Parent"), DemoSite.Self(learner), new TestClock(Midnight(day, zone).AddSeconds(-1)));
        await using var site = await RunningSite.Start(Folder(temp), district, [guardian, self], clock);
        using var visitor = await site.As(guardian);
        using var grown = await site.As(self);

        (await Sees(visitor, learner)).ShouldBeTrue($"{zone}, a second before the birthday");
        clock.Pass(TimeSpan.FromSeconds(1));

        (await Sees(visitor, learner)).ShouldBeFalse($"{zone}, as the birthday begins");
        (await Sees(visitor, younger)).ShouldBeTrue("whoever is born a day later is a child for one day more");
        (await Sees(grown, learner)).ShouldBeTrue("the right passes to the learner");
    }

    private static Actor Teacher => new(ActorKind.Teacher, Okafor.Value, "Ms. Okafor");

    private static async Task<bool> Sees(Visitor visitor, Learner learner)
    {
        var status = (await visitor.Get(DemoSite.Home(learner))).Status;
        status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
        return status == HttpStatusCode.OK;
    }

    private static DataFolder Folder(TempFolder temp) => new(temp.Of("data"));

    private static async Task<District> Made(TempFolder temp, string zone)
    {
        var folder = Folder(temp);
        folder.SetMark("{}");
        District.Create(folder, "midnight", "Midnight", zone);
        var district = District.OpenExisting(folder, "midnight", toWrite: true, TimeProvider.System);
        await district.Writer.Alone(turn =>
        {
            var school = new OrganizationId(Guid.CreateVersion7());
            turn.Db.AddRange(new Organization(school, OrganizationKind.School, "Hill", zone), new Educator(Okafor, "okafor", "Ms. Okafor", EducatorRole.Teacher));
            turn.Db.SaveChanges();
            turn.Db.Add(new LearningGroup(Group, school, "The Loft"));
            turn.Db.Add(new Teaching(Okafor, Group, new DateOnly(2020, 1, 1), null));
            return true;
        });
        return district;
    }

    private static GroupId Group { get; } = new(Guid.CreateVersion7());

    private static Learner Someone(string given) => new(new LearnerId(Guid.CreateVersion7()), $"u{Guid.NewGuid():N}", given, "Plain");

    private static bool Enroll(WriteTurn turn, IReadOnlyList<(Learner Learner, DateOnly From, DateOnly? Until)> all)
    {
        turn.Db.AddRange(all.Select(one => one.Learner));
        turn.Db.SaveChanges();
        turn.Db.AddRange(all.Select(one => new Enrollment(new EnrollmentId(Guid.CreateVersion7()), one.Learner.Id, Group, one.From, one.Until)));
        turn.Db.SaveChanges();
        return true;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Midnight(DateOnly day, string zone) => new(ZonedDay.StartOf(day, TimeZoneInfo.FindSystemTimeZoneById(zone)));
}
