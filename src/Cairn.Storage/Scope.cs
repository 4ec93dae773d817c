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

/// <summary>In what relation somebody asks.</summary>
public enum ActorKind
{
    /// <summary>A person at the machine's own command line, who could read the file as well.</summary>
    Operator = 0,

    /// <summary>Leads the district or a school: everyone in the district.</summary>
    Leader = 1,

    /// <summary>An educator: the learners of their groups, while both are in them.</summary>
    Teacher = 2,

    /// <summary>A learner: their own record.</summary>
    Learner = 3,

    /// <summary>A guardian: the learners they care for, while they do.</summary>
    Guardian = 4,

    /// <summary>A mentor of an outside partner: their own placements.</summary>
    Sponsor = 5,

    /// <summary>Examines, and changes nothing.</summary>
    Auditor = 6,

    /// <summary>Another system, by its token and its scopes.</summary>
    Client = 7,

    /// <summary>Cairn itself: a job that a clock started. It is never a reader.</summary>
    System = 8,

    /// <summary>Nobody who is known.</summary>
    Anyone = 9,
}

/// <summary>Who asks.</summary>
/// <param name="Kind">In what relation.</param>
/// <param name="Person">The person; empty for the operator.</param>
/// <param name="Name">The name that is shown.</param>
public sealed record Actor(ActorKind Kind, Guid Person, string Name)
{
    /// <summary>The command line of the machine.</summary>
    public static Actor Operator { get; } = new(ActorKind.Operator, Guid.Empty, "");
}

