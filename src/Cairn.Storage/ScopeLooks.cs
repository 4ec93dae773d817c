using Cairn.Learning;
using Cairn.Learning.Privacy;
using Cairn.Storage.Journal;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Who looked at a learner's record, or changed what is said of them.</summary>
public sealed partial class Scope
{
    // What a family must not learn of: a colleague's own notes, what a court said of another guardian, a hold, and from whom a learner is kept.
    private static readonly List<int> Hidden = [.. ((Type[])[typeof(PrivateNote), typeof(Learning.People.GuardianBlock), typeof(LegalHold), typeof(Learning.Plans.Groupings.GroupingRuleMember), .. Transfers.HeldMobility.Unsaid]).Select(one => JournalKinds.Of(one)!.Value.Number)];

    /// <summary>A page of entries about a learner, newest first, and whether there are more; none where the actor may not see the learner.</summary>
    public (IReadOnlyList<JournalLine> Page, bool HasMore) LooksAt(LearnerId learner, int skip, int take)
    {
        if (!Sees(learner)) return ([], false);
        List<JournalEntry> entries = [.. db.Journal.AsNoTracking().Where(one => one.Learner == learner && !Hidden.Contains(one.Kind) && one.Act != JournalAct.Refused).OrderByDescending(one => one.Index).Skip(skip).Take(take + 1)];
        return (JournalLines.Of(db, [.. entries.Take(take)]), entries.Count > take);
    }
}
