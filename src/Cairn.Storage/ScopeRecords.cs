using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Storage.Queries;
using Cairn.Storage.Standings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Records: facts, their words, and what was concluded. Each asks whether the actor may read the record.</summary>
public sealed partial class Scope
{
    private static readonly EachEngine<Func<Db, LearnerId, FrameworkId, IEnumerable<StandingRow>>> StandingOf =
        new(() => EF.CompileQuery((Db db, LearnerId learner, FrameworkId framework) =>
            db.Standings.AsNoTracking().Where(one => one.Learner == learner && one.Framework == framework)));

    private static readonly EachEngine<Func<Db, LearnerId, int, IEnumerable<Shown>>> Newest =
        new(() => EF.CompileQuery((Db db, LearnerId learner, int most) =>
            from piece in db.Evidence.AsNoTracking().Where(piece => piece.Learner == learner).OrderByDescending(piece => piece.DemonstratedOn).Take(most)
            join text in db.EvidenceTexts.AsNoTracking() on piece.Id equals text.Evidence into texts
            from text in texts.DefaultIfEmpty()
            orderby piece.DemonstratedOn descending
            select new Shown(piece, text)));

    // Every write of whatever the journal holds moves the first on, and whatever is concluded without one the second.
    private static readonly EachEngine<Func<Db, Written>> LastWritten =
        new(() => EF.CompileQuery((Db db) => db.Head.AsNoTracking().Select(one => new Written(one.Occasion, one.Frameworks)).First()));

    /// <summary>Where a learner stands in a framework, packed; null where they have no facts in it or the actor may not see it.</summary>
    public PackedStanding? StandingIn(LearnerId learner, FrameworkId framework) => !Sees(learner) ? null :
        StandingOf.On(db)(db, learner, framework).Select(row => new PackedStanding(row.Learner, row.Version, row.AsOf, row.Cells)).FirstOrDefault();

    /// <summary>Where many learners stand in a framework; only those the actor may see.</summary>
    public IReadOnlyDictionary<LearnerId, PackedStanding> StandingsIn(FrameworkId framework, IQueryable<Learner> learners)
    {
        if (!ReadsRecords) return new Dictionary<LearnerId, PackedStanding>();
        var standings = db.Standings.AsNoTracking().Where(row => row.Framework == framework && learners.Any(one => one.Id == row.Learner) && Learners.Any(one => one.Id == row.Learner))
            .Select(row => new PackedStanding(row.Learner, row.Version, row.AsOf, row.Cells)).ToDictionary(row => row.Learner);
        _listed.UnionWith(standings.Keys);
        return standings;
    }

    /// <summary>The rows of a class grid: those of a group, of a school, or of everybody the actor works with. Only whom the actor may see; none for those who are no educators.</summary>
    /// <param name="framework">In which framework.</param>
    /// <param name="group">Of a group; null for all.</param>
    /// <param name="school">Of a school; null for all.</param>
    /// <param name="kept">Where large grids are kept until somebody writes; null for a grid that is read anew.</param>
    public IReadOnlyList<GridRow> GridOf(FrameworkId framework, GroupId? group = null, OrganizationId? school = null, KeptGrids? kept = null)
    {
        // Access in an emergency ends at a moment, at which nobody writes anything.
        var rows = kept is null || (!actor.ReachesEverybody && Ties.Emergency) ? Read()
            : kept.Of((Whose(), today, framework, group, school), LastWritten.On(db)(db), Read);
        _listed.UnionWith(rows.Select(row => row.Learner));
        if (!actor.ReachesEverybody) _seen.UnionWith(rows.Select(row => row.Learner));
        return rows;

        // Roles and ties were read before: rows that are read by those of a moment ago must not be kept for whoever has others now.
        string Whose() => $"{actor.Kind} {actor.Person} {actor.RolesKey} {actor.Viewer?.Person} {actor.Viewer?.RolesKey} {(actor.ReachesEverybody ? null : Ties)}";

        List<GridRow> Read()
        {
            List<GridRow> all = [.. GridRows.For(db, actor, today, framework, group, school, () => Ties, () => Learners)];
            if (actor.Viewer is { ReachesEverybody: false } viewer) all.RemoveAll(row => !viewer.Grants.Any(one => one.Reaches(row.Place)));
            return all;
        }
    }

