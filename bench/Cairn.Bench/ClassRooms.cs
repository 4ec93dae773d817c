using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Cli.Demo;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.Bench;

/// <summary>Rooms of 30 from whoever is there, each with a teacher of its own who is signed in.</summary>
internal static class ClassRooms
{
    public const int Teachers = 30;
    private const int Room = 30;

    /// <summary>The rooms, and how large the school is, in words.</summary>
    public static async Task<(List<(string Token, IReadOnlyList<LearnerId> Learners)> Rooms, string Size)> Make(DemoDistrict demo)
    {
        await using var district = District.OpenExisting(demo.Folder, MakeDemo.District, toWrite: true, TimeProvider.System);
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-400);
        List<LearnerId> all;
        int judgments;
        using (var db = district.Open())
        {
            var scope = new Scope(db, Actor.Operator, DateOnly.MinValue);
            all = [.. scope.Learners.Select(one => one.Id)];
            judgments = all.Select(scope.Record).Sum(one => district.Frameworks.SelectMany(each => each.Content.Competencies).Sum(each => one.JudgmentsUnder(each.Id).Count));
        }

        var rooms = new List<(string, IReadOnlyList<LearnerId>)>();
        await district.Writer.Alone(turn =>
        {
            var school = turn.Db.Organizations.First(one => one.Kind == OrganizationKind.School).Id;
            for (var i = 0; i < Teachers; i++)
            {
                var (educator, group, learners) = (new EducatorId(Guid.CreateVersion7()), new GroupId(Guid.CreateVersion7()), all.Skip(i * Room % Math.Max(1, all.Count - Room + 1)).Take(Room).ToList());
                turn.Db.Add(new Educator(educator, $"bench{i}", $"Teacher {i}", EducatorRole.Teacher));
                turn.Db.Add(new LearningGroup(group, school, $"Bench {i}"));
                turn.Db.Add(new Teaching(educator, group, day, null));
                turn.Db.AddRange(learners.Select(one => new Enrollment(new EnrollmentId(Guid.CreateVersion7()), one, group, day, null)));
                var token = Sessions.NewToken();
                turn.Db.Add(new Cairn.Storage.Accounts.SessionRow(Sessions.HashBytes(token), Guid.Empty, ActorKind.Teacher, educator.Value, turn.Now, turn.Now.AddHours(9)));
                rooms.Add((token, learners));
            }

            return turn.Db.SaveChanges();
        });
        return (rooms, string.Create(CultureInfo.InvariantCulture, $"{all.Count:N0} learners, {judgments:N0} judgments"));
    }

    /// <summary>One room of everybody, whose teacher is signed in.</summary>
    public static async Task<(string Token, IReadOnlyList<LearnerId> Learners)> OfAll(DemoDistrict demo)
    {
        await using var district = District.OpenExisting(demo.Folder, MakeDemo.District, toWrite: true, TimeProvider.System);
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-400);
        var (educator, group, token) = (new EducatorId(Guid.CreateVersion7()), new GroupId(Guid.CreateVersion7()), Sessions.NewToken());
        List<LearnerId> all = [];
        await district.Writer.Alone(turn =>
        {
            all = [.. new Scope(turn.Db, Actor.Operator, DateOnly.MinValue).Learners.Select(one => one.Id)];
            turn.Db.Add(new Educator(educator, "bench-all", "Teacher of all", EducatorRole.Teacher));
            turn.Db.Add(new LearningGroup(group, turn.Db.Organizations.First(one => one.Kind == OrganizationKind.School).Id, "Everybody"));
            turn.Db.Add(new Teaching(educator, group, day, null));
            turn.Db.AddRange(all.Select(one => new Enrollment(new EnrollmentId(Guid.CreateVersion7()), one, group, day, null)));
            turn.Db.Add(new Cairn.Storage.Accounts.SessionRow(Sessions.HashBytes(token), Guid.Empty, ActorKind.Teacher, educator.Value, turn.Now, turn.Now.AddHours(9)));
            return turn.Db.SaveChanges();
        });
        return (token, all);
    }

    /// <summary>A guardian who is signed in, and a learner of theirs.</summary>
    public static async Task<(string Token, LearnerId Learner)> Family(DemoDistrict demo, IReadOnlyList<LearnerId> learners)
    {
        await using var district = District.OpenExisting(demo.Folder, MakeDemo.District, toWrite: true, TimeProvider.System);
        (Guardian Guardian, LearnerId Learner) found;
        using (var db = district.Open())
        {
            var scope = new Scope(db, Actor.Operator, DateOnly.FromDateTime(DateTime.UtcNow), DateTime.UtcNow);
            found = learners.SelectMany(one => scope.GuardiansOf(one).Select(guardian => (guardian, one))).First();
        }

        var token = Sessions.NewToken();
        await district.Writer.Alone(turn =>
        {
            turn.Db.Add(new Cairn.Storage.Accounts.SessionRow(Sessions.HashBytes(token), Guid.Empty, ActorKind.Guardian, found.Guardian.Id.Value, turn.Now, turn.Now.AddHours(9)));
            return turn.Db.SaveChanges();
        });
        return (token, found.Learner);
    }

    /// <summary>A client that is signed in by a token.</summary>
    public static HttpClient As(Uri site, string token)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", $"{Sessions.Cookie}={token}");
        return http;
    }
}
