using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Diplomas;

/// <summary>What is held of a learner's diplomas, for an archive that is handed over; and how an erasure takes its words out.</summary>
public sealed record HeldDiplomas
{
    /// <summary>Nothing.</summary>
    public static HeldDiplomas None { get; } = new();

    /// <summary>What the learner aimed at, oldest first.</summary>
    public IReadOnlyList<DiplomaChoice> Choices { get; init; } = [];

    /// <summary>Where people wanted achievements to count, oldest first.</summary>
    public IReadOnlyList<DiplomaPin> Pins { get; init; } = [];

    /// <summary>Diplomas that were awarded, oldest first, with their words.</summary>
    public IReadOnlyList<(DiplomaAward Award, DiplomaAwardText? Text)> Awards { get; init; } = [];

    /// <summary>Wishes that one be withdrawn.</summary>
    public IReadOnlyList<DiplomaWithdrawal> Withdrawals { get; init; } = [];

    /// <summary>Everybody who chose, pinned, awarded or withdrew.</summary>
    public IEnumerable<Guid> People =>
    [
        .. Choices.Select(one => one.By.Value), .. Pins.Select(one => one.By.Value), .. Awards.SelectMany(one => (Guid[])[one.Award.By.Value, one.Award.SecondBy?.Value ?? Guid.Empty]),
        .. Withdrawals.SelectMany(one => (Guid[])[one.AskedBy.Value, one.DecidedBy?.Value ?? Guid.Empty]),
    ];

    /// <summary>The ids of facts, whose entries in the journal are found by them.</summary>
    internal IEnumerable<Guid> Facts => Choices.Select(one => one.Id.Value).Concat(Awards.Select(one => one.Award.Id.Value));

    /// <summary>Kinds of rows whose entries in the journal go with the words.</summary>
    internal static IReadOnlyList<Type> Kinds { get; } = [typeof(DiplomaPin), typeof(DiplomaWithdrawal)];

    internal static HeldDiplomas Of(Db db, LearnerId learner)
    {
        var texts = TextsOf(db, learner).ToDictionary(one => one.Award);
        return new()
        {
            Choices = [.. db.DiplomaChoices.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)],
            Pins = [.. db.DiplomaPins.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.PinnedAt)],
            Awards = [.. db.DiplomaAwards.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt).Select(one => (one, texts.GetValueOrDefault(one.Id)))],
            Withdrawals = [.. db.DiplomaWithdrawals.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.AskedAt)],
        };
    }

    /// <summary>Seals the words beside facts, before they go.</summary>
    internal static void Seal(Db db, LearnerId learner, ErasingSeals seals) => seals.Words(TextsOf(db, learner), one => one.Award.Value);

    /// <summary>Takes out the words; that a diploma was aimed at and awarded stays.</summary>
    internal static void Erase(Db db, LearnerId learner)
    {
        ErasingWords.OfDiplomas(db, learner);
        foreach (var one in db.DiplomaPins.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.DiplomaWithdrawals.Where(one => one.Learner == learner).ToList()) one.Erase();
    }

    private static List<DiplomaAwardText> TextsOf(Db db, LearnerId learner) =>
        [.. db.DiplomaAwards.AsNoTracking().Where(one => one.Learner == learner).Join(db.DiplomaAwardTexts.AsNoTracking(), one => one.Id, text => text.Award, (_, text) => text)];
}