/// <summary>What an actor may see on a day. Learners' rows are reached through it only: an unauthorised row is not found.</summary>
/// <param name="db">The district's database.</param>
/// <param name="actor">Who asks.</param>
/// <param name="today">The district's day: relations begin and end by it.</param>
public sealed class Scope(Db db, Actor actor, DateOnly today)
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

    private static readonly EachEngine<Func<Db, LearnerId, Learner?>> OfEveryone =
        new(() => EF.CompileQuery((Db db, LearnerId id) => db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == id)));

    private static readonly EachEngine<Func<Db, LearnerId, EducatorId, DateOnly, Learner?>> OfTeacher =
        new(() => EF.CompileQuery((Db db, LearnerId id, EducatorId educator, DateOnly today) => db.Learners.AsNoTracking().FirstOrDefault(learner =>
            learner.Id == id && learner.EndedAt == null && db.Enrollments.Any(enrollment =>
                enrollment.Learner == id && enrollment.From <= today && (enrollment.Until == null || enrollment.Until >= today)
                && db.Teachings.Any(teaching => teaching.Educator == educator && teaching.Group == enrollment.Group
                    && teaching.From <= today && (teaching.Until == null || teaching.Until >= today))))));

    private static readonly EachEngine<Func<Db, LearnerId, GuardianId, DateOnly, Learner?>> OfGuardian =
        new(() => EF.CompileQuery((Db db, LearnerId id, GuardianId guardian, DateOnly today) => db.Learners.AsNoTracking().FirstOrDefault(learner =>
            learner.Id == id && learner.EndedAt == null && db.Guardianships.Any(one => one.Guardian == guardian && one.Learner == id
                && one.From <= today && (one.Until == null || one.Until >= today)))));

    private static readonly EachEngine<Func<Db, LearnerId, DateOnly, IEnumerable<LearningGroup>>> GroupsToday =
        new(() => EF.CompileQuery((Db db, LearnerId learner, DateOnly today) => db.Groups.AsNoTracking().Where(group => db.Enrollments.Any(one => one.Learner == learner && one.Group == group.Id
            && one.From <= today && (one.Until == null || one.Until >= today)))));

    private static readonly EachEngine<Func<Db, EducatorId, DateOnly, IEnumerable<LearningGroup>>> GroupsOfTeacher =
        new(() => EF.CompileQuery((Db db, EducatorId educator, DateOnly today) => db.Groups.AsNoTracking().Where(group => db.Teachings.Any(teaching => teaching.Educator == educator
            && teaching.Group == group.Id && teaching.From <= today && (teaching.Until == null || teaching.Until >= today)))));

    private static readonly EachEngine<Func<Db, IEnumerable<LearningGroup>>> AllGroups = new(() => EF.CompileQuery((Db db) => db.Groups.AsNoTracking()));

    private static readonly EachEngine<Func<Db, IEnumerable<Organization>>> AllSchools =
        new(() => EF.CompileQuery((Db db) => db.Organizations.AsNoTracking().Where(one => one.Kind == OrganizationKind.School)));

    // One request asks about the same learner several times: the answer does not change within it.
    private readonly HashSet<LearnerId> _seen = [];

    /// <summary>Who asks.</summary>
    public Actor Actor => actor;

    /// <summary>The learners that the actor may see; leavers are seen by leaders, at the command line, and by themselves.</summary>
    public IQueryable<Learner> Learners
    {
        get
        {
            var everyone = db.Learners.AsNoTracking();
            switch (actor.Kind)
            {
                case ActorKind.Operator or ActorKind.Leader:
                    return everyone;
                case ActorKind.Teacher:
                    var educator = new EducatorId(actor.Person);
                    return everyone.Where(learner => learner.EndedAt == null && db.Enrollments.Any(enrollment =>
                        enrollment.Learner == learner.Id && enrollment.From <= today && (enrollment.Until == null || enrollment.Until >= today)
                        && db.Teachings.Any(teaching => teaching.Educator == educator && teaching.Group == enrollment.Group
                            && teaching.From <= today && (teaching.Until == null || teaching.Until >= today))));
                case ActorKind.Guardian:
                    var guardian = new GuardianId(actor.Person);
                    return everyone.Where(learner => learner.EndedAt == null && db.Guardianships.Any(one => one.Guardian == guardian && one.Learner == learner.Id
                        && one.From <= today && (one.Until == null || one.Until >= today)));
                default:
                    var self = new LearnerId(actor.Person);
                    return everyone.Where(learner => learner.Id == self);
            }
        }
    }

    /// <summary>The learner with an id, if the actor may see them.</summary>
    public Learner? Find(LearnerId id)
    {
        var found = actor.Kind switch
        {
            ActorKind.Operator or ActorKind.Leader => OfEveryone.On(db)(db, id),
            ActorKind.Teacher => OfTeacher.On(db)(db, id, new EducatorId(actor.Person), today),
            ActorKind.Guardian => OfGuardian.On(db)(db, id, new GuardianId(actor.Person), today),
            _ => actor.Person == id.Value ? OfEveryone.On(db)(db, id) : null,
        };
        if (found is not null) _seen.Add(id);
        return found;
    }

    /// <summary>Guardians of a learner today; none where the actor may not see the learner.</summary>
    public IReadOnlyList<Guardian> GuardiansOf(LearnerId learner) => !Sees(learner) ? [] : [.. db.Guardians.AsNoTracking().Where(guardian => db.Guardianships.Any(one =>
        one.Guardian == guardian.Id && one.Learner == learner && one.From <= today && (one.Until == null || one.Until >= today))).OrderBy(one => one.DisplayName)];

    /// <summary>The learner with a username, compared without case, if the actor may see them.</summary>
    public Learner? Find(string username) => Learners.FirstOrDefault(one => one.Username == username);

    /// <summary>The groups that the actor works with; all of them for a leader and at the command line.</summary>
    public IReadOnlyList<LearningGroup> Groups()
    {
        var educator = new EducatorId(actor.Person);
        return actor.Kind switch
        {
            ActorKind.Teacher => [.. GroupsOfTeacher.On(db)(db, educator, today).OrderBy(group => group.Name, StringComparer.Ordinal)],
            ActorKind.Learner => GroupsOf(new LearnerId(actor.Person)),
            ActorKind.Guardian => [],
            _ => [.. AllGroups.On(db)(db).OrderBy(group => group.Name, StringComparer.Ordinal)],
        };
    }

    /// <summary>The schools that the actor may set side by side: all of them for a leader and at the command line.</summary>
    public IReadOnlyList<Organization> Schools() =>
        actor.Kind is ActorKind.Operator or ActorKind.Leader ? [.. AllSchools.On(db)(db).OrderBy(one => one.Name, StringComparer.Ordinal)] : [];

    /// <summary>The groups that a learner is in today; none where the actor may not see the learner.</summary>
    public IReadOnlyList<LearningGroup> GroupsOf(LearnerId learner) => Sees(learner) ? [.. GroupsToday.On(db)(db, learner, today).OrderBy(group => group.Name, StringComparer.Ordinal)] : [];

    /// <summary>The learners of a group today, if the actor may see them.</summary>
    public IQueryable<Learner> LearnersOf(GroupId group) => Learners.Where(learner => db.Enrollments.Any(one =>
        one.Learner == learner.Id && one.Group == group && one.From <= today && (one.Until == null || one.Until >= today)));

    /// <summary>Where a learner stands in a framework, packed; null where they have no facts in it or the actor may not see it.</summary>
    public PackedStanding? StandingIn(LearnerId learner, FrameworkId framework) => !Sees(learner) ? null :
        StandingOf.On(db)(db, learner, framework).Select(row => new PackedStanding(row.Learner, row.Version, row.AsOf, row.Cells)).FirstOrDefault();

    /// <summary>Where many learners stand in a framework; only those the actor may see.</summary>
    public IReadOnlyDictionary<LearnerId, PackedStanding> StandingsIn(FrameworkId framework, IQueryable<Learner> learners) =>
        db.Standings.AsNoTracking().Where(row => row.Framework == framework && learners.Any(one => one.Id == row.Learner) && Learners.Any(one => one.Id == row.Learner))
            .Select(row => new PackedStanding(row.Learner, row.Version, row.AsOf, row.Cells)).ToDictionary(row => row.Learner);

    /// <summary>The rows of a class grid: those of a group, of a school, or of everybody the actor works with. Only whom the actor may see; none for a learner.</summary>
    public IReadOnlyList<GridRow> GridOf(FrameworkId framework, GroupId? group = null, OrganizationId? school = null)
    {
        List<GridRow> rows = [.. GridRows.For(db, actor, today, framework, group, school)];
        if (actor.Kind == ActorKind.Teacher) _seen.UnionWith(rows.Select(row => row.Learner));
        return rows;
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

    private bool Sees(LearnerId learner) => actor.Kind is ActorKind.Operator or ActorKind.Leader || _seen.Contains(learner) || Find(learner) is not null;

    private sealed record Shown(PieceOfEvidence Piece, EvidenceText? Text);
}

/// <summary>A learner's standing as it is kept.</summary>
/// <param name="Learner">Whose.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="AsOf">When the newest fact it read was recorded.</param>
/// <param name="Bytes">The packed cells.</param>
public sealed record PackedStanding(LearnerId Learner, int Version, DateTime? AsOf, byte[] Bytes)
{
    /// <summary>The cells, without a copy.</summary>
    public ReadOnlySpan<Cell> Cells => Cell.Read(Bytes);

    /// <summary>How many levels a person's decision holds at a moment: one can run out without any new fact.</summary>
    public int SetByPersonAt(DateTime moment)
    {
        var set = 0;
        foreach (var cell in Cells)
            if (cell.IsSetByPersonAt(moment)) set++;
        return set;
    }
}
