using System.Net;
using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Access.Proofs;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Accounts;

/// <summary>A district that is no demonstration, with a leader, a teacher, a learner and their guardian, served to who has an account.</summary>
internal sealed class AccountsSite : IAsyncDisposable
{
    public const string Password = "harbour lantern okapi 41";

    private readonly TempFolder _folder = new();
    private bool _isStopped;

    private readonly SiteOptions? _options;

    private AccountsSite(TestClock clock, SiteOptions? options) => (Clock, _options) = (clock, options);

    public TestClock Clock { get; }

    public District District { get; private set; } = null!;

    public RunningSite Site { get; private set; } = null!;

    public Guid Leader { get; } = Guid.CreateVersion7();

    public Guid Teacher { get; } = Guid.CreateVersion7();

    public Guid Guardian { get; } = Guid.CreateVersion7();

    public Guid Learner { get; } = Guid.CreateVersion7();

    public DataFolder Folder => _folder.Data;

    /// <param name="options">How the site is run, where it is not as usual.</param>
    public static async Task<AccountsSite> Start(SiteOptions? options = null)
    {
        var made = new AccountsSite(new TestClock(), options);
        District.Create(made.Folder, "test", "Fern Hollow", "UTC");
        made.District = District.OpenExisting(made.Folder, "test", toWrite: true, made.Clock);
        await made.District.Writer.Alone(turn =>
        {
            turn.Db.AddRange(
                new Educator(new EducatorId(made.Leader), "lead", "Dr. Lead", EducatorRole.Leader), new Educator(new EducatorId(made.Teacher), "okafor", "Ms. Okafor", EducatorRole.Teacher),
                new Guardian(new GuardianId(made.Guardian), "rosa.diaz", "Rosa Diaz"), new Learner(new LearnerId(made.Learner), "lena", "Lena", "Diaz"),
                new Guardianship(new GuardianId(made.Guardian), new LearnerId(made.Learner), new DateOnly(2020, 1, 1), null));
            turn.Db.SaveChanges();
            turn.Db.Add(Grants.Of(new EducatorId(made.Leader), GrantedRole.DistrictLeader));
            return true;
        });
        made.Site = await made.Node();
        return made;
    }

    /// <summary>Another node over the same district: it keeps sessions in a memory of its own.</summary>
    public Task<RunningSite> Node() => RunningSite.Start(Folder, District, clock: Clock, options: _options);

    /// <summary>Gives people an account with a password.</summary>
    public Task<Guid> Account(string login, string password, params (ActorKind Kind, Guid Person)[] people) => District.Writer.Alone(turn =>
    {
        var account = NewAccount.Make(turn, login, $"{login}@example.org", people);
        account.PasswordHash = password.Length == 0 ? "" : PasswordHash.Of(PasswordRules.Normal(password));
        return account.Id;
    });

    /// <summary>A family's account: a password is all it asks for.</summary>
    public Task<Guid> Family(string login = "rosa") => Account(login, Password, (ActorKind.Guardian, Guardian));

    /// <summary>A member of staff with an app that makes codes; the key of the app.</summary>
    public async Task<byte[]> Staff(string login, ActorKind kind, Guid person)
    {
        var (id, key) = (await Account(login, Password, (kind, person)), Totp.NewKey());
        await District.Writer.Alone(turn =>
        {
            var row = turn.Db.Accounts.Single(one => one.Id == id);
            (row.TotpKey, row.HasSecondFactor) = (Folder.Secrets.Close(key, $"totp/test/{id:N}"), true);
            return row.Version++;
        });
        return key;
    }

    public static Task<Answer> SignIn(Visitor visitor, string login, string password = Password, string also = "") =>
        visitor.Send("/sign-in", $"name={Uri.EscapeDataString(login)}&password={Uri.EscapeDataString(password)}{also}", Form);

    /// <summary>Somebody of a family who has signed in.</summary>
    public async Task<Visitor> SignedIn(string login = "rosa", RunningSite? at = null)
    {
        var visitor = (at ?? Site).Visitor();
        (await SignIn(visitor, login)).Status.ShouldBe(HttpStatusCode.Found);
        return visitor;
    }

    /// <summary>Somebody of the staff who has signed in with their app.</summary>
    public async Task<Visitor> SignedIn(string login, byte[] key)
    {
        var visitor = Site.Visitor();
        (await SignIn(visitor, login)).Header("Location").ShouldBe("/sign-in/second");
        (await Code(visitor, key)).Status.ShouldBe(HttpStatusCode.Found);
        return visitor;
    }

    /// <summary>Types the code that an app shows now.</summary>
    public Task<Answer> Code(Visitor visitor, byte[] key, string to = "/sign-in/second") => visitor.Send(to, $"code={Totp.Code(key, Totp.StepAt(Clock.GetUtcNow()))}", Form);

    public Account Read(string login)
    {
        using var db = District.Open();
        return db.Accounts.AsNoTracking().Single(one => one.Login == login);
    }

    public List<SessionRow> Sessions()
    {
        using var db = District.Open();
        return [.. db.Sessions.AsNoTracking()];
    }

    /// <summary>What the journal tells beside rows: the act and who did it, newest last.</summary>
    public List<(JournalAct Act, Occasion By)> Told()
    {
        using var db = District.Open();
        var occasions = db.Occasions.AsNoTracking().ToDictionary(one => one.Id);
        return [.. db.Journal.AsNoTracking().Where(one => one.Act >= JournalAct.Viewed).OrderBy(one => one.Index).ToList().Select(one => (one.Act, occasions[one.Occasion]))];
    }

    /// <summary>Stops the site and lets go of the district, as a machine does before the command line is used.</summary>
    public async Task Stop()
    {
        if (_isStopped) return;
        _isStopped = true;
        await Site.DisposeAsync();
        await District.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
    }

    public const string Form = "application/x-www-form-urlencoded";
}
