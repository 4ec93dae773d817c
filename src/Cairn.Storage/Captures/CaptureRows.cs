using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Captures;

/// <summary>Captures: what one sends once becomes a piece of evidence of each learner, exactly once.</summary>
public static class CaptureRows
{
    /// <summary>The pieces that a person's capture became; none where it did not arrive yet.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="by">Who captured it.</param>
    /// <param name="key">Their key of it.</param>
    public static IReadOnlyList<EvidenceId> PiecesOf(Db db, PersonId by, Guid key)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.Captures.AsNoTracking().Where(one => one.Key == key && one.By == by).Select(one => one.Evidence)];
    }

    /// <summary>Is what comes again under a key what was stored under it? Erased words are compared with nothing.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="by">Who captured it.</param>
    /// <param name="ask">What comes.</param>
    /// <param name="files">The hashes of its files, as they are sent.</param>
    /// <param name="days">The district's day of a moment.</param>
    public static bool IsSame(Db db, PersonId by, CaptureAsk ask, IReadOnlyList<string> files, Func<DateTime, DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(days);
        var ids = PiecesOf(db, by, ask.Key);
        var pieces = db.Evidence.AsNoTracking().Where(one => ids.Contains(one.Id)).ToList();
        if (!pieces.Select(one => one.Learner).ToHashSet().SetEquals(ask.Learners) || pieces.Exists(one => one.Kind != ask.Kind || (ask.DemonstratedOn is { } on && days(on) != days(one.DemonstratedOn)))) return false;
        var first = pieces[0].Id;
        if (db.EvidenceTexts.AsNoTracking().FirstOrDefault(one => one.Evidence == first) is { } text && (text.Comment != ask.Words || (ask.Title.Length > 0 && text.Title != ask.Title))) return false;
        if ((db.Artifacts.AsNoTracking().Where(one => one.Evidence == first).Select(one => one.Address).FirstOrDefault() ?? "") != ask.Link) return false;
        var sent = db.SentOriginals.AsNoTracking().Where(one => one.Evidence == first).ToDictionary(one => one.Position, one => one.Hash);
        return db.ArtifactFiles.AsNoTracking().Where(one => one.Evidence == first).OrderBy(one => one.Position).ToList().Select(one => sent.GetValueOrDefault(one.Position, one.Hash)).SequenceEqual(files)
            && db.Claims.AsNoTracking().Where(one => one.Evidence == first).ToList().Select(one => (one.Competency, one.Target)).ToHashSet().SetEquals(ask.Claims);
    }

    /// <summary>How many bytes somebody captured since a moment; a file of many learners counts once.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="by">Who captured.</param>
    /// <param name="since">The moment, UTC.</param>
    public static long BytesOf(Db db, PersonId by, DateTime since)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Captures.AsNoTracking().Where(one => one.By == by && one.RecordedAt >= since)
            .Join(db.ArtifactFiles.AsNoTracking(), one => one.Evidence, file => file.Evidence, (one, file) => new { one.Key, file.Position, file.Length }).Distinct().ToList().Sum(one => one.Length);
    }

    /// <summary>The competencies that somebody's newest captures spoke to, the newest first.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="by">Who captured.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<CompetencyId> RecentOf(Db db, PersonId by, int most)
    {
        ArgumentNullException.ThrowIfNull(db);
        var newest = db.Captures.AsNoTracking().Where(one => one.By == by).OrderByDescending(one => one.RecordedAt).Take(100);
        return [.. newest.Join(db.Claims.AsNoTracking(), one => one.Evidence, claim => claim.Evidence, (one, claim) => new { one.RecordedAt, claim.Competency }).ToList()
            .OrderByDescending(one => one.RecordedAt).Select(one => one.Competency).Distinct().Take(most)];
    }

    /// <summary>What stands in a capture's way: all of it is taken, or nothing.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who captured, as they stand to the learners now.</param>
    /// <param name="ask">The capture.</param>
    /// <param name="frameworks">What is in force.</param>
    /// <param name="days">The district's day of a moment.</param>
    /// <param name="now">The moment, UTC.</param>
    public static CaptureFault FaultOf(Db db, Scope scope, CaptureAsk ask, IReadOnlyList<FrameworkInForce> frameworks, Func<DateTime, DateOnly> days, DateTime now) =>
        Look(db, scope, ask, frameworks, days, now).Fault;

    /// <summary>Stores a capture, inside the turn that asks once more whether it may be; what is there already is not stored again.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who captured, as they stand to the learners in this turn.</param>
    /// <param name="ask">The capture.</param>
    /// <param name="files">Its files, all in the store.</param>
    /// <param name="frameworks">What is in force.</param>
    /// <param name="days">The district's day of a moment.</param>
    /// <returns>What stands in its way, and the pieces that there are now.</returns>
    public static (CaptureFault Fault, IReadOnlyList<EvidenceId> Pieces) Store(
        WriteTurn turn, Scope scope, CaptureAsk ask, IReadOnlyList<CapturedFile> files, IReadOnlyList<FrameworkInForce> frameworks, Func<DateTime, DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(files);
        var (db, by) = (turn.Db, new PersonId(scope.Actor.Person));
        // Whatever became of the right meanwhile: what arrived has arrived, and is not refused for being sent twice.
        if (PiecesOf(db, by, ask.Key) is { Count: > 0 } there) return (CaptureFault.None, there);
        var (fault, learners) = Look(db, scope, ask, frameworks, days, turn.Now);
        if (fault != CaptureFault.None) return (fault, []);
        return (CaptureFault.None, [.. learners.Select(learner => Store(turn, by, ask, files, frameworks, learner))]);
    }

    private static EvidenceId Store(WriteTurn turn, PersonId by, CaptureAsk ask, IReadOnlyList<CapturedFile> files, IReadOnlyList<FrameworkInForce> frameworks, Learner learner)
    {
        var id = Capture.PieceOf(by, ask.Key, learner.Id);
        // What is made for a project is of one experience, whoever captures it.
        var project = ask.Project is { } of ? turn.Db.Projects.AsNoTracking().First(one => one.Id == of) : null;
        var record = Records.Of(turn.Db, learner.Id, ask.Claims.Select(one => one.Competency).Distinct());
        turn.Record(new Recording(learner.Id)
        {
            Evidence = [new PieceOfEvidence(id, learner.Id, project is null ? Capture.ExperienceOf(by, ask.Key) : new ExperienceId(project.Id.Value), ask.Kind, "", "", ask.DemonstratedOn ?? turn.Now, default)],
            EvidenceTexts = [new EvidenceText(id, ask.Title.Length > 0 ? ask.Title : project?.Question ?? "", project?.Question ?? "", "", ask.Words)],
            Artifacts = ask.Link.Length == 0 ? [] : [new Artifact(id, 1, ask.Link, ask.Link)],
            ArtifactFiles = [.. files.Select((one, i) => new ArtifactFile(id, i + 1, one.Kept.Hash, one.Kept.Length, one.Type, one.Name, one.Words))],
            Claims = [.. ask.Claims.Distinct().Select(one => new Claim(id, one.Competency, one.Target, StageOf(one.Competency, record, frameworks, learner)))],
        });
        turn.Db.Add(new Capture(id, ask.Key, by, turn.Next()));
        turn.Db.AddRange(files.Index().Where(one => one.Item.Sent != one.Item.Kept).Select(one => new SentOriginal(id, one.Index + 1, one.Item.Sent.Hash, one.Item.Sent.Length)));
        turn.Db.SaveChanges();
        return id;
    }

    private static int? StageOf(CompetencyId competency, LearnerRecord record, IReadOnlyList<FrameworkInForce> frameworks, Learner learner)
    {
        var framework = frameworks.First(one => one.Content.Find(competency) is not null);
        return WorkingStage.Of(framework.Content.Find(competency)!, record, framework.Content, framework.RulesFor(learner.Place));
    }

    private static (CaptureFault Fault, IReadOnlyList<Learner> Learners) Look(Db db, Scope scope, CaptureAsk ask, IReadOnlyList<FrameworkInForce> frameworks, Func<DateTime, DateOnly> days, DateTime now)
    {
        var today = days(now);
        if (ask.Learners.Count == 0) return (CaptureFault.NotFound, []);
        if (!ask.Claims.All(one => IsInUse(one, frameworks))) return (CaptureFault.NoCompetency, []);
        var found = scope.Actor.IsEducator ? JudgingToday.Of(db, scope, new EducatorId(scope.Actor.Person), ask.Learners, Rights.Plan, today) : OfSelf(db, scope, ask.Learners);
        // The worst first: who may not know of one of them learns nothing of the others.
        if (found.Values.Any(one => one.Fault == JudgeFault.NotFound)) return (CaptureFault.NotFound, []);
        if (found.Values.Any(one => one.Fault != JudgeFault.None)) return (CaptureFault.NotAllowed, []);
        if (ask.Project is { } project && (db.Projects.AsNoTracking().FirstOrDefault(one => one.Id == project) is not { IsOpen: true }
            || db.ProjectMembers.Count(one => one.Project == project && ask.Learners.Contains(one.Learner)) < ask.Learners.Distinct().Count())) return (CaptureFault.NotFound, []);
        var shown = ask.DemonstratedOn ?? now;
        var fault = found.Values.Select(one => BackDating.FaultOf(shown, days(shown), now, one.EnrolledOn, hasSecondEducator: false)).Max();
        return fault switch
        {
            BackDatingFault.None => (CaptureFault.None, [.. ask.Learners.Distinct().Select(one => found[one].Learner!)]),
            BackDatingFault.InFuture => (CaptureFault.InFuture, []),
            BackDatingFault.BeforeEnrollment => (CaptureFault.BeforeEnrollment, []),
            _ => (CaptureFault.TooLongAgo, []),
        };
    }

    // A learner captures for themselves, and for nobody else.
    private static Dictionary<LearnerId, JudgingOf> OfSelf(Db db, Scope scope, IReadOnlyList<LearnerId> learners) => learners.Distinct().ToDictionary(one => one, one =>
    {
        if (scope.Actor.Kind != ActorKind.Learner || scope.Find(one) is not { EndedAt: null } self) return new JudgingOf(null, JudgeFault.NotFound, null);
        var first = db.Enrollments.AsNoTracking().Where(each => each.Learner == one).Select(each => (DateOnly?)each.From).Min();
        return new JudgingOf(self, scope.May(one, Rights.Plan) ? JudgeFault.None : JudgeFault.SeesOnly, first);
    });

    private static bool IsInUse((CompetencyId Competency, TargetId? Target) claim, IReadOnlyList<FrameworkInForce> frameworks) => frameworks.Any(one => one.Content.Find(claim.Competency) is not null && one.Content.Counts(claim.Competency)
        && (claim.Target is not { } target || one.Content.TargetsOf(claim.Competency).Any(each => each.Id == target && each.IsActive)));
}
