using Cairn.Storage.Accounts;

namespace Cairn.App.Access.Accounts;

/// <summary>A link or a code from paper that opens nothing. Where it was one of ours the journal names it, and the account that it was for;
/// what nobody ever had is one of many.</summary>
internal sealed class DeadLinks(Visit visit, Refusals refusals, IHttpContextAccessor http)
{
    public Task Tell(string purpose, string? secret) => Tell(purpose, visit.Served.District is null ? null : Codes.Known(visit.Db, purpose, secret));

    /// <summary>The same of a code from paper, which is kept by another hash.</summary>
    public Task Tell(string purpose, byte[] hash) => Tell(purpose, visit.Served.District is null ? null : Codes.Known(visit.Db, purpose, hash));

    private Task Tell(string purpose, OneTimeCode? known)
    {
        var context = http.HttpContext!;
        if (visit.Served.District is null || visit.Actor is not null || known is not { } row) return refusals.Note(context, RefusedWhy.DeadLink);
        return refusals.Note(context, RefusedWhy.DeadLink, new RefusedOne(row.Id, RequestActing.Of(context, null, row.Account), new { by = purpose, because = nameof(RefusedWhy.DeadLink) })
        {
            Row = (typeof(OneTimeCode), row.Id), Learner = row.Learner == Guid.Empty ? null : new Learning.LearnerId(row.Learner),
        });
    }
}
