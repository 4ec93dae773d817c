using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Abuse;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Transcripts;

/// <summary>The site of families, with credit and people who keep the official record: leader and second for the district, principal for Hill School, and a registrar of another school.</summary>
internal sealed partial class TranscriptSite : IAsyncDisposable
{
    private TranscriptSite(PrivacySite site) => Site = site;

    public PrivacySite Site { get; }

    public LearnerId Kid => Site.Kid;

    public LearnerId Grown => Site.Grown;

    public Refused Refused => new(Site.Site, Site.Family.District.District);

    public static async Task<TranscriptSite> Make()
    {
        var made = new TranscriptSite(await PrivacySite.Make());
        var (school, registrar) = (new OrganizationId(Guid.CreateVersion7()), new EducatorId(Guid.CreateVersion7()));
        await made.Site.Family.Put(new Organization(school, OrganizationKind.School, "Other School", "UTC"), new Educator(registrar, "elsewhere", "Elsewhere", EducatorRole.Teacher));
        await made.Site.Family.Put(new RoleGrant(new RoleGrantId(Guid.CreateVersion7()), registrar, GrantedRole.Registrar, school, null, Family.Today.AddDays(-9), null, default));
        ((Dictionary<string, Actor>)made.Site.People)["elsewhere"] = new Actor(ActorKind.Teacher, registrar.Value, "Elsewhere");
        return made;
    }

    public static string Of(LearnerId learner) => $"/learners/{learner.Value:N}";

    public async Task<Answer> Get(string who, string path)
    {
        using var visitor = await Site.SignedIn(who);
        return await visitor.Get(path);
    }

    public async Task<Answer> Post(string who, string path, params (string Name, string Value)[] fields)
    {
        using var visitor = await Site.SignedIn(who);
        return await visitor.Send(path, string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")), "application/x-www-form-urlencoded");
    }

    public async Task<Answer> Anybody(string path)
    {
        using var visitor = Site.Site.Visitor();
        return await visitor.Get(path);
    }

    /// <summary>Credit as it is awarded.</summary>
    public async Task<CreditAward> Award(LearnerId learner, string title, int hundredths = 100, decimal? level = 3, CreditSource source = CreditSource.Mastery, Func<CreditAward, CreditAward>? with = null, string grade = "", string origin = "")
    {
        var award = new CreditAward(new CreditAwardId(Guid.CreateVersion7()), learner, source, hundredths, Family.Today.AddDays(-40), Family.Okafor.Person, DateTime.MinValue) { Level = level, School = Family.Hill };
        award = with?.Invoke(award) ?? award;
        return await Site.Family.District.District.Writer.Alone(turn =>
        {
            award = award with { RecordedAt = turn.Next() };
            turn.Db.Add(award);
            turn.Db.Add(new CreditAwardText(award.Id, title, "02052", "math", "", grade, origin, ""));
            turn.Db.SaveChanges();
            return award;
        });
    }

    /// <summary>A table of letters that holds from a day on, signed by two.</summary>
    public Task Table(int number, string table, DateOnly from) => Site.Family.District.District.Writer.Alone(turn =>
    {
        var one = new GradeConversion(new GradeConversionId(Guid.CreateVersion7()), "letters", number, $"Letters {number}", table, new PersonId(Site.People["leader"].Person), turn.Now);
        one.Propose(from, from, new PersonId(Site.People["leader"].Person));
        one.Sign(from, new PersonId(Site.People["second"].Person), turn.Now);
        turn.Db.Add(one);
        return turn.Db.SaveChanges();
    });

    /// <summary>A record as an edition that somebody issues; its row.</summary>
    public async Task<FrozenRecord> Issue(string who, LearnerId learner, string why = "Request")
    {
        var before = Site.Read(db => db.FrozenRecords.Count(one => one.Learner == learner));
        (await Post(who, $"{Of(learner)}/records", ("for", why), ("seen", $"{before}"))).Status.ShouldBe(HttpStatusCode.Found);
        return Newest(learner)!;
    }

    public FrozenRecord? Newest(LearnerId learner) => Site.Read(db => db.FrozenRecords.AsNoTracking().Where(one => one.Learner == learner).OrderByDescending(one => one.Edition).FirstOrDefault());

    public byte[] Bytes(FrozenRecord record) => Site.Read(db => db.FrozenBytes.AsNoTracking().Single(one => one.Record == record.Id).Bytes);

    /// <summary>A link that somebody makes: the address that it is shown with, once.</summary>
    public async Task<string> Share(string who, LearnerId learner, params (string Name, string Value)[] more)
    {
        var answer = await Post(who, $"{Of(learner)}/transcript/shares", Wish(more));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return Link().Match(answer.Body).Groups["path"].Value;
    }

    /// <summary>What a form to share holds, with what is otherwise.</summary>
    public static (string Name, string Value)[] Wish(params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["whom"] = "State College", ["format"] = "Both", ["basis"] = "OwnWish", ["until"] = Family.Today.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["works"] = "true" };
        foreach (var (name, value) in more) fields[name] = value;
        return [.. fields.Select(one => (one.Key, one.Value))];
    }

    public TranscriptShare Shared(LearnerId learner) => Site.Read(db => db.TranscriptShares.AsNoTracking().Where(one => one.Learner == learner).OrderByDescending(one => one.MadeAt).First());

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    [GeneratedRegex("href=\"https?://[^/\"]+(?<path>/t/[A-Za-z0-9_-]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
