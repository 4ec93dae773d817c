using System.Globalization;
using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>A site with a room: a child with mother, teacher and colleague; somebody who stands in, and a teacher of another room.</summary>
internal sealed class PacingSite : IAsyncDisposable
{
    private readonly Dictionary<string, Actor> _more;

    private PacingSite(PrivacySite site, Dictionary<string, Actor> more) => (Site, _more) = (site, more);

    public PrivacySite Site { get; }

    public string Kid => $"/learners/{Site.Kid.Value:N}";

    public TestDistrict District => Site.Family.District;

    public string Drawing => $"{District.Drawing.Value:N}";

    public static async Task<PacingSite> Make()
    {
        var site = await PrivacySite.Make();
        var (elsewhere, standIn, room) = (new EducatorId(Guid.CreateVersion7()), new EducatorId(Guid.CreateVersion7()), new GroupId(Guid.CreateVersion7()));
        await site.Family.Put(new Educator(elsewhere, "elsewhere", "Elsewhere", EducatorRole.Teacher), new Educator(standIn, "standin", "Stand In", EducatorRole.Teacher), new LearningGroup(room, Family.Hill, "The Barn"));
        await site.Family.Put(new Teaching(elsewhere, room, Family.Today.AddDays(-9), null), new Teaching(standIn, Family.Loft, Family.Today.AddDays(-1), null) { Role = TeachingRole.Substitute });
        return new PacingSite(site, new Dictionary<string, Actor>(StringComparer.Ordinal)
        {
            ["elsewhere"] = new(ActorKind.Teacher, elsewhere.Value, "Elsewhere"), ["standIn"] = new(ActorKind.Teacher, standIn.Value, "Stand In"),
        });
    }

    public async Task<Answer> Get(string who, string path)
    {
        using var visitor = await As(who);
        return await visitor.Get(path);
    }

    public async Task<Answer> Post(string who, string path, params (string Name, string Value)[] fields)
    {
        using var visitor = await As(who);
        return await visitor.Send(path, Form(fields), "application/x-www-form-urlencoded");
    }

    /// <summary>Somebody with a session of their own that begins now: links of the demonstration grow old when the clock moves.</summary>
    public async Task<Visitor> As(string who)
    {
        var said = _more.GetValueOrDefault(who) ?? Site.People[who];
        var known = Read(db => Cairn.Storage.Accounts.Hats.Of(db, said.Kind, said.Person, DateOnly.FromDateTime(Site.Clock.Now)))!;
        var token = await Site.Site.Part<Sessions>().Begin(District.District, new SessionStart(known, Guid.Empty, "password totp", "") { IsProved = true }, Cairn.Storage.Journal.Acting.Operator);
        return new Visitor(Site.Site.Url, ("Cookie", $"{Sessions.Cookie}={token}"));
    }

    public static string Form(params (string Name, string Value)[] fields) => string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));

    public T Read<T>(Func<Db, T> read) => Site.Read(read);

    public List<ReadyRequest> Asked() => Read(db => db.ReadyRequests.AsNoTracking().ToList().OrderBy(one => one.AskedAt).ToList());

    /// <summary>A level that the teacher said, on a day, of the child's lines at the first stage.</summary>
    public Task Judge(decimal level, DateTime on, CompetencyId? competency = null, LearnerId? learner = null)
    {
        var piece = new PieceOfEvidence(new EvidenceId(Guid.CreateVersion7()), learner ?? Site.Kid, new ExperienceId(Guid.CreateVersion7()), EvidenceKind.Demonstration, "", "", on, default);
        var judgment = District.Judged(piece, level, competency, competency is null ? District.Lines : null) with { Judge = Family.Okafor.Person };
        return District.Record(new Recording(piece.Learner) { Evidence = [piece], EvidenceTexts = [new EvidenceText(piece.Id, "A tree", "Studio", "", "")], Judgments = [judgment] });
    }

    /// <summary>The leader sets a policy of today; what is not said is as usual.</summary>
    public async Task Policy(params (string Name, string Value)[] fields)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["place"] = "district", ["from"] = Family.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["correctives"] = "true", ["days"] = "1", ["cap"] = "", ["band"] = "3", ["quiet"] = "10", ["loop"] = "3",
            ["first"] = "2025-08-18", ["last"] = "2026-06-12",
        };
        foreach (var (name, value) in fields) all[name] = value;
        (await Post("leader", "/policies/pacing", [.. all.Select(one => (one.Key, one.Value))])).Status.ShouldBe(HttpStatusCode.Found);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
