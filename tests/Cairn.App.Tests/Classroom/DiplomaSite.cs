using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Evidence;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Interop.Policies;
using Cairn.Storage;

namespace Cairn.App.Tests.Classroom;

/// <summary>A school whose class of 2026 is checked: rules, credit, competencies; a registrar, a counselor, a registrar of another school, a family.</summary>
internal sealed class DiplomaSite : IAsyncDisposable
{
    public const int Class = 2026;

    /// <summary>Two credits of math, one of science, two competencies of the core at their line, and a word of the principal.</summary>
    public const string Rules = """
        {"id":"standard","title":"Hill diploma","source":"Board policy 7","split":true,"root":{"all":[
          {"id":"credits","label":"Credits","all":[
            {"id":"math","label":"Mathematics","need":2,"of":{"type":"credit","subject":"math"},"pool":"credit"},
            {"id":"science","label":"Science","need":1,"of":{"type":"credit","subject":"science"},"pool":"credit"}]},
          {"id":"core","label":"Core competencies","need":2,"of":{"type":"competency","area":"CORE","level":{">=":3}},"distinct":"code"},
          {"id":"exhibition","label":"Exhibition before a panel","attest":"exhibition","by":["principal"]}]}}
        """;

    private readonly PrivacySite _site;

    private readonly Dictionary<string, Actor> _people;

    private DiplomaSite(PrivacySite site) => (_site, _people) = (site, new Dictionary<string, Actor>(site.People, StringComparer.Ordinal));

    public PrivacySite Site => _site;

    public LearnerId Kid => _site.Kid;

    public LearnerId Grown => _site.Grown;

    public DiplomaPlan Plan { get; private set; } = null!;

    public CompetencyId Modeling { get; } = new(Guid.CreateVersion7());

    public CompetencyId Arguing { get; } = new(Guid.CreateVersion7());

    public static async Task<DiplomaSite> Make(bool hasPlan = true)
    {
        var made = new DiplomaSite(await PrivacySite.Make());
        await made.Put(new Organization(Elsewhere, OrganizationKind.School, "Elsewhere School", "UTC"));
        await made.AddEducator("registrar", GrantedRole.Registrar, Family.Hill);
        await made.AddEducator("registrar2", GrantedRole.Registrar, Family.Hill);
        await made.AddEducator("stranger-registrar", GrantedRole.Registrar, Elsewhere);
        await made.AddEducator("counselor", GrantedRole.Counselor, Family.Hill);
        await made.Put(new CaseloadEntry(new EducatorId(made._people["counselor"].Person), made.Kid, CaseloadKind.Counselor, Family.Today.AddDays(-9), null));
        await made.Write(turn =>
        {
            foreach (var one in turn.Db.Learners.Where(one => one.Id == made.Kid || one.Id == made.Grown).ToList()) one.Graduates(Class);
            return turn.Db.SaveChanges();
        });
        await made.AddFramework();
        if (hasPlan) made.Plan = await made.Adopt(Rules);
        return made;
    }

    public static OrganizationId Elsewhere { get; } = new(Guid.CreateVersion7());

    public static string Path(LearnerId learner) => $"/learners/{learner.Value:N}/diploma";

    /// <summary>Somebody at a browser.</summary>
    public Task<Visitor> As(string who) => _site.Site.As(_people[who]);

    public PersonId Person(string who) => new(_people[who].Person);

    public async Task<Answer> Get(string who, string path)
    {
        using var visitor = await As(who);
        return await visitor.Get(path);
    }

