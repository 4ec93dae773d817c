using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Whom the actor captures work for, and the files of work that the actor may see.</summary>
public sealed partial class Scope
{
    /// <summary>The learners of today whom the actor may capture for, by group: those of an educator's own groups and caseload, or the
    /// learner themself. Nobody else captures.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<Learner> Learners)> ToCaptureFor()
    {
        if (!actor.MayWrite) return [];
        if (actor.Kind == ActorKind.Learner) return Find(new LearnerId(actor.Person)) is { EndedAt: null } self ? [("", [self])] : [];
        if (!actor.IsEducator) return [];
        var (educator, day) = (Educator, today);
        var rows = (from teaching in db.Teachings.AsNoTracking()
                    where teaching.Educator == educator && teaching.Role != TeachingRole.Substitute && teaching.From <= day && (teaching.Until == null || teaching.Until >= day)
                    join learningGroup in db.Groups.AsNoTracking() on teaching.Group equals learningGroup.Id
                    join enrollment in db.Enrollments.AsNoTracking() on learningGroup.Id equals enrollment.Group
                    where enrollment.From <= day && (enrollment.Until == null || enrollment.Until >= day)
                    join learner in db.Learners.AsNoTracking() on enrollment.Learner equals learner.Id
                    where learner.EndedAt == null
                    select new { learningGroup.Name, learner }).ToList();
        var cared = (from entry in db.Caseloads.AsNoTracking()
                     where entry.Educator == educator && entry.From <= day && (entry.Until == null || entry.Until >= day)
                     join learner in db.Learners.AsNoTracking() on entry.Learner equals learner.Id
                     where learner.EndedAt == null
                     select learner).ToList();
        return [.. rows.Select(one => (one.Name, one.learner)).Concat(cared.Select(one => (Name: "", learner: one))).GroupBy(one => one.Name).OrderBy(one => one.Key.Length == 0).ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => (one.Key, (IReadOnlyList<Learner>)[.. one.Select(each => each.learner).DistinctBy(each => each.Id).OrderBy(each => each.FullName, StringComparer.Ordinal)]))];
    }

    /// <summary>The moment that blocks are asked by, UTC.</summary>
    internal DateTime Moment => Now;

    /// <summary>The files of pieces of evidence of a learner; only those the actor may see.</summary>
    public ILookup<EvidenceId, ArtifactFile> FilesOf(LearnerId learner, IReadOnlyCollection<EvidenceId> pieces) =>
        (!Sees(learner) ? [] : db.ArtifactFiles.AsNoTracking().Where(one => pieces.Contains(one.Evidence)
            && db.Evidence.Any(piece => piece.Id == one.Evidence && piece.Learner == learner)).OrderBy(one => one.Position).ToList()).ToLookup(one => one.Evidence);

    /// <summary>One file of a piece that is in force, with whose it is; null where the actor may not see it.</summary>
    public (Learner Learner, ArtifactFile File)? FileOf(EvidenceId piece, int position)
    {
        if (db.Evidence.AsNoTracking().FirstOrDefault(one => one.Id == piece) is not { } found || !Sees(found.Learner) || Find(found.Learner) is not { } learner) return null;
        var isOut = db.Retractions.AsNoTracking().Any(one => one.Learner == found.Learner && one.Kind == Learning.Judgments.RetractedKind.Evidence && one.Fact == piece.Value);
        return !isOut && db.ArtifactFiles.AsNoTracking().FirstOrDefault(one => one.Evidence == piece && one.Position == position) is { } file ? (learner, file) : null;
    }

    /// <summary>Pieces with whose they are, by name; only those the actor may see.</summary>
    public IReadOnlyList<(EvidenceId Piece, Learner Learner)> LearnersOf(IReadOnlyCollection<EvidenceId> pieces) =>
        [.. (from piece in db.Evidence.AsNoTracking() where pieces.Contains(piece.Id)
             join learner in db.Learners.AsNoTracking() on piece.Learner equals learner.Id
             select new { piece.Id, learner }).ToList().Where(one => Sees(one.learner.Id)).Select(one => (one.Id, one.learner)).OrderBy(one => one.learner.FullName, StringComparer.Ordinal)];

    /// <summary>Who captured a piece; null where nobody did, and where the actor may not see it.</summary>
    public PersonId? CapturerOf(LearnerId learner, EvidenceId piece) =>
        Sees(learner) ? db.Captures.AsNoTracking().Where(one => one.Evidence == piece && db.Evidence.Any(each => each.Id == piece && each.Learner == learner)).Select(one => (PersonId?)one.By).FirstOrDefault() : null;

    /// <summary>Which of a learner's pieces the learner captured themself, in their own words; none where the actor may not see them.</summary>
    public IReadOnlySet<EvidenceId> OwnCapturesOf(LearnerId learner, IReadOnlyCollection<EvidenceId> pieces)
    {
        var self = learner.Person;
        return !Sees(learner) ? new HashSet<EvidenceId>() : db.Captures.AsNoTracking().Where(one => pieces.Contains(one.Evidence) && one.By == self).Select(one => one.Evidence).ToHashSet();
    }
}
