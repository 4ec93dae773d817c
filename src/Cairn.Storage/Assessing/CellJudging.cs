using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Assessing;

/// <summary>One key in the grid, or a comment there.</summary>
/// <param name="Key">Made by whoever sends it: sent again, it is the same.</param>
/// <param name="Learner">Of whom.</param>
/// <param name="Said">What is said; words alone make a piece that claims, and no judgment.</param>
/// <param name="Title">What the class did; empty for what was seen in passing.</param>
/// <param name="Day">The district's day.</param>
/// <param name="ShownOn">When it was shown, UTC.</param>
/// <param name="CriteriaFirst">The targets that have to be judged before.</param>
public sealed record CellAsk(Guid Key, LearnerId Learner, SaidClaim Said, string Title, DateOnly Day, DateTime ShownOn, IReadOnlyList<TargetId> CriteriaFirst);

/// <summary>
/// Judging in the grid. What one educator saw of a learner in passing on one day is one piece and one experience: a second key on the same cell is
/// said again, not seen twice. What the class did by a name on a day is one experience of each learner, whoever judges it. Nothing is overwritten.
/// </summary>
/// <param name="turn">The turn that writes.</param>
/// <param name="judge">Who judges.</param>
/// <param name="today">The district's day.</param>
public sealed class CellJudging(WriteTurn turn, Actor judge, DateOnly today)
{
    private readonly PersonId _self = new(judge.Person);

    /// <summary>Judges, or comments; sent again it changes nothing and is answered the same.</summary>
    public Assessed Judge(CellAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var (of, fault) = Look(ask.Learner);
        if (fault != AssessFault.None) return new Assessed(fault);
        var id = IdOf(ask.Learner, ask.Said.Competency, ask.Key);
        if (Find(ask.Learner, ask.Said.Competency, id) is { } before)
            return before.Level == ask.Said.Level && before.NonScore == ask.Said.NonScore ? new Assessed(AssessFault.None, before, before.Evidence) : new Assessed(AssessFault.SaidOtherwise);
        var facts = new PieceFacts(turn.Db, ask.Learner);
        if (!ask.Said.IsJudged) return Comment(ask, of, facts);
        var piece = PieceFor(ask, facts);
        var on = piece.Known is null ? [] : facts.On(piece.Id);
        var shownOn = piece.Known?.DemonstratedOn ?? ask.ShownOn;
        if (DayFault(shownOn, ask.Day, of, on.Exists(one => one.Judge != _self)) is var wrong && wrong != AssessFault.None) return new Assessed(wrong);
        if (CriteriaPolicy.Missing(ask.CriteriaFirst, [.. on.Where(one => one.Competency == ask.Said.Competency && one.Target is not null).Select(one => one.Target!.Value)]).Count > 0) return new Assessed(AssessFault.CriteriaFirst);
        var judgment = ask.Said.By(id, _self, ask.Learner, piece.Id, shownOn, turn.Now);
        turn.RecordNow(new Recording(ask.Learner)
        {
            Evidence = piece.New(), EvidenceTexts = piece.Known is null && ask.Title.Length > 0 ? [new EvidenceText(piece.Id, ask.Title, ask.Title, "", "")] : [],
            Judgments = [judgment], JudgmentTexts = ask.Said.Reason.Length > 0 ? [new JudgmentText(id, ask.Said.Reason)] : [],
        });
        Plans.ReadyRows.CheckedBy(turn, ask.Learner, [ask.Said.Competency], _self);
        return new Assessed(AssessFault.None, judgment, piece.Id);
    }

    /// <summary>Takes back one's own newest judgment of a claim.</summary>
    public Assessed TakeBack(LearnerId learner, CompetencyId competency, TargetId? target, int? stage)
    {
        if (Look(learner).Fault is var fault && fault != AssessFault.None) return new Assessed(fault);
        var facts = new PieceFacts(turn.Db, learner);
        return TakingBack.Newest(facts.Of(competency).Where(one => one.Target == target && one.Stage == stage), _self, turn.Now) is { } newest ? Retract(facts, newest) : new Assessed(AssessFault.Nothing);
    }

    /// <summary>Undoes what was sent by a key; undone again, it stays undone.</summary>
    public Assessed Undo(LearnerId learner, CompetencyId competency, Guid key)
    {
        if (Look(learner).Fault is var fault && fault != AssessFault.None) return new Assessed(fault);
        var facts = new PieceFacts(turn.Db, learner);
        if (Find(learner, competency, IdOf(learner, competency, key)) is { } found)
            return facts.IsGone(found) ? new Assessed(AssessFault.None, found, found.Evidence) : TakingBack.IsFresh(found, turn.Now) ? Retract(facts, found) : new Assessed(AssessFault.Nothing);
        var piece = CommentId(learner, key);
        if (turn.Db.Evidence.AsNoTracking().FirstOrDefault(one => one.Id == piece && one.Learner == learner) is not { } comment || comment.RecordedAt <= turn.Now - TakingBack.Window) return new Assessed(AssessFault.Nothing);
        if (!facts.IsGone(piece))
        {
            if (facts.On(piece).Exists(one => one.Judge != _self)) return new Assessed(AssessFault.NotTheirs);
            turn.Record(new Recording(learner) { Retractions = [facts.Retract(RetractedKind.Evidence, piece.Value, _self)] });
            turn.Db.SaveChanges();
        }

        return new Assessed(AssessFault.None, null, piece);
    }

