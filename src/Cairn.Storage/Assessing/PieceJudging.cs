using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage.Captures;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Assessing;

/// <summary>One piece of work with all that is said of it, in one pass.</summary>
/// <param name="Key">Made with the form: sent again, it is the same.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Kind">How it was shown.</param>
/// <param name="Title">What was made or done.</param>
/// <param name="Comment">Words to the learner; empty for none.</param>
/// <param name="Link">An address; empty for none.</param>
/// <param name="Files">Files that are kept already.</param>
/// <param name="Said">What is said, claim by claim.</param>
/// <param name="Day">The district's day.</param>
/// <param name="ShownOn">When it was shown, UTC.</param>
public sealed record PieceAsk(Guid Key, LearnerId Learner, EvidenceKind Kind, string Title, string Comment, string Link, IReadOnlyList<CapturedFile> Files, IReadOnlyList<SaidClaim> Said, DateOnly Day, DateTime ShownOn)
{
    /// <summary>The targets that have to be judged on the same piece before a competency as a whole, by the competency.</summary>
    public IReadOnlyDictionary<CompetencyId, IReadOnlyList<TargetId>> CriteriaFirst { get; init; } = new Dictionary<CompetencyId, IReadOnlyList<TargetId>>();
}

/// <summary>Takes a new piece of work with what an educator says of it; or judges and corrects on one that is there.</summary>
/// <param name="turn">The turn that writes.</param>
/// <param name="judge">Who judges.</param>
/// <param name="today">The district's day.</param>
public sealed class PieceJudging(WriteTurn turn, Actor judge, DateOnly today)
{
    private readonly PersonId _self = new(judge.Person);