    /// <summary>Posts a form and tells all of the answer.</summary>
    public async Task<Answer> Send(string who, string path, params (string Name, string Value)[] fields)
    {
        using var visitor = await As(who);
        return await visitor.Send(path, string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")), "application/x-www-form-urlencoded");
    }

    public T Read<T>(Func<Db, T> read) => _site.Read(read);

    public Task<int> Put(params object[] rows) => _site.Family.Put(rows);

    public Task<T> Write<T>(Func<WriteTurn, T> work) => _site.Family.District.District.Writer.Alone(work);

    /// <summary>Adopts rules as if two people had.</summary>
    public async Task<DiplomaPlan> Adopt(string rules, string code = "standard", int number = 1, int? from = null, int? until = null, bool isAlternate = false, string title = "Hill diploma")
    {
        var read = PolicyText.Read(rules);
        var plan = new DiplomaPlan(new DiplomaPlanId(Guid.CreateVersion7()), code, number, title, rules, read.Hash, Family.Today.AddDays(-30), new PersonId(_site.People["leader"].Person), default) { ClassFrom = from, ClassUntil = until, IsAlternate = isAlternate };
        read.Policy.ShouldNotBeNull();
        return await Write(turn =>
        {
            var stored = plan with { RecordedAt = turn.Next() };
            turn.Db.Add(stored);
            turn.Db.SaveChanges();
            return stored;
        });
    }

    /// <summary>Awards credit as if somebody had, by whatever way.</summary>
    public Task<CreditAwardId> Credit(LearnerId learner, string subject, int hundredths = 100, string title = "", DateOnly? until = null) => Write(turn =>
    {
        var id = new CreditAwardId(Guid.CreateVersion7());
        turn.Db.Add(new CreditAward(id, learner, CreditSource.Mastery, hundredths, Family.Today.AddDays(-20), new PersonId(_site.People["teacher"].Person), turn.Next()) { ProvisionalUntil = until });
        turn.Db.SaveChanges();
        turn.Db.Add(new CreditAwardText(id, title.Length > 0 ? title : $"A course of {subject}", "", subject, "", "", "", ""));
        turn.Db.SaveChanges();
        return id;
    });

    /// <summary>Judges a competency of the core at a level.</summary>
    public Task Judge(LearnerId learner, CompetencyId competency, decimal level)
    {
        var day = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
        var piece = new PieceOfEvidence(new EvidenceId(Guid.CreateVersion7()), learner, new ExperienceId(Guid.CreateVersion7()), EvidenceKind.Demonstration, "", "", day, default);
        return _site.Family.District.Record(new Recording(learner)
        {
            Evidence = [piece], EvidenceTexts = [new EvidenceText(piece.Id, "A piece", "Studio", "", "")],
            Judgments = [new Judgment(new JudgmentId(Guid.CreateVersion7()), learner, competency, null, null, piece.Id, level, null, false, Family.Okafor.Person, JudgeRole.Educator, day, day, default)],
        });
    }

    public Task Attest(LearnerId learner, string key) => Put(new Attestation(new AttestationId(Guid.CreateVersion7()), learner, key, "principal", new PersonId(_site.People["principal"].Person), DateTime.SpecifyKind(new DateTime(2026, 3, 20), DateTimeKind.Utc)));

    /// <summary>All that the rules ask for.</summary>
    public async Task Finish(LearnerId learner)
    {
        await Credit(learner, "math", 200, "Algebra and functions");
        await Credit(learner, "science");
        await Judge(learner, Modeling, 3);
        await Judge(learner, Arguing, 4);
        await Attest(learner, "exhibition");
    }

    public async Task<(DiplomaAwardId Id, string Path)> Award(LearnerId learner, string by = "registrar")
    {
        var page = await Get(by, Path(learner));
        var sent = await Send(by, Path(learner) + "/award", ("seen", Seen(page.Body, "/award")), ("sure", "true"));
        sent.Status.ShouldBe(HttpStatusCode.Found, sent.Body);
        return (new DiplomaAwardId(Guid.Parse(sent.Header("Location").Split('/')[^1])), sent.Header("Location"));
    }

    /// <summary>What a form names as the state that whoever sends it has before them.</summary>
    public static string Seen(string body, string action)
    {
        var form = body[body.IndexOf($"{action}\"", StringComparison.Ordinal)..];
        var at = form.IndexOf("name=\"seen\" value=\"", StringComparison.Ordinal) + "name=\"seen\" value=\"".Length;
        return form[at..form.IndexOf('"', at)];
    }

    public async Task AddEducator(string name, GrantedRole role, OrganizationId? school)
    {
        var id = new EducatorId(Guid.CreateVersion7());
        await Put(new Educator(id, name, $"M. {name}", EducatorRole.Teacher), new RoleGrant(new RoleGrantId(Guid.CreateVersion7()), id, role, school, null, Family.Today.AddDays(-9), null, default));
        _people[name] = new Actor(ActorKind.Teacher, id.Value, name);
        _site.Site.Links.Make(_people.Values.Select(one => (one.Kind.ToString(), one, "")));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<bool> AddFramework() => Write(turn =>
    {
        var (framework, version, area, scale) = (new FrameworkId(Guid.CreateVersion7()), new FrameworkVersionId(Guid.CreateVersion7()), new AreaId(Guid.CreateVersion7()), new ScaleId(Guid.CreateVersion7()));
        turn.Db.AddRange(
            new ProficiencyScale(scale, "Four levels", 3, [new(1, 1, "Starting"), new(2, 2, "Building"), new(3, 3, "Solid"), new(4, 4, "Extending")]),
            new Framework(framework, "core", "Core"), new FrameworkVersion(version, framework, 1, null, null), new Area(version, area, "CORE", "Core", AreaKind.Learning, true, 1),
            new Competency(version, Modeling, area, "CORE.1", "Modeling with functions", "", "", scale, 1, true, 1, 1), new Competency(version, Arguing, area, "CORE.2", "Arguing from evidence", "", "", scale, 1, true, 2, 2),
            new RuleAssignment(new RuleId(Guid.CreateVersion7()), framework, null, false, 1, DateTime.UnixEpoch, new MostRecent()));
        turn.Adopt(version, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return true;
    });
}
