using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Cairn.App.Features.Archives;
using Cairn.App.Tests.Storage;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage;

namespace Cairn.App.Tests.Privacy;

/// <summary>A district with families: every word of a learner is a canary that names them, so that it is known wherever it turns up.</summary>
internal sealed class Family : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 31);
    public static readonly EducatorId Okafor = new(Guid.CreateVersion7());
    public static readonly OrganizationId Hill = new(Guid.CreateVersion7());
    public static readonly GroupId Loft = new(Guid.CreateVersion7());

    private Family(TestDistrict district) => District = district;

    public TestDistrict District { get; }

    public LearnerId Ada => District.Ada;

    public LearnerId Ben => District.Ben;

    /// <summary>Ada and Ben in one group, a guardian each and one they share; Ada's record has one of everything.</summary>
    public static async Task<Family> Make(TimeProvider? clock = null)
    {
        var made = new Family(await TestDistrict.With(clock: clock));
        await made.Put(new Organization(Hill, OrganizationKind.School, "Hill School", "UTC"), new Educator(Okafor, "okafor", "Ms. Okafor", EducatorRole.Teacher), new LearningGroup(Loft, Hill, "The Loft"));
        foreach (var learner in (LearnerId[])[made.Ada, made.Ben]) await made.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), learner, Loft, Today.AddDays(-100), null));
        await made.Put(new Teaching(Okafor, Loft, Today.AddDays(-100), null));
        return made;
    }

    /// <summary>Stores rows that a person would store.</summary>
    public Task<int> Put(params object[] rows) => District.District.Writer.Alone(turn =>
    {
        turn.Db.AddRange(rows);
        return turn.Db.SaveChanges();
    });

    /// <summary>A guardian of learners, whose username is an address as many rosters have it.</summary>
    public async Task<GuardianId> Guardian(string name, params LearnerId[] of)
    {
        var id = new GuardianId(Guid.CreateVersion7());
        await Put(new Guardian(id, $"{name}@private.example", $"{name} Byron"));
        await Put([.. of.Select(one => (object)new Guardianship(id, one, Today.AddDays(-100), null))]);
        return id;
    }

    public async Task<LearnerId> Learner(string name, DateOnly? born = null)
    {
        var id = new LearnerId(Guid.CreateVersion7());
        await Put(new Learner(id, $"user-{name}", $"Given{name}", $"Family{name}").Born(born));
        return id;
    }

    /// <summary>A piece with every kind of words, a reason, a decision with its reason, all naming whose they are.</summary>
    public async Task<PieceOfEvidence> Work(LearnerId learner, string canary, decimal level = 2)
    {
        var piece = District.Piece(learner);
        var judgment = District.Judged(piece, level, target: District.Lines) with { Judge = Okafor.Person };
        var set = new Override(new OverrideId(Guid.CreateVersion7()), learner, District.Clay, 1, 2, Okafor.Person, TestDistrict.Day, default, null);
        await District.Record(new Recording(learner)
        {
            Evidence = [piece], EvidenceTexts = [new EvidenceText(piece.Id, $"title {canary}", $"experience {canary}", $"context {canary}", $"comment {canary}")],
            Artifacts = [new Artifact(piece.Id, 1, $"artifact {canary}", $"https://files.example/{canary}")], Judgments = [judgment], JudgmentTexts = [new JudgmentText(judgment.Id, $"reason {canary}")],
            Overrides = [set], OverrideTexts = [new OverrideText(set.Id, $"decision {canary}")],
        });
        return piece;
    }

    public ArchiveMaking Making(string language = "en") => new(District.District, "Test", TimeZoneInfo.Utc, new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc), Words.For(language));

    public static Scope Scope(Db db, Actor? actor = null) => new(db, actor ?? Actor.Operator, Today);

    /// <summary>The archive of a learner, as its files.</summary>
    public IReadOnlyDictionary<string, string> Archive(LearnerId learner, Actor? actor = null, string language = "en")
    {
        using var to = new MemoryStream();
        using (var db = District.Open()) MakeArchive.OfLearner(Making(language), db, Scope(db, actor), learner, to).ShouldBeTrue();
        return Files(to.ToArray());
    }

    public static IReadOnlyDictionary<string, string> Files(byte[] zip)
    {
        using var read = new ZipArchive(new MemoryStream(zip));
        return read.Entries.ToDictionary(one => one.FullName, one =>
        {
            using var text = new StreamReader(one.Open(), Encoding.UTF8);
            return text.ReadToEnd();
        }, StringComparer.Ordinal);
    }

    public static JsonElement Json(IReadOnlyDictionary<string, string> archive) => JsonDocument.Parse(archive["archive.json"]).RootElement;

    /// <summary>A cell of the JSON as the sheet writes it.</summary>
    public static string Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDecimal().ToString("0.##########", CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        _ => "false",
    };

    public ValueTask DisposeAsync() => District.DisposeAsync();
}
