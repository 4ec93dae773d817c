using Cairn.Learning;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Plans;

/// <summary>What an erasure takes out of checks, support and choices: their words. That something was asked and agreed stays, as facts do.</summary>
internal static class PacingErasure
{
    /// <summary>Rows whose entries in the journal go with the record's words.</summary>
    public static IReadOnlyList<Type> Kinds { get; } = [typeof(ReadyRequest), typeof(Corrective), typeof(SupportPlan), typeof(SupportLine), typeof(PathChoice)];

    public static void Of(Db db, LearnerId learner)
    {
        foreach (var one in db.ReadyRequests.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.Correctives.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.SupportPlans.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.SupportLines.Where(one => one.Learner == learner).ToList()) one.Say("", "", one.ByDay, "");
    }
}

/// <summary>What is handed over of checks, support and choices: plans that were agreed, not what educators were still writing.</summary>
/// <param name="Asked">Checks that were asked for, oldest first.</param>
/// <param name="Correctives">What was done since, oldest first.</param>
/// <param name="Supports">Support plans that were agreed, oldest first.</param>
/// <param name="Choices">What the learner chose.</param>
public sealed record HeldPacing(IReadOnlyList<ReadyRequest> Asked, IReadOnlyList<Corrective> Correctives, IReadOnlyList<SupportOf> Supports, IReadOnlyList<PathChoice> Choices)
{
    /// <summary>Nothing.</summary>
    public static HeldPacing None { get; } = new([], [], [], []);

    internal IEnumerable<Guid> People => Asked.Select(one => one.AnsweredBy.Value).Concat(Supports.SelectMany(one => (Guid[])[one.Plan.DraftedBy.Value, one.Plan.DecidedBy.Value]));

    internal static HeldPacing Of(Db db, LearnerId learner) => new(
        [.. db.ReadyRequests.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.AskedAt)],
        [.. db.Correctives.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.DoneAt)],
        [.. SupportRows.Read(db, learner).Where(one => one.Plan.State != SupportState.Draft).Reverse()],
        [.. db.PathChoices.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.ChosenAt)]);
}
