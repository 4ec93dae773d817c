using Cairn.App.Access;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Storage.Credits;
using Cairn.Storage.Diplomas;

namespace Cairn.App.Features.Diplomas;

/// <summary>What people decided about a learner's diploma, the newest first: waivers, choices, pins, awards and withdrawals, each with who and when. Reasons are told to who works here; that of an appeal to who asked, too.</summary>
internal static class DiplomaDecisions
{
    public static IReadOnlyList<(DateOnly On, string Text, DiplomaPin? Pin)> Of(AuditOf own, Visit visit, Words words)
    {
        var (file, say) = (own.File, new RequirementWords(words));
        var plans = DiplomaPlanRows.All(visit.Db);
        var appeals = AppealRows.Of(visit.Db, visit.Scope, file.Learner.Id).Where(one => one is { About: AppealAbout.Diploma, State: not AppealState.TakenBack }).ToList();
        var names = DiplomaRows.NamesOf(visit.Db, [.. file.Choices.Select(one => one.By), .. file.Pins.Select(one => one.By), .. file.Awards.SelectMany(one => (PersonId?[])[one.Award.By, one.Award.SecondBy, one.Withdrawal?.DecidedBy]).OfType<PersonId>(),
            .. file.Holdings.Waivers.SelectMany(one => (PersonId?[])[one.AskedBy, one.DecidedBy]).OfType<PersonId>(), .. appeals.Select(one => one.DecidedBy).OfType<PersonId>()]);
        string Name(PersonId? person) => person is { } one ? names.GetValueOrDefault(one.Value, words["diploma.somebody"]) : "";
        // Of a leaf by its name; where the rules have it no more, by the name that was written down.
        string Leaf(string leaf) => own.Audit?.Audit.Findings.FirstOrDefault(one => one.Node.IsAt(leaf)) is { } found ? say.NameOf(found.Node) : RequirementWords.Plain(leaf);
        string Why(string reason) => visit.Actor!.IsEducator && reason.Length > 0 ? " " + words["diploma.decision.reason", ("reason", reason)] : "";
        IEnumerable<(DateTime At, string Text, DiplomaPin? Pin)> all =
        [
            .. file.Holdings.Waivers.Where(one => one.State != WaiverState.Refused || visit.Actor!.IsEducator).Select(one => (one.DecidedAt ?? one.AskedAt,
                words[$"diploma.decision.waiver.{one.State}", ("leaf", Leaf(one.Leaf)), ("asked", Name(one.AskedBy)), ("by", Name(one.DecidedBy))] + Why(one.Reason), (DiplomaPin?)null)),
            .. appeals.Select(one => (one.DecidedAt ?? one.AskedAt,
                words[$"diploma.decision.appeal.{one.State}", ("leaf", Leaf(one.What.Split('/', 2) is [var plan, var below] && plan == own.Under.Plan?.Code ? below : one.What)), ("by", Name(one.DecidedBy))]
                    + (one.Reason.Length > 0 ? " " + words["diploma.decision.reason", ("reason", one.Reason)] : ""), (DiplomaPin?)null)),
            .. file.Choices.Select(one => (one.RecordedAt, words["diploma.decision.choice", ("own", one.Plan.Length == 0), ("title", plans.LastOrDefault(each => each.Code == one.Plan)?.Title ?? one.Plan), ("by", Name(one.By))], (DiplomaPin?)null)),
            .. file.Pins.Where(one => one.EndedAt is null).Select(one => (one.PinnedAt, words["diploma.decision.pin", ("what", own.Audit?.Find(one.Achievement) is { } what ? AuditTree.NameOf(what) : one.Achievement), ("leaf", Leaf(one.Leaf)), ("by", Name(one.By))] + Why(one.Reason), (DiplomaPin?)one)),
            .. file.Awards.Select(one => (one.Award.RecordedAt, words["diploma.decision.award", ("title", one.Text?.Title ?? ""), ("by", Name(one.Award.By)), ("second", one.Award.SecondBy is not null), ("other", Name(one.Award.SecondBy))], (DiplomaPin?)null)),
            .. file.Awards.Where(one => !one.IsInForce).Select(one => (one.Withdrawal!.DecidedAt!.Value, words["diploma.decision.withdrawn", ("by", Name(one.Withdrawal.DecidedBy))] + Why(one.Withdrawal.Reason), (DiplomaPin?)null)),
        ];
        return [.. all.OrderByDescending(one => one.At).Select(one => (visit.Day(one.At), one.Text, one.Pin))];
    }
}
