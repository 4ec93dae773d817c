using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Access;
using Cairn.App.Access.Proofs;
using Cairn.App.Features.Badges;
using Cairn.App.Tests.Accounts;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Badges;

/// <summary>A class of the youngest with its teacher, a substitute and the class next door, on a Monday morning.</summary>
internal sealed partial class ClassSite : IAsyncDisposable
{
    public AccountsSite Cairn { get; private set; } = null!;

    public RunningSite Site { get; private set; } = null!;

    public TestClock Clock => Cairn.Clock;

    public GroupId Group { get; } = new(Guid.CreateVersion7());

    public GroupId NextDoor { get; } = new(Guid.CreateVersion7());

    public Learner Ada { get; } = new(new LearnerId(Guid.CreateVersion7()), "ada", "Ada", "Byron");

    public Learner Ben { get; } = new(new LearnerId(Guid.CreateVersion7()), "ben", "Ben", "Osei");

    public Learner Cyd { get; } = new(new LearnerId(Guid.CreateVersion7()), "cyd", "Cyd", "Neighbour");

    public Guid Substitute { get; } = Guid.CreateVersion7();

    public string Door => $"/groups/{Group.Value:N}";

    private byte[] _teacher = [];

    public static async Task<ClassSite> Start()
    {
        var made = new ClassSite { Cairn = await AccountsSite.Start() };
        made.Site = made.Cairn.Site;
        // A Monday, half past nine.
        var now = made.Clock.GetUtcNow();
        made.Clock.Pass(TimeSpan.FromDays((8 - (int)now.DayOfWeek) % 7) - now.TimeOfDay + TimeSpan.FromHours(9.5));
        await made.Cairn.District.Writer.Alone(turn =>
        {
            var (school, day) = (turn.Db.Organizations.First().Id, new DateOnly(2020, 1, 1));
            turn.Db.Add(new Educator(new EducatorId(made.Substitute), "stand", "Mx. Stand-In", EducatorRole.Teacher));
            turn.Db.AddRange(new LearningGroup(made.Group, school, "The Loft"), new LearningGroup(made.NextDoor, school, "Next door"));
            turn.Db.AddRange(made.Ada, made.Ben, made.Cyd);
            turn.Db.SaveChanges();
            turn.Db.AddRange(new Teaching(new EducatorId(made.Cairn.Teacher), made.Group, day, null), new Teaching(new EducatorId(made.Substitute), made.Group, day, null) { Role = TeachingRole.Substitute });
            foreach (var (learner, group) in ((Learner, GroupId)[])[(made.Ada, made.Group), (made.Ben, made.Group), (made.Cyd, made.NextDoor)])
                turn.Db.Add(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), learner.Id, group, day, null));
            turn.Db.Add(new GroupHours(made.Group, DayOfWeek.Monday, 9 * 60, 12 * 60));
            return true;
        });
        made._teacher = await made.Cairn.Staff("okafor", ActorKind.Teacher, made.Cairn.Teacher);
        return made;
    }

    public Task<Visitor> Teacher() => Cairn.SignedIn("okafor", _teacher);

    /// <summary>A device that the teacher has opened.</summary>
    public async Task<Visitor> Opened()
    {
        var device = await Teacher();
        var opened = await device.Post(Door + "/open");
        (opened.Status, opened.Header("Location")).ShouldBe((HttpStatusCode.Found, "/class"));
        // A code works once: the next sign-in needs another.
        Clock.Pass(TimeSpan.FromSeconds(31));
        return device;
    }

    /// <summary>Makes badges of the whole class; the pictures of each, by the name that stands on them.</summary>
    public async Task<Dictionary<string, string[]>> Print()
    {
        using var teacher = await Teacher();
        var sheet = await teacher.Post(Door + "/badges/print");
        sheet.Status.ShouldBe(HttpStatusCode.OK);
        Clock.Pass(TimeSpan.FromSeconds(31));
        return Row().Matches(WebUtility.HtmlDecode(sheet.Body)).ToDictionary(one => one.Groups["name"].Value, one => one.Groups["pictures"].Value.Split(", "));
    }

    /// <summary>Gives a learner a badge whose code the test knows, and the pictures sun, moon, star.</summary>
    public async Task<string> Badge(Learner learner)
    {
        var code = Base32.Read(Base32.ForPaper(Guid.NewGuid().ToByteArray()));
        var hash = PasswordHash.Of(PasswordRules.Normal(Glyphs.Said(learner.Id, [0, 1, 2])));
        await Cairn.District.Writer.Alone(turn =>
        {
            BadgeRows.Make(turn, learner.Id, Sessions.HashBytes(code), hash);
            return true;
        });
        return code;
    }

    public static Task<Answer> Show(Visitor device, string code) => device.Send("/class", $"code={Uri.EscapeDataString(code)}", AccountsSite.Form);

    /// <summary>Touches three pictures, one after the other.</summary>
    public static async Task<Answer> Touch(Visitor device, Learner learner, params int[] pictures)
    {
        var (touched, answer) = ("", (Answer?)null);
        foreach (var one in pictures)
        {
            answer = await device.Send($"/class/{learner.Id.Value:N}", $"touched={Uri.EscapeDataString(touched)}&glyph={one}", AccountsSite.Form);
            touched = $"{touched} {one}".Trim();
        }

        return answer!;
    }

    public static string HomeOf(Learner learner) => $"/learners/{learner.Id.Value:N}";

    public async Task Change(Action<WriteTurn> change) => await Cairn.District.Writer.Alone(turn =>
    {
        change(turn);
        return true;
    });

    public T Read<T>(Func<Db, T> read)
    {
        using var db = Cairn.District.Open();
        return read(db);
    }

    public List<SessionRow> OnDevices() => Read(db => db.Sessions.AsNoTracking().Where(one => one.OpenedDevice != null && one.EndedAt == null).ToList());

    public ValueTask DisposeAsync() => Cairn.DisposeAsync();

    [GeneratedRegex("<tr><th scope=\"row\">(?<name>[^<]*)</th>\\s*<td>(?<pictures>[^<]*)</td></tr>", RegexOptions.None, 1000)]
    private static partial Regex Row();
}
