using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage;

namespace Cairn.App.Tests.Classroom;

/// <summary>A room with families, two teachers and a substitute, a second room beside it, and its board.</summary>
internal sealed class BoardSite : IAsyncDisposable
{
    private static readonly GroupId Attic = new(Guid.CreateVersion7());
    private readonly PrivacySite _site;

    private BoardSite(PrivacySite site) => _site = site;

    public static string Path { get; } = $"/groups/{Family.Loft.Value:N}/board";

    /// <summary>Works in the other room.</summary>
    public Actor Stranger { get; private set; } = null!;

    public Actor Substitute { get; private set; } = null!;

    /// <summary>A learner of the other room.</summary>
    public LearnerId Elsewhere { get; private set; }

    public PrivacySite Whole => _site;

    public District District => _site.Family.District.District;

    public LearnerId Kid => _site.Kid;

    public LearnerId Ada => _site.Family.Ada;

    public static async Task<BoardSite> Make()
    {
        var made = new BoardSite(await PrivacySite.Make());
        var family = made._site.Family;
        made.Elsewhere = await family.Learner("Elsewhere");
        await family.Put(new LearningGroup(Attic, Family.Hill, "The Attic"));
        await family.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), made.Elsewhere, Attic, Family.Today.AddDays(-9), null));
        (made.Stranger, made.Substitute) = (await made.Educator("stranger", Attic), await made.Educator("stands-in", Family.Loft, TeachingRole.Substitute));
        return made;
    }

    public async Task<Actor> Educator(string name, GroupId group, TeachingRole role = TeachingRole.Teacher)
    {
        var id = new EducatorId(Guid.CreateVersion7());
        await _site.Family.Put(new Educator(id, name, name, EducatorRole.Teacher));
        await _site.Family.Put(new Teaching(id, group, Family.Today.AddDays(-9), null) { Role = role });
        return new Actor(ActorKind.Teacher, id.Value, name);
    }

    public Visitor As(Actor actor, Uri? at = null) => new(at ?? _site.Site.Url, ("Cookie", $"{Sessions.Cookie}={(at is null ? _site.Site : Other!).Part<Sessions>().Begin(actor, District.Name)}"));

    public Visitor As(string who) => As(_site.People[who]);

    /// <summary>A second site over the same district, which is run otherwise.</summary>
    public RunningSite? Other { get; private set; }

    public async Task<RunningSite> Run(SiteOptions options) => Other = await RunningSite.Start(_site.Family.District.Folder, District, clock: _site.Clock, options: options);

    /// <summary>Taps on the board; where it leads.</summary>
    public static Task<Answer> Tap(Visitor visitor, params (string Name, string Value)[] fields) => Post(visitor, Path, fields);

    public static Task<Answer> Post(Visitor visitor, string path, params (string Name, string Value)[] fields) =>
        visitor.Send(path, string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")), "application/x-www-form-urlencoded");

    /// <summary>Undoes what was just done, as the button of the toast does.</summary>
    public static Task<Answer> Undo(Visitor visitor, Answer done)
    {
        var asked = System.Web.HttpUtility.ParseQueryString(new Uri(new Uri("http://site"), done.Header("Location")).Query);
        return Tap(visitor, [.. asked.AllKeys.Where(one => one!.StartsWith("undo-", StringComparison.Ordinal)).Select(one => (one![5..], asked[one]!))]);
    }

    /// <summary>Begins a line of work for a learner, and names it.</summary>
    public async Task<ProjectId> Begin(Visitor teacher, LearnerId learner, string question = "How tall is a cloud?")
    {
        (await Tap(teacher, ("do", "on"), ("who", N(learner)), ("question", question))).Status.ShouldBe(HttpStatusCode.Found);
        return Read(db => db.Projects.Single(one => one.Question == question).Id);
    }

    public T Read<T>(Func<Db, T> read) => _site.Read(read);

    public Project Project(ProjectId id) => Read(db => db.Projects.Single(one => one.Id == id));

    public static string N(LearnerId id) => id.Value.ToString("N");

    public static string N(ProjectId id) => id.Value.ToString("N");

    public async ValueTask DisposeAsync()
    {
        if (Other is not null) await Other.DisposeAsync();
        await _site.DisposeAsync();
    }
}
