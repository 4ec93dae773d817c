using Cairn.App.Cli.Demo;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Web;

/// <summary>A small district with the demonstration's framework and people whose names, or whose places, are odd.</summary>
internal sealed class OddDistrict : IAsyncDisposable
{
    public const string Script = "<script>alert(1)</script>";

    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);
    private readonly OrganizationId _school = new(Guid.NewGuid());

    private readonly TempFolder _folder;

    private OddDistrict(TempFolder folder, District district) => (_folder, District) = (folder, district);

    public District District { get; }

    public DataFolder Folder => _folder.Data;

    public RunningSite Site { get; private set; } = null!;

    public Educator Educator { get; } = new(new EducatorId(Guid.NewGuid()), "odd", $"Ms. {Script}", EducatorRole.Teacher);

    public LearningGroup Group { get; private set; } = null!;

    public LearningGroup Second { get; private set; } = null!;

    public Actor Teacher => new(ActorKind.Teacher, Educator.Id.Value, Educator.DisplayName);

    public static Actor Leader { get; } = new(ActorKind.Leader, Guid.NewGuid(), "Dr. Plain");

    /// <param name="learners">Learners, and from when until when each is in the room.</param>
    /// <param name="also">What else is in the framework.</param>
    public static async Task<OddDistrict> Make(IEnumerable<(Learner Learner, DateOnly From, DateOnly? Until)> learners, Action<WriteTurn>? also = null)
    {
        var folder = new TempFolder();
        folder.Data.SetMark("{}");
        District.Create(folder.Data, "odd", $"District {Script}", "America/New_York");
        var odd = new OddDistrict(folder, District.OpenExisting(folder.Data, "odd", toWrite: true, TimeProvider.System));
        (odd.Group, odd.Second) = (new LearningGroup(new GroupId(Guid.NewGuid()), odd._school, $"Room {Script}"), new LearningGroup(new GroupId(Guid.NewGuid()), odd._school, "Attic"));
        await odd.Fill([.. learners], also);
        odd.Site = await RunningSite.Start(folder.Data, odd.District, [odd.Teacher, Leader, .. odd.Learners.Select(DemoSite.Self)]);
        return odd;
    }

    public IReadOnlyList<Learner> Learners { get; private set; } = [];

    public static Learner Learner(string given, string family = "Plain") => new(new LearnerId(Guid.NewGuid()), $"u{Guid.NewGuid():N}", given, family);

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await District.DisposeAsync();
        _folder.Dispose();
    }

    private async Task Fill(IReadOnlyList<(Learner Learner, DateOnly From, DateOnly? Until)> learners, Action<WriteTurn>? also)
    {
        Learners = [.. learners.Select(one => one.Learner)];
        await District.Writer.Alone(turn =>
        {
            new DemoFramework(DemoContent.Read()).Store(turn, DateTime.UtcNow.AddYears(-2), also);
            turn.Db.Add(new Organization(_school, OrganizationKind.School, "Odd School", "America/New_York"));
            turn.Db.Add(Educator);
            turn.Db.AddRange(Group, Second);
            turn.Db.SaveChanges();
            foreach (var group in (LearningGroup[])[Group, Second]) turn.Db.Add(new Teaching(Educator.Id, group.Id, Today.AddYears(-1), null));
            turn.Db.AddRange(Learners);
            turn.Db.SaveChanges();
            turn.Db.AddRange(learners.Select(one => new Enrollment(new EnrollmentId(Guid.NewGuid()), one.Learner.Id, Group.Id, one.From, one.Until)));
            foreach (var one in Learners) turn.ConcludeWhole(one.Id);
            return true;
        });
        foreach (var one in Learners)
            await District.Writer.Record(new Recording(one.Id) { StageEntries = [new StageEntry(new StageEntryId(Guid.NewGuid()), one.Id, DemoFramework.CompetencyOf("RD.1"), 1, "test", null, "", Instant.Utc(DateTime.UtcNow.AddDays(-30)), default)] });
    }
}
