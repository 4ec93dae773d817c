using System.Text.RegularExpressions;
using Cairn.App.Access;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;

namespace Cairn.App.Tests.Classroom;

/// <summary>A school with two rooms of twenty: Ms. Okafor teaches the Loft, "colleague" teaches the Loft and the Barn; and somebody who teaches elsewhere.</summary>
internal sealed partial class FlexSite : IAsyncDisposable
{
    public static readonly GroupId Barn = new(Guid.CreateVersion7());

    private FlexSite(PrivacySite site) => Base = site;

    public PrivacySite Base { get; }

    /// <summary>Teaches the Barn too, and has no account.</summary>
    public EducatorId Third { get; } = new(Guid.CreateVersion7());

    public EducatorId Elsewhere { get; } = new(Guid.CreateVersion7());

    /// <summary>The learners of the Barn.</summary>
    public List<LearnerId> InBarn { get; } = [];

    public List<LearnerId> InLoft { get; } = [];

    public LearnerId Kid => Base.Kid;

    public CompetencyId Drawing => Base.Family.District.Drawing;

    public CompetencyId Clay => Base.Family.District.Clay;

    public static async Task<FlexSite> Make()
    {
        var made = new FlexSite(await PrivacySite.Make());
        var (family, other) = (made.Base.Family, new OrganizationId(Guid.CreateVersion7()));
        await family.Put(new LearningGroup(Barn, Family.Hill, "The Barn"), new Organization(other, OrganizationKind.School, "Shore School", "UTC"), new LearningGroup(new GroupId(Guid.CreateVersion7()), other, "The Pier"),
            new Educator(made.Elsewhere, "elsewhere", "Mr. Elsewhere", EducatorRole.Teacher));
        var pier = made.Read(db => db.Groups.Single(one => one.Organization == other).Id);
        await family.Put(new Teaching(new EducatorId(made.Base.People["colleague"].Person), Barn, Family.Today.AddDays(-9), null), new Educator(made.Third, "third", "Mx. Third", EducatorRole.Teacher));
        await family.Put(new Teaching(made.Third, Barn, Family.Today.AddDays(-9), null), new Teaching(made.Elsewhere, pier, Family.Today.AddDays(-9), null));
        made.InLoft.AddRange([family.Ada, family.Ben, made.Base.Kid, made.Base.Grown]);
        for (var i = 0; i < 36; i++)
        {
            var (isLoft, learner) = (i < 16, await family.Learner($"N{i:00}"));
            (isLoft ? made.InLoft : made.InBarn).Add(learner);
            await family.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), learner, isLoft ? Family.Loft : Barn, Family.Today.AddDays(-9), null));
        }

        await family.District.District.Writer.Alone(turn =>
        {
            foreach (var one in turn.Db.Learners) one.BelongsTo(Family.Hill);
            return turn.Db.SaveChanges();
        });
        return made;
    }

    public T Read<T>(Func<Db, T> read) => Base.Read(read);

    /// <summary>A slot of today with offers, as an educator makes it: its id, and those of its offers.</summary>
    public async Task<(FlexSlotId Slot, FlexOfferId[] Offers)> Slot(bool isOpen, params (CompetencyId? Competency, int Least, int Most, string Room)[] offers)
    {
        var slot = new FlexSlot(new FlexSlotId(Guid.CreateVersion7()), Family.Hill, Family.Today, 600, 645, "Flex");
        slot.Open(isOpen);
        List<FlexOffer> all = [.. offers.Select(one => new FlexOffer(new FlexOfferId(Guid.CreateVersion7()), slot.Id, Family.Okafor, one.Room, one.Competency, one.Competency is null ? "Quiet reading" : "", one.Least, one.Most))];
        await Base.Family.Put(slot);
        await Base.Family.Put([.. all]);
        return (slot.Id, [.. all.Select(one => one.Id)]);
    }

    /// <summary>Somebody who is not among the people of the site, signed in.</summary>
    public async Task<Visitor> As(ActorKind kind, Guid person)
    {
        var known = Read(db => Hats.Of(db, kind, person, Family.Today))!;
        var token = await Base.Site.Part<Sessions>().Begin(Base.Family.District.District, new SessionStart(known, Guid.Empty, "password totp", "") { IsProved = true }, Acting.Operator);
        return new Visitor(Base.Site.Url, ("Cookie", $"{Sessions.Cookie}={token}"));
    }

    public static Task<Answer> Post(Visitor who, string path, params IEnumerable<(string Name, string Value)> fields) =>
        who.Send(path, string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")), "application/x-www-form-urlencoded");

    /// <summary>The draft that a page holds, as its form would be sent without a change.</summary>
    public static List<(string Name, string Value)> Draft(string body)
    {
        List<(string, string)> fields = [.. Hidden().Matches(body).Select(one => (one.Groups["name"].Value, System.Net.WebUtility.HtmlDecode(one.Groups["value"].Value)))];
        foreach (Match one in Seat().Matches(body)) fields.Add((one.Groups["name"].Value, Selected().Match(one.Groups["value"].Value) is { Success: true } chosen ? chosen.Groups["value"].Value : ""));
        foreach (Match one in Locked().Matches(body)) fields.Add((one.Groups["name"].Value, "true"));
        return fields;
    }

    public static List<(string Name, string Value)> With(IEnumerable<(string Name, string Value)> draft, string name, string value) => [.. draft.Where(one => one.Name != name), (name, value)];

    public ValueTask DisposeAsync() => Base.DisposeAsync();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>seen|was|group|with|also)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<select[^>]* name=\"(?<name>at-[0-9a-f]{32}(-[0-9a-f]{32})?)\"[^>]*>(?<value>.*?)</select>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seat();

    [GeneratedRegex("value=\"(?<value>[0-9a-f]{32})\" selected", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Selected();

    [GeneratedRegex("name=\"(?<name>lock-[0-9a-f]{32}(-[0-9a-f]{32})?)\" value=\"true\" checked", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Locked();
}