    /// <summary>A row as it was shown by an earlier moment: concluded anew, by the rules of that moment.</summary>
    public GridRow ShownBy(GridRow row, FrameworkInForce framework, DateTime moment)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(framework);
        return row with { Cells = Concluding.Pack(Record(row.Learner), framework, framework.RulesFor(row.Place, moment), AsOf.Everything with { ShownBy = moment }) };
    }

    /// <summary>The facts that a learner's conclusions in one competency are made from; an empty record where the actor may not see them.</summary>
    public LearnerRecord Record(LearnerId learner, CompetencyId competency) =>
        Sees(learner) ? Records.Of(db, learner, [competency]) : new LearnerRecord(learner, [], []);

    /// <summary>When and by whom many learners were judged in some competencies: their judgments and what was taken back, and no pieces, in as many statements for two hundred as for one. Empty records of whom the actor may not see.</summary>
    internal IReadOnlyDictionary<LearnerId, LearnerRecord> JudgedOf(IReadOnlyCollection<LearnerId> learners, IReadOnlyCollection<CompetencyId> competencies)
    {
        List<LearnerId> seen = [.. learners.Where(Sees)];
        var judgments = db.Judgments.AsNoTracking().Where(one => seen.Contains(one.Learner) && competencies.Contains(one.Competency)).ToList().ToLookup(one => one.Learner);
        var retractions = db.Retractions.AsNoTracking().Where(one => seen.Contains(one.Learner)).ToList().ToLookup(one => one.Learner);
        return learners.ToDictionary(one => one, one => new LearnerRecord(one, [], judgments[one], retractions[one]));
    }

    /// <summary>Every fact that a learner's conclusions are made from; an empty record where the actor may not see them.</summary>
    public LearnerRecord Record(LearnerId learner) => Sees(learner) ? Records.Whole(db, learner) : new LearnerRecord(learner, [], []);

    /// <summary>The words of pieces of evidence of a learner; only those the actor may see.</summary>
    public IReadOnlyDictionary<EvidenceId, EvidenceText> TextsOf(LearnerId learner, IReadOnlyCollection<EvidenceId> pieces) =>
        !Sees(learner) ? new Dictionary<EvidenceId, EvidenceText>() : db.EvidenceTexts.AsNoTracking()
            .Where(text => pieces.Contains(text.Evidence) && db.Evidence.Any(piece => piece.Id == text.Evidence && piece.Learner == learner)).ToDictionary(text => text.Evidence);

    /// <summary>The artifacts of pieces of evidence of a learner; only those the actor may see.</summary>
    public ILookup<EvidenceId, Artifact> ArtifactsOf(LearnerId learner, IReadOnlyCollection<EvidenceId> pieces) =>
        (!Sees(learner) ? [] : db.Artifacts.AsNoTracking().Where(one => pieces.Contains(one.Evidence)
            && db.Evidence.Any(piece => piece.Id == one.Evidence && piece.Learner == learner)).OrderBy(one => one.Position).ToList()).ToLookup(one => one.Evidence);

    /// <summary>The reasons of overrides of a learner; only those the actor may see.</summary>
    public string? ReasonOf(Override set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Sees(set.Learner) ? db.OverrideTexts.AsNoTracking().FirstOrDefault(one => one.Override == set.Id)?.Reason : null;
    }

    /// <summary>A learner's newest pieces of evidence with their words, newest first; none where the actor may not see them.</summary>
    public IReadOnlyList<(PieceOfEvidence Piece, EvidenceText? Text)> NewestEvidence(LearnerId learner, int most) => WithoutRetracted(learner, most);

    /// <summary>A page of a learner's evidence in force with its words, newest first, and how many there are.</summary>
    public (IReadOnlyList<(PieceOfEvidence Piece, EvidenceText? Text)> Page, int Count) EvidenceOf(LearnerId learner, int skip, int take)
    {
        var all = WithoutRetracted(learner, int.MaxValue / 2);
        return ([.. all.Skip(skip).Take(take)], all.Count);
    }

    private List<(PieceOfEvidence Piece, EvidenceText? Text)> WithoutRetracted(LearnerId learner, int most)
    {
        if (!Sees(learner)) return [];
        var retracted = db.Retractions.AsNoTracking().Where(one => one.Learner == learner && one.Kind == RetractedKind.Evidence).Select(one => one.Fact).ToHashSet();
        return [.. Newest.On(db)(db, learner, most + retracted.Count).Where(one => !retracted.Contains(one.Piece.Id.Value)).Take(most).Select(one => (one.Piece, one.Text))];
    }

    // A token for rosters finds learners, and reads no record.
    private bool ReadsRecords => actor.Kind != ActorKind.Client || IsForRecords;

    private bool Sees(LearnerId learner) => ReadsRecords && ((actor.ReachesEverybody && actor.Viewer is null) || _seen.Contains(learner) || Find(learner) is not null);

    private sealed record Shown(PieceOfEvidence Piece, EvidenceText? Text);
}