    // Words go beside one's own judgment of today; where that has some, it is said again with the new ones; where there is none, the words stand alone.
    private Assessed Comment(CellAsk ask, JudgingOf of, PieceFacts facts)
    {
        var (claim, piece) = (ask.Said, CommentId(ask.Learner, ask.Key));
        if (turn.Db.Evidence.Any(one => one.Id == piece)) return new Assessed(AssessFault.None, null, piece);
        if (TakingBack.Newest(facts.Of(claim.Competency).Where(one => one.Target == claim.Target && one.Stage == claim.Stage), _self, turn.Now) is not { } newest)
        {
            if (DayFault(ask.ShownOn, ask.Day, of, hasSecond: false) is var wrong && wrong != AssessFault.None) return new Assessed(wrong);
            turn.Record(new Recording(ask.Learner)
            {
                Evidence = [new PieceOfEvidence(piece, ask.Learner, ExperienceOf(ask), KindOf(ask), "", "", ask.ShownOn, default)],
                EvidenceTexts = [new EvidenceText(piece, ask.Title, ask.Title, "", claim.Reason)], Claims = [new Claim(piece, claim.Competency, claim.Target, claim.Stage)],
            });
        }
        else if (!turn.Db.JudgmentTexts.Any(one => one.Judgment == newest.Id)) turn.Record(new Recording(ask.Learner) { JudgmentTexts = [new JudgmentText(newest.Id, claim.Reason)] });
        else
        {
            var again = newest with { Id = IdOf(ask.Learner, claim.Competency, ask.Key), JudgedAt = turn.Now, RecordedAt = default };
            turn.Record(new Recording(ask.Learner) { Judgments = [again], JudgmentTexts = [new JudgmentText(again.Id, claim.Reason)], Retractions = [facts.Retract(RetractedKind.Judgment, newest.Id.Value, _self)] });
        }

        turn.Db.SaveChanges();
        return new Assessed(AssessFault.None, null, piece);
    }

    private Assessed Retract(PieceFacts facts, Judgment one)
    {
        turn.RecordNow(facts.Without(one, _self));
        return new Assessed(AssessFault.None, one, one.Evidence);
    }

    private (JudgingOf Of, AssessFault Fault) Look(LearnerId learner)
    {
        var of = JudgingToday.One(turn.Db, new Scope(turn.Db, judge, today, turn.Now), learner, Rights.Judge, today);
        return (of, Assessed.Of(of.Fault));
    }

    private AssessFault DayFault(DateTime shownOn, DateOnly day, JudgingOf of, bool hasSecond) => Assessed.Of(BackDating.FaultOf(shownOn, day, turn.Now, of.EnrolledOn, hasSecond));

    private Judgment? Find(LearnerId learner, CompetencyId competency, JudgmentId id) => Records.Find(turn.Db, learner, competency, id);

    // Made of who says it and of whom: nobody else's fact can ever be meant by a key.
    private JudgmentId IdOf(LearnerId learner, CompetencyId competency, Guid key) => new(NamedId.Of("cell", $"{judge.Person:N}", $"{learner.Value:N}", $"{competency.Value:N}", $"{key:N}"));

    private EvidenceId CommentId(LearnerId learner, Guid key) => new(NamedId.Of("cell-comment", $"{judge.Person:N}", $"{learner.Value:N}", $"{key:N}"));

    private static EvidenceKind KindOf(CellAsk ask) => ask.Title.Length == 0 ? EvidenceKind.Conversation : EvidenceKind.Demonstration;

    private ExperienceId ExperienceOf(CellAsk ask) => new(ask.Title.Length == 0 ? NamedId.Of("seen", $"{ask.Learner.Value:N}", $"{judge.Person:N}", $"{ask.Day:O}") : NamedId.Of("activity", ask.Title.ToUpperInvariant(), $"{ask.Day:O}"));

    // A piece that was taken out of force stays out: the next one stands in its place.
    private Seen PieceFor(CellAsk ask, PieceFacts facts)
    {
        var experience = ExperienceOf(ask);
        for (var number = 0; ; number++)
        {
            var id = new EvidenceId(NamedId.Of("seen-piece", $"{ask.Learner.Value:N}", $"{experience.Value:N}", $"{number}"));
            if (facts.IsGone(id)) continue;
            return new Seen(id, Records.Find(turn.Db, id), new PieceOfEvidence(id, ask.Learner, experience, KindOf(ask), "", "", ask.ShownOn, default));
        }
    }

    /// <summary>The piece that a key stands on: known already, or new.</summary>
    private sealed record Seen(EvidenceId Id, PieceOfEvidence? Known, PieceOfEvidence Made)
    {
        public IReadOnlyList<PieceOfEvidence> New() => Known is null ? [Made] : [];
    }
}
