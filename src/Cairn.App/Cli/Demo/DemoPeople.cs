using System.Globalization;
using System.Text;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Cli.Demo;

/// <summary>A learner of the demonstration, with what their two years are made from.</summary>
/// <param name="Learner">The learner.</param>
/// <param name="Age">Age in whole years on the last day.</param>
/// <param name="Room">The room's place among the groups.</param>
internal sealed record DemoLearner(Learner Learner, int Age, int Room);

/// <summary>One school, its educators and rooms, and learners of 5 to 18: the first room holds 24 of mixed ages.</summary>
internal sealed class DemoPeople
{
    private const int LoftSize = 24;

    private readonly DemoContent _content;
    private readonly DateOnly _last;
    private readonly OrganizationId _school = new(DemoFramework.Named("school"));

    public DemoPeople(DemoContent content, int learners, DateOnly last, Dice dice)
    {
        (_content, _last) = (content, last);
        Learners = [.. Enumerable.Range(0, learners).Select(i => Make(i, dice))];
    }

    public IReadOnlyList<DemoLearner> Learners { get; }

    public int Rooms => Learners.Max(one => one.Room) + 1;

    public static EducatorId EducatorOf(string username) => new(DemoFramework.Named("educator", username));

    public string RoomName(int room) => room < _content.People.Rooms.Count ? _content.People.Rooms[room] : $"Room {room + 1}";

    /// <summary>The two educators of a room.</summary>
    public IReadOnlyList<DemoEducator> EducatorsOf(int room)
    {
        var teachers = _content.People.Educators.Where(one => one.Role == "teacher").ToList();
        return [teachers[2 * room % teachers.Count], teachers[(2 * room + 1) % teachers.Count]];
    }

    public void Store(WriteTurn turn, DateOnly first)
    {
        turn.Db.Add(new Organization(_school, OrganizationKind.School, "Fern Hollow School", "America/New_York"));
        turn.Db.AddRange(_content.People.Educators.Select(one => new Educator(
            EducatorOf(one.Username), one.Username, $"{one.Title} {one.Family}", one.Role == "leader" ? EducatorRole.Leader : EducatorRole.Teacher)));
        turn.Db.AddRange(Enumerable.Range(0, Rooms).Select(room => new LearningGroup(GroupOf(room), _school, RoomName(room))));
        turn.Db.SaveChanges();
        turn.Db.AddRange(Enumerable.Range(0, Rooms).SelectMany(room => EducatorsOf(room).Select(one => new Teaching(EducatorOf(one.Username), GroupOf(room), first, null))));
        turn.Insert(Learners.Select(one => one.Learner));
        turn.Insert(Learners.Select(one => new Enrollment(
            new EnrollmentId(DemoFramework.Named("enrollment", one.Learner.Username)), one.Learner.Id, GroupOf(one.Room), first, null)));
    }

    private static GroupId GroupOf(int room) => new(DemoFramework.Named("group", $"{room}"));

    private DemoLearner Make(int i, Dice dice)
    {
        // The Loft is 6 to 14; the other rooms together hold every age from 5 to 18.
        var inLoft = i < LoftSize;
        var age = inLoft ? 6 + i % 9 : 5 + (i - LoftSize) % 14;
        var given = dice.Of(_content.People.Given);
        var family = dice.Of(_content.People.Family);
        var born = _last.AddYears(-age).AddDays(-dice.Below(360) - 1);
        var username = $"{Plain(given)}.{Plain(family)}{(i < 1 ? "" : $"{i}")}";
        var learner = new Learner(new LearnerId(DemoFramework.Named("learner", $"{i}")), username, given, family)
            .Born(born).Graduates(_last.Year + (_last.Month > 7 ? 1 : 0) + 18 - age).KeptBy("demo");
        return new DemoLearner(learner, age, inLoft ? 0 : 1 + (i - LoftSize) / LoftSize);
    }

    private static string Plain(string name) => new([.. name.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        .Select(char.ToLowerInvariant).Where(letter => char.IsAsciiLetter(letter))]);
}
