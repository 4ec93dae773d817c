using System.Globalization;
using System.Text;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Cli.Demo;

/// <summary>A learner of the demonstration, with what their two years are made from.</summary>
/// <param name="Learner">The learner.</param>
/// <param name="Age">Age in whole years on the last day.</param>
/// <param name="Room">The room's place among the rooms.</param>
internal sealed record DemoLearner(Learner Learner, int Age, int Room);

/// <summary>A room of the demonstration.</summary>
/// <param name="School">The school's place among the schools.</param>
/// <param name="Name">Its name.</param>
internal sealed record DemoRoom(int School, string Name);

/// <summary>
/// The people: learners of 5 to 18 in rooms of 24, the first of mixed ages; their educators, advisors, counselors and principals;
/// guardians; and the mentors of a partner. A few learners are one school; many are three.
/// </summary>
internal sealed class DemoPeople
{
    private const int RoomSize = 24;
    private const int AdvisorySize = 12;
    private const int HighSchoolAge = 14;
    private const int ManyLearners = 200;

    private static readonly string[] Schools = ["Fern Hollow School", "Juniper Street School", "Harbor High"];
    private static readonly string[] Short = ["", "Juniper", "Harbor"];

    private readonly DemoContent _content;
    private readonly DateOnly _last;
    private readonly bool _isDistrict;
    private readonly List<DemoRoom> _rooms = [];
    private readonly List<int> _filled = [];

    public DemoPeople(DemoContent content, int learners, DateOnly last, Dice dice)
    {
        (_content, _last, _isDistrict) = (content, last, learners >= ManyLearners);
        Learners = [.. Enumerable.Range(0, learners).Select(i => Make(i, dice))];
        Staff = new DemoStaff(content, _rooms);
        Newcomers = HighSchool.Where(one => one.Age == DemoArrivals.Age).TakeLast(2).ToList() is [_, _] two ? two : [];
    }

    public IReadOnlyList<DemoLearner> Learners { get; }

    public IReadOnlyList<DemoRoom> Rooms => _rooms;

    public DemoStaff Staff { get; }

    /// <summary>Who cares for whom, once they are stored.</summary>
    public ILookup<LearnerId, GuardianId> Families { get; private set; } = Array.Empty<Guardianship>().ToLookup(one => one.Learner, one => one.Guardian);

    /// <summary>The learners of the high school; nobody where there is none.</summary>
    public IEnumerable<DemoLearner> HighSchool => Learners.Where(one => _rooms[one.Room].School == 2);

    /// <summary>Two of the high school who came from other districts; nobody where there is none.</summary>
    public IReadOnlyList<DemoLearner> Newcomers { get; }

    /// <summary>The day a newcomer came.</summary>
    public DateOnly Arrived(DemoLearner one) => _last.AddDays(one == Newcomers[0] ? -DemoArrivals.DaysOfFirst : -DemoArrivals.DaysOfSecond);

    private DateOnly Enrolled(DemoLearner one, DateOnly first) => Newcomers.Contains(one) ? Arrived(one) : first;

    /// <summary>Mentors of the partner; they advise.</summary>
    public static IReadOnlyList<Sponsor> Sponsors { get; } =
    [
        new(new SponsorId(DemoFramework.Named("sponsor", "1")), Partner, "Maren Solheim"), new(new SponsorId(DemoFramework.Named("sponsor", "2")), Partner, "Joaquim Teles"),
    ];

    private static OrganizationId Partner => new(DemoFramework.Named("partner"));

    private static ProgramId Pilot => new(DemoFramework.Named("program", "pilot"));

    public static EducatorId EducatorOf(string username) => new(DemoFramework.Named("educator", username));

    public string RoomName(int room) => _rooms[room].Name;

    public IReadOnlyList<DemoEducator> EducatorsOf(int room) => Staff.Of(room);

    public void Store(WriteTurn turn, DateOnly first)
    {
        turn.Db.AddRange(Enumerable.Range(0, _isDistrict ? Schools.Length : 1).Select(school => new Organization(SchoolOf(school), OrganizationKind.School, Schools[school], "America/New_York")));
        turn.Db.Add(new Organization(Partner, OrganizationKind.Partner, "Marsh Road Boatyard", "America/New_York"));
        turn.Db.AddRange(Staff.All.Select(one => new Educator(EducatorOf(one.Username), one.Username, $"{one.Title} {one.Family}", one.Role == "leader" ? EducatorRole.Leader : EducatorRole.Teacher)));
        turn.Db.SaveChanges();
        turn.Db.AddRange(Sponsors);
        turn.Db.Add(new Cairn.Learning.People.Program(Pilot, SchoolOf(0), "Mixed ages pilot"));
        turn.Db.AddRange(_rooms.Select((room, i) => new LearningGroup(GroupOf(i), SchoolOf(room.School), room.Name)));
        turn.Db.SaveChanges();
        turn.Db.AddRange(Enumerable.Range(0, _rooms.Count).SelectMany(room => EducatorsOf(room).Select(one => new Teaching(EducatorOf(one.Username), GroupOf(room), first, null))));
        turn.Insert(Learners.Select(one => one.Learner));
        turn.Insert(Learners.Select(one => new Enrollment(
            new EnrollmentId(DemoFramework.Named("enrollment", one.Learner.Username)), one.Learner.Id, GroupOf(one.Room), Enrolled(one, first), null)));
        StoreFamilies(turn, first);
        if (_isDistrict) StoreAdvisories(turn, first);
        turn.Db.SaveChanges();
        new DemoRoles(this, first).Store(turn);
    }

