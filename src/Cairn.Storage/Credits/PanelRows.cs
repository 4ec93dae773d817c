using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Credits;

/// <summary>A panel with what it said.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Votes">Its votes, oldest first, each with its words.</param>
public sealed record PanelRead(CreditPanel Panel, IReadOnlyList<(PanelVote Vote, string Words)> Votes);

/// <summary>Panels that look at an exam and an artifact: opened and voted in by those who judge or award.</summary>
public static class PanelRows
{
    /// <summary>A learner's panels, the newest first; none where the asker may not see the record.</summary>
    public static IReadOnlyList<PanelRead> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord)) return [];
        var votes = VotesOf(db, learner).ToLookup(one => one.Vote.Panel);
        return [.. db.CreditPanels.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.OpenedAt).Select(one => new PanelRead(one, [.. votes[one.Id]]))];
    }

    /// <summary>Opens a panel; once, whatever comes twice. The artifact is a piece of the learner's that counts, and one panel looks for a policy at a time.</summary>
    public static CreditOutcome Open(WriteTurn turn, Scope scope, CreditPanel panel, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(panel);
        if (!scope.May(panel.Learner, Rights.AwardCredit)) return CreditOutcome.NotFound;
        if (turn.Db.CreditPanels.AsNoTracking().FirstOrDefault(one => one.Id == panel.Id) is { } known) return known.Learner == panel.Learner ? CreditOutcome.Done : CreditOutcome.NotFound;
        if (turn.Db.CreditPolicies.AsNoTracking().FirstOrDefault(one => one.Id == panel.Policy) is not { Method: CreditMethod.ExamAndArtifact } policy || !policy.Place.Reaches(scope.Find(panel.Learner)!.Place)) return CreditOutcome.NotFound;
        var isInForce = turn.Db.Evidence.Any(one => one.Id == panel.Artifact && one.Learner == panel.Learner) && !turn.Db.Retractions.Any(one => one.Kind == Learning.Judgments.RetractedKind.Evidence && one.Fact == panel.Artifact.Value);
        if (!isInForce || panel.Score is < 0 or > CreditPanel.HighestScore || panel.ExamOn > today || string.IsNullOrWhiteSpace(panel.Exam) || panel.Exam.Length > 200) return CreditOutcome.Invalid;
        if (Looking(turn.Db, panel.Learner, policy.Code)) return CreditOutcome.MovedOn;
        turn.Db.Add(panel);
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>Votes in a panel: a person once, for a level of the scale, with words.</summary>
    public static CreditOutcome Vote(WriteTurn turn, Scope scope, CreditPanelId id, decimal level, string words, FrameworkInForce framework)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(framework);
        if (turn.Db.CreditPanels.AsNoTracking().FirstOrDefault(one => one.Id == id) is not { } panel || !MayVote(scope, panel.Learner)) return CreditOutcome.NotFound;
        var policy = turn.Db.CreditPolicies.AsNoTracking().First(one => one.Id == panel.Policy);
        if (policy.Framework != framework.Content.Framework.Id || ScaleOf(framework, scope.Find(panel.Learner)!).WithNumber(level) is not { } said) return CreditOutcome.Invalid;
        if (string.IsNullOrWhiteSpace(words)) return CreditOutcome.NeedsReason;
        if (words.Length > 2_000) return CreditOutcome.Invalid;
        var by = new PersonId(scope.Actor.Person);
        List<PanelVote> before = [.. turn.Db.PanelVotes.AsNoTracking().Where(one => one.Panel == id)];
        if (panel.EndedAt is not null || before.Exists(one => one.By == by) || before.Count >= Math.Max(1, policy.PanelSize ?? 1)) return CreditOutcome.MovedOn;
        var vote = new PanelVote(new PanelVoteId(Guid.CreateVersion7()), panel.Learner, id, by, said.Number, ScaleOf(framework, scope.Find(panel.Learner)!).IsProficient(said), turn.Next());
        turn.Db.Add(vote);
        turn.Db.Add(new PanelVoteText(vote.Id, words.Trim()));
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>Ends a panel without credit. Of one that said yes that puts aside what a learner earned, and takes a reason, which stands in the journal.</summary>
    public static CreditOutcome End(WriteTurn turn, Scope scope, CreditPanelId id, int seen, string words, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(on);
        if (turn.Db.CreditPanels.FirstOrDefault(one => one.Id == id) is not { } panel || !scope.May(panel.Learner, Rights.AwardCredit)) return CreditOutcome.NotFound;
        if (panel.Version != seen || panel.EndedAt is not null) return CreditOutcome.MovedOn;
        var policy = turn.Db.CreditPolicies.AsNoTracking().First(one => one.Id == panel.Policy);
        if (string.IsNullOrWhiteSpace(words) && CreditDecision.HasPassed(policy, panel.Seen(turn.Db.PanelVotes.AsNoTracking().Where(one => one.Panel == id).ToList(), on.Day))) return CreditOutcome.NeedsReason;
        panel.End(turn.Now);
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>May the actor vote about a learner's work? Who judges or awards them; never the learner's own family.</summary>
    public static bool MayVote(Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.Judge) || scope.May(learner, Rights.AwardCredit);
    }

    /// <summary>The scale that a panel, or who judges a whole, speaks on: the one most competencies of the framework are concluded on for the learner.</summary>
    public static ProficiencyScale ScaleOf(FrameworkInForce framework, Learner learner)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(learner);
        var rules = framework.RulesFor(learner.Place);
        return framework.Content.Competencies.Where(one => framework.Content.Counts(one.Id)).Select(one => Standing.ScaleOf(one, framework.Content, rules))
            .GroupBy(one => one.Id).OrderByDescending(some => some.Count()).ThenBy(some => some.Key.Value).First().First();
    }

    /// <summary>Is a number a level of that scale, at the line or above?</summary>
    internal static bool LineOf(FrameworkInForce framework, Learner learner, decimal level) => ScaleOf(framework, learner) is var scale && scale.WithNumber(level) is { } said && scale.IsProficient(said);

    /// <summary>A panel that looks for a policy, as a decision reads it; null where it is of another learner or policy, or ended.</summary>
    internal static PanelSeen? Seen(Db db, LearnerId learner, CreditPolicy policy, CreditPanelId id, DistrictDay on)
    {
        if (db.CreditPanels.AsNoTracking().FirstOrDefault(one => one.Id == id && one.Learner == learner && one.EndedAt == null) is not { } panel) return null;
        var code = db.CreditPolicies.AsNoTracking().Where(one => one.Id == panel.Policy).Select(one => one.Code).First();
        return code != policy.Code ? null : panel.Seen(db.PanelVotes.AsNoTracking().Where(one => one.Panel == id).ToList(), on.Day);
    }

    /// <summary>A learner's votes with their words, oldest first, without asking who reads them.</summary>
    internal static IEnumerable<(PanelVote Vote, string Words)> VotesOf(Db db, LearnerId learner)
    {
        var words = db.PanelVotes.AsNoTracking().Where(one => one.Learner == learner).Join(db.PanelVoteTexts.AsNoTracking(), one => one.Id, text => text.Vote, (_, text) => text).ToDictionary(one => one.Vote, one => one.Words);
        return db.PanelVotes.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt).Select(one => (one, words.GetValueOrDefault(one.Id, "")));
    }

    private static bool Looking(Db db, LearnerId learner, string code) =>
        db.CreditPanels.Any(one => one.Learner == learner && one.EndedAt == null && db.CreditPolicies.Any(policy => policy.Id == one.Policy && policy.Code == code));
}