    /// <summary>Records a piece; sent again it changes nothing and is answered the same. Where other words come under its key, nothing is stored, and the piece that is there is named.</summary>
    /// <param name="ask">The piece.</param>
    /// <param name="day">The district's day of a moment.</param>
    public Assessed Record(PieceAsk ask, Func<DateTime, DateOnly> day)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(day);
        var of = Look(ask.Learner);
        if (Assessed.Of(of.Fault) is var fault && fault != AssessFault.None) return new Assessed(fault);
        var id = new EvidenceId(NamedId.Of("piece", $"{judge.Person:N}", $"{ask.Learner.Value:N}", $"{ask.Key:N}"));
        if (Records.Find(turn.Db, id) is { } there) return new Assessed(new SentAgain(turn.Db, ask, there).IsSame(JudgmentOf, day) ? AssessFault.None : AssessFault.SaidOtherwise, null, id);
        if (Assessed.Of(BackDating.FaultOf(ask.ShownOn, ask.Day, turn.Now, of.EnrolledOn, hasSecondEducator: false)) is var wrong && wrong != AssessFault.None) return new Assessed(wrong);
        if (ask.Said.Any(one => one.Level is not null && one.Target is null && Missing(ask, one).Count > 0)) return new Assessed(AssessFault.CriteriaFirst);
        // What a class did by a name on a day is one experience, as in the grid.
        var experience = new ExperienceId(ask.Title.Length == 0 ? id.Value : NamedId.Of("activity", ask.Title.ToUpperInvariant(), $"{ask.Day:O}"));
        var judged = ask.Said.Where(one => one.IsJudged).Select((one, place) => (Said: one, Fact: one.By(JudgmentOf(id, place), _self, ask.Learner, id, ask.ShownOn, turn.Now))).ToList();
        turn.RecordNow(new Recording(ask.Learner)
        {
            Evidence = [new PieceOfEvidence(id, ask.Learner, experience, ask.Kind, "", "", ask.ShownOn, default)],
            EvidenceTexts = [new EvidenceText(id, ask.Title, ask.Title, "", ask.Comment)],
            Artifacts = ask.Link.Length > 0 ? [new Artifact(id, 1, ask.Title, ask.Link)] : [],
            ArtifactFiles = [.. ask.Files.Select((one, i) => new ArtifactFile(id, i + 1, one.Kept.Hash, one.Kept.Length, one.Type, one.Name, ""))],
            Claims = [.. ask.Said.Where(one => !one.IsJudged).Select(one => new Claim(id, one.Competency, one.Target, one.Stage))],
            Judgments = [.. judged.Select(one => one.Fact)], JudgmentTexts = [.. judged.Where(one => one.Said.Reason.Length > 0).Select(one => new JudgmentText(one.Fact.Id, one.Said.Reason))],
        });
        // A file counts for who brought it, whichever door it came through.
        if (ask.Files.Count > 0) turn.Db.Add(new Capture(id, ask.Key, _self, turn.Next()));
        turn.Db.AddRange(ask.Files.Index().Where(one => one.Item.Sent != one.Item.Kept).Select(one => new SentOriginal(id, one.Index + 1, one.Item.Sent.Hash, one.Item.Sent.Length)));
        // Who asked for a check of it has had one.
        Plans.ReadyRows.CheckedBy(turn, ask.Learner, [.. judged.Select(one => one.Said.Competency)], _self);
        return new Assessed(AssessFault.None, null, id);
    }

    /// <summary>Judges a claim of a piece that is there.</summary>
    /// <param name="learner">Whose piece.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="said">What is said.</param>
    /// <param name="criteria">The targets that have to be judged on it before.</param>
    /// <param name="day">The district's day of a moment.</param>
    public Assessed Judge(LearnerId learner, EvidenceId piece, SaidClaim said, IReadOnlyList<TargetId> criteria, Func<DateTime, DateOnly> day)
    {
        ArgumentNullException.ThrowIfNull(said);
        return Judge(learner, piece, [said], new Dictionary<CompetencyId, IReadOnlyList<TargetId>> { [said.Competency] = criteria }, day);
    }

    /// <summary>Judges a piece that is there, in one pass. Where the educator judged the same claim of it already, that is put right: the old word goes out of force and the new one stands, in one turn. All of it is taken, or nothing.</summary>
    /// <param name="learner">Whose piece.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="said">What is said, claim by claim.</param>
    /// <param name="criteria">The targets that have to be judged on it before a competency as a whole, by the competency.</param>
    /// <param name="day">The district's day of a moment.</param>
    public Assessed Judge(LearnerId learner, EvidenceId piece, IReadOnlyList<SaidClaim> said, IReadOnlyDictionary<CompetencyId, IReadOnlyList<TargetId>> criteria, Func<DateTime, DateOnly> day)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(day);
        var of = Look(learner);
        if (Assessed.Of(of.Fault) is var fault && fault != AssessFault.None) return new Assessed(fault);
        if (turn.Db.Evidence.AsNoTracking().FirstOrDefault(one => one.Id == piece && one.Learner == learner) is not { } found) return new Assessed(AssessFault.NotFound);
        var facts = new PieceFacts(turn.Db, learner);
        if (facts.IsGone(piece)) return new Assessed(AssessFault.Retracted);
        var on = facts.On(piece);
        if (Assessed.Of(BackDating.FaultOf(found.DemonstratedOn, day(found.DemonstratedOn), turn.Now, of.EnrolledOn, on.Exists(one => one.Judge != _self))) is var wrong && wrong != AssessFault.None) return new Assessed(wrong);
        if (said.Any(one => one.Level is not null && one.Target is null && criteria.TryGetValue(one.Competency, out var first) && CriteriaPolicy.Missing(first, [.. TargetsOn(one.Competency)]).Count > 0)) return new Assessed(AssessFault.CriteriaFirst);
        var before = on.Where(one => one.Judge == _self && one.Role != JudgeRole.Learner && said.Any(each => one.Competency == each.Competency && one.Target == each.Target && one.Stage == each.Stage)).ToList();
        var judged = said.Select(one => (Said: one, Fact: one.By(new JudgmentId(Guid.CreateVersion7()), _self, learner, piece, found.DemonstratedOn, turn.Now))).ToList();
        turn.Record(new Recording(learner)
        {
            Judgments = [.. judged.Select(one => one.Fact)], JudgmentTexts = [.. judged.Where(one => one.Said.Reason.Length > 0).Select(one => new JudgmentText(one.Fact.Id, one.Said.Reason))],
            Retractions = [.. before.Select(one => facts.Retract(RetractedKind.Judgment, one.Id.Value, _self))],
        });
        Plans.ReadyRows.CheckedBy(turn, learner, [.. said.Select(one => one.Competency).Distinct()], _self);
        turn.Db.SaveChanges();
        return new Assessed(AssessFault.None, judged.Count > 0 ? judged[0].Fact : null, piece);

        // What is said in the same pass counts as said before.
        IEnumerable<TargetId> TargetsOn(CompetencyId competency) => on.Where(one => one.Competency == competency && one.Target is not null).Select(one => one.Target!.Value)
            .Concat(said.Where(one => one.Competency == competency && one.Target is not null).Select(one => one.Target!.Value));
    }

    /// <summary>Takes a judgment of one's own, or a piece that nobody else judged, out of force. The reason stands in the journal.</summary>
    /// <param name="learner">Of whom.</param>
    /// <param name="kind">A judgment, an override or a piece of evidence.</param>
    /// <param name="fact">Which.</param>
    /// <param name="supportsAward">Does a credit, a diploma or an award stand on it?</param>
    public Assessed TakeBack(LearnerId learner, RetractedKind kind, Guid fact, bool supportsAward = false)
    {
        var right = kind == RetractedKind.Override ? Rights.Override : Rights.Judge;
        if (Assessed.Of(Look(learner, right).Fault) is var fault && fault != AssessFault.None) return new Assessed(fault);
        if (FactsAsked.Find(turn.Db, learner, kind, fact) is not { } found) return new Assessed(AssessFault.NotFound);
        switch (MayRetract.FaultOf(_self, found.SaidBy, found.IsRetracted, supportsAward))
        {
            case RetractFault.None: break;
            case RetractFault.Again: return new Assessed(AssessFault.None);
            default: return new Assessed(AssessFault.NotTheirs);
        }

        turn.Record(new Recording(learner) { Retractions = [new Retraction(new RetractionId(Guid.CreateVersion7()), learner, kind, fact, _self, default)] });
        turn.Db.SaveChanges();
        return new Assessed(AssessFault.None);
    }

    /// <summary>The learner as the educator stands to them in this turn.</summary>
    internal JudgingOf Look(LearnerId learner, Rights right = Rights.Judge) =>
        JudgingToday.One(turn.Db, new Scope(turn.Db, judge, today, turn.Now), learner, right, today);

    private static JudgmentId JudgmentOf(EvidenceId piece, int place) => new(NamedId.Of("piece-judgment", $"{piece.Value:N}", $"{place}"));

    private static IReadOnlyList<TargetId> Missing(PieceAsk ask, SaidClaim whole) => !ask.CriteriaFirst.TryGetValue(whole.Competency, out var criteria) ? []
        : CriteriaPolicy.Missing(criteria, [.. ask.Said.Where(one => one.IsJudged && one.Competency == whole.Competency && one.Target is not null).Select(one => one.Target!.Value)]);
}
