using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Drafts of framework versions: begun from what is in force, changed by one person after the other, dropped.</summary>
public static class Drafts
{
    /// <summary>Begins a draft of a framework with everything that its newest adopted version holds, the source package too.</summary>
    /// <returns>The draft; the one there was where somebody began it already.</returns>
    public static FrameworkVersion Begin(WriteTurn turn, FrameworkId framework)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var db = turn.Db;
        if (Of(db, framework) is { } there) return there;
        var last = db.FrameworkVersions.AsNoTracking().Where(one => one.Framework == framework && one.AdoptedAt != null).OrderByDescending(one => one.Number).FirstOrDefault();
        var draft = new FrameworkVersion(new FrameworkVersionId(Guid.CreateVersion7()), framework, 0, null, last?.LastStage);
        db.Add(draft);
        db.SaveChanges();
        if (last is null) return draft;
        FrameworkRows.CopyOf(db, last.Id, draft.Id).Store(turn);
        return draft;
    }

    /// <summary>The draft of a framework, or null.</summary>
    public static FrameworkVersion? Of(Db db, FrameworkId framework)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.FrameworkVersions.AsNoTracking().FirstOrDefault(one => one.Framework == framework && one.AdoptedAt == null);
    }

    /// <summary>Takes the next number of changes for a draft; false where somebody else took it, or the draft is gone.</summary>
    /// <param name="turn">The turn that the change is made in.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="edits">How many changes it had when it was read.</param>
    public static bool Take(WriteTurn turn, FrameworkVersionId draft, int edits)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Db.FrameworkVersions.Where(one => one.Id == draft && one.AdoptedAt == null && one.Edits == edits)
            .ExecuteUpdate(set => set.SetProperty(one => one.Edits, edits + 1)) == 1;
    }

    /// <summary>Drops a draft with all that it holds, and the framework too where that was never adopted.</summary>
    public static void Drop(WriteTurn turn, FrameworkVersion draft)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(draft);
        var (db, id) = (turn.Db, draft.Id);
        db.SourcePackages.Where(one => one.Version == id).ExecuteDelete();
        db.PortraitLinks.Where(one => one.Version == id).ExecuteDelete();
        db.PortraitQualities.Where(one => one.Version == id).ExecuteDelete();
        db.Associations.Where(one => one.Version == id).ExecuteDelete();
        db.Exemplars.Where(one => one.Version == id).ExecuteDelete();
        db.StageDescriptors.Where(one => one.Version == id).ExecuteDelete();
        db.Descriptors.Where(one => one.Version == id).ExecuteDelete();
        db.StageRequirements.Where(one => one.Version == id).ExecuteDelete();
        db.Targets.Where(one => one.Version == id).ExecuteDelete();
        db.Competencies.Where(one => one.Version == id).ExecuteDelete();
        db.Areas.Where(one => one.Version == id).ExecuteDelete();
        db.FrameworkVersions.Where(one => one.Id == id && one.AdoptedAt == null).ExecuteDelete();
        if (db.FrameworkVersions.Any(one => one.Framework == draft.Framework)) return;
        // One after the other: the framework goes when nothing hangs on it any more.
        db.RemoveRange(db.Rules.Where(one => one.Framework == draft.Framework).ToList());
        db.RemoveRange(db.ScaleAssignments.Where(one => one.Framework == draft.Framework).ToList());
        db.RemoveRange(db.Frameworks.Where(one => one.Id == draft.Framework).ToList());
        db.SaveChanges();
    }

    /// <summary>Takes a competency out of a draft with all that hangs on it there.</summary>
    public static void Remove(WriteTurn turn, FrameworkVersionId draft, CompetencyId competency)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var db = turn.Db;
        foreach (var target in db.Targets.AsNoTracking().Where(one => one.Version == draft && one.Competency == competency).Select(one => one.Id).ToList()) Remove(turn, draft, target);
        db.PortraitLinks.Where(one => one.Version == draft && one.Competency == competency).ExecuteDelete();
        db.Exemplars.Where(one => one.Version == draft && one.Competency == competency).ExecuteDelete();
        db.Descriptors.Where(one => one.Version == draft && one.Competency == competency).ExecuteDelete();
        Unlink(db, draft, competency.Value);
        db.Competencies.Where(one => one.Version == draft && one.Id == competency).ExecuteDelete();
    }

    /// <summary>Takes a target out of a draft with all that hangs on it there.</summary>
    public static void Remove(WriteTurn turn, FrameworkVersionId draft, TargetId target)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var db = turn.Db;
        db.StageDescriptors.Where(one => one.Version == draft && one.Target == target).ExecuteDelete();
        db.StageRequirements.Where(one => one.Version == draft && one.Target == target).ExecuteDelete();
        Unlink(db, draft, target.Value);
        db.Targets.Where(one => one.Version == draft && one.Id == target).ExecuteDelete();
    }

    /// <summary>Takes an area without competencies out of a draft.</summary>
    public static void Remove(WriteTurn turn, FrameworkVersionId draft, AreaId area)
    {
        ArgumentNullException.ThrowIfNull(turn);
        Unlink(turn.Db, draft, area.Value);
        turn.Db.Areas.Where(one => one.Version == draft && one.Id == area).ExecuteDelete();
    }

    /// <summary>Was a competency, target or area ever in an adopted version?</summary>
    public static bool WasAdopted(Db db, Guid part)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (competency, target, area) = (new CompetencyId(part), new TargetId(part), new AreaId(part));
        var adopted = db.FrameworkVersions.Where(one => one.AdoptedAt != null).Select(one => one.Id);
        return db.Competencies.Any(one => one.Id == competency && adopted.Contains(one.Version)) || db.Targets.Any(one => one.Id == target && adopted.Contains(one.Version))
            || db.Areas.Any(one => one.Id == area && adopted.Contains(one.Version));
    }

    private static void Unlink(Db db, FrameworkVersionId draft, Guid part) =>
        db.Associations.Where(one => one.Version == draft && (one.Origin == part || one.Destination == part)).ExecuteDelete();
}