    /// <summary>One guardian or two for everybody, who all care; some care for two learners.</summary>
    private void StoreFamilies(WriteTurn turn, DateOnly first)
    {
        var dice = new Dice(MakeDemo.Seed + 1);
        var (guardians, home, cares) = (new List<Guardian>(), new List<Guardian>(), new List<Guardianship>());
        foreach (var (one, i) in Learners.Select((one, i) => (one, i)))
        {
            var isSibling = i % 5 == 1;
            if (!isSibling) home.Clear();
            if (!isSibling)
                for (var n = dice.Percent(60) ? 2 : 1; n > 0; n--)
                    home.Add(new Guardian(new GuardianId(DemoFramework.Named("guardian", $"{i}.{n}")), $"family.{one.Learner.Username}.{n}", $"{dice.Of(_content.People.Given)} {one.Learner.FamilyName}").KeptBy("demo"));
            if (!isSibling) guardians.AddRange(home);
            cares.AddRange(home.Select(each => new Guardianship(each.Id, one.Learner.Id, first, null)));
        }

        turn.Insert(guardians);
        turn.Insert(cares);
        Families = cares.ToLookup(one => one.Learner, one => one.Guardian);
    }

    /// <summary>The high school's advisories.</summary>
    private void StoreAdvisories(WriteTurn turn, DateOnly first)
    {
        var advisories = HighSchool.Chunk(AdvisorySize).Select((some, i) => (Name: $"Advisory {i + 1}", Educator: Staff.Of(some[0].Room)[0], Learners: some));
        var groups = advisories.Select(one => (Group: new LearningGroup(new GroupId(DemoFramework.Named("group", one.Name)), SchoolOf(2), one.Name).KeptBy("demo", GroupKind.Advisory), one.Educator, one.Learners)).ToList();
        turn.Insert(groups.Select(one => one.Group));
        turn.Insert(groups.Select(one => new Teaching(EducatorOf(one.Educator.Username), one.Group.Id, first, null) { Role = TeachingRole.Advisor }));
        turn.Insert(groups.SelectMany(one => one.Learners.Select(learner => new Enrollment(
            new EnrollmentId(DemoFramework.Named("enrollment", one.Group.Name, learner.Learner.Username)), learner.Learner.Id, one.Group.Id, Enrolled(learner, first), null))));
    }

    internal static GroupId GroupOf(int room) => new(DemoFramework.Named("group", $"{room}"));

    internal static OrganizationId SchoolOf(int school) => new(school == 0 ? DemoFramework.Named("school") : DemoFramework.Named("school", $"{school}"));

    private DemoLearner Make(int i, Dice dice)
    {
        // The Loft is 6 to 14; the other rooms together hold every age from 5 to 18.
        var inLoft = i < RoomSize;
        var age = inLoft ? 6 + i % 9 : 5 + (i - RoomSize) % 14;
        var given = dice.Of(_content.People.Given);
        var family = dice.Of(_content.People.Family);
        var born = _last.AddYears(-age).AddDays(-dice.Below(360) - 1);
        var username = $"{Plain(given)}.{Plain(family)}{(i < 1 ? "" : $"{i}")}";
        var school = inLoft || !_isDistrict ? 0 : age >= HighSchoolAge ? 2 : i % 2;
        var learner = new Learner(new LearnerId(DemoFramework.Named("learner", $"{i}")), username, given, family)
            .Born(born).Graduates(_last.Year + (_last.Month > 7 ? 1 : 0) + 18 - age).BelongsTo(SchoolOf(school), inLoft ? Pilot : null).KeptBy("demo");
        return new DemoLearner(learner, age, RoomIn(school, inLoft));
    }

    /// <summary>The school's room that has a place, else a new one; nobody else comes into the Loft.</summary>
    private int RoomIn(int school, bool isLoft)
    {
        var room = isLoft ? (_rooms.Count > 0 ? 0 : -1) : _rooms.FindIndex(1, one => one.School == school && _filled[_rooms.IndexOf(one)] < RoomSize);
        if (room < 0)
        {
            room = _rooms.Count;
            var own = _rooms.Count(one => one.School == school);
            _rooms.Add(new DemoRoom(school, school == 0 && own < _content.People.Rooms.Count ? _content.People.Rooms[own] : $"{Short[school]} Room {own + 1}".Trim()));
            _filled.Add(0);
        }

        _filled[room]++;
        return room;
    }

    internal static string Plain(string name) => new([.. name.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        .Select(char.ToLowerInvariant).Where(letter => char.IsAsciiLetter(letter))]);
}
