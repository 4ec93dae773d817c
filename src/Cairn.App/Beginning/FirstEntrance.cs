using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Signing;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Beginning;

/// <summary>The last step: whoever leads the district gets their account, the district moves to its place, and they are signed in to it.</summary>
internal sealed class FirstEntrance(FirstRun run, DataFolder folder, Sessions sessions, TimeProvider clock, IHttpContextAccessor accessor)
{
    /// <summary>Is there an educator of this name, whom a roster brought?</summary>
    public Educator? Known(string login)
    {
        using var db = run.Making.District!.Open();
        return Known(db, login);
    }

    /// <summary>Makes the account in the district in the making. What an earlier try made goes first: since then they may have said who they are anew.</summary>
    /// <param name="leader">Who.</param>
    /// <param name="hash">The hash of their password; empty for none.</param>
    public Task<Account> Make(FirstLeader leader, string hash) =>
        run.Making.Write(turn =>
        {
            Unmake(turn.Db);
            var known = Known(turn.Db, leader.Login);
            var id = known?.Id ?? new EducatorId(Guid.CreateVersion7());
            if (known is null) turn.Db.Add(new Educator(id, LoginName.Key(leader.Login), leader.Name, EducatorRole.Leader));
            run.MadeEducator = known is null ? id : null;
            turn.Db.SaveChanges();
            foreach (var role in (GrantedRole[])[GrantedRole.DistrictLeader, GrantedRole.PrivacyOfficer])
                turn.Db.Add(new RoleGrant(new RoleGrantId(Guid.CreateVersion7()), id, role, null, null, run.Making.Today, null, default));
            var account = NewAccount.Make(turn, leader.Account, leader.Login, "", (ActorKind.Teacher, id.Value));
            account.PasswordHash = hash;
            return account;
        });

    /// <summary>Takes the account back, where the district could not be opened: it is tried again.</summary>
    public Task TakeBack() => run.Making.Write(turn =>
    {
        Unmake(turn.Db);
        return true;
    });

    private static Educator? Known(Db db, string login)
    {
        var key = LoginName.Key(login);
        return db.Educators.AsNoTracking().ToList().Find(one => LoginName.Key(one.Username) == key);
    }

    // Before the district opens there is no account but the one that this makes. An educator whom a roster brought stays, without the roles.
    private void Unmake(Db db)
    {
        db.RemoveRange(db.Passkeys.ToList());
        foreach (var link in db.AccountPeople.ToList())
        {
            var who = new EducatorId(link.Person);
            db.RemoveRange(db.RoleGrants.Where(one => one.Educator == who && one.By == default).ToList());
            db.Remove(link);
        }

        db.SaveChanges();
        db.RemoveRange(db.Accounts.ToList());
        if (run.MadeEducator is { } made) db.RemoveRange(db.Educators.Where(one => one.Id == made).ToList());
        db.SaveChanges();
    }

    /// <summary>Opens the district, and lets its leader in.</summary>
    /// <param name="methods">By what they proved who they are.</param>
    /// <exception cref="RefusedException">The district cannot be in its place.</exception>
    public async Task Enter(string methods)
    {
        var http = accessor.HttpContext!;
        var begun = await run.Making.Finish();
        run.Open(begun);
        FirstRunCookie.Clear(http);
        await new Checkpoints(folder, begun).Make();
        using var db = begun.Open();
        var account = db.Accounts.AsNoTracking().Single();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, Served.Of(folder, begun).Zone));
        if (Hats.Of(db, account.Id, today) is not [var actor, ..]) return;
        var start = new SessionStart(actor, account.Id, methods, account.SecurityStamp) { IsProved = true, Device = DeviceName.Of(http.Request.Headers.UserAgent) };
        SessionCookie.Set(http, await sessions.Begin(begun, start, RequestActing.Of(http, actor, account.Id)));
    }
}
