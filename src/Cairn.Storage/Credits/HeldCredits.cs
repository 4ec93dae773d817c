using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Credits;

/// <summary>What is held of a learner's credit: awards and what became of them, agreements, panels, appeals, waivers and what else counts.</summary>
public sealed record HeldCredits
{
    /// <summary>Awards in force or not, in the order they were earned.</summary>
    public IReadOnlyList<CreditHeld> Awards { get; init; } = [];

    /// <summary>Agreements, oldest first.</summary>
    public IReadOnlyList<CreditAgreement> Agreements { get; init; } = [];

    /// <summary>What they are about.</summary>
    public IReadOnlyList<CreditAgreementPart> AgreementParts { get; init; } = [];

    /// <summary>Who signed them.</summary>
    public IReadOnlyList<CreditAgreementSignature> Signatures { get; init; } = [];

    /// <summary>Panels, oldest first.</summary>
    public IReadOnlyList<CreditPanel> Panels { get; init; } = [];

    /// <summary>What they said, each with its words; empty where they were erased.</summary>
    public IReadOnlyList<(PanelVote Vote, string Words)> Votes { get; init; } = [];

    /// <summary>Appeals, oldest first.</summary>
    public IReadOnlyList<CreditAppeal> Appeals { get; init; } = [];

    /// <summary>Waivers, oldest first.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>What else counts, oldest first.</summary>
    public IReadOnlyList<OtherAchievement> Others { get; init; } = [];

    /// <summary>What people said is so, oldest first.</summary>
    public IReadOnlyList<Attestation> Attestations { get; init; } = [];

    /// <summary>The ids of facts, whose entries in the journal are found by them.</summary>
    internal IEnumerable<Guid> Facts => Awards.Select(one => one.Award.Id.Value).Concat(Awards.SelectMany(one => one.Parts).Select(one => one.Id.Value)).Concat(Awards.Select(one => one.Reversal?.Id.Value).OfType<Guid>()).Concat(Votes.Select(one => one.Vote.Id.Value));

    /// <summary>Everybody who awarded, agreed, voted or decided.</summary>
    internal IEnumerable<Guid> People => Awards.Select(one => one.Award.By).Concat(Awards.Select(one => one.Reversal?.By).OfType<PersonId>()).Concat(Agreements.SelectMany(one => (PersonId[])[one.Educator, one.WrittenBy]))
        .Concat(Signatures.Select(one => one.By)).Concat(Panels.Select(one => one.OpenedBy)).Concat(Votes.Select(one => one.Vote.By)).Concat(Appeals.SelectMany(one => (PersonId[])[one.AskedBy, one.DecidedBy ?? default]))
        .Concat(Waivers.SelectMany(one => (PersonId[])[one.AskedBy, one.DecidedBy ?? default])).Concat(Others.Select(one => one.By)).Concat(Attestations.Select(one => one.By)).Select(one => one.Value);

    /// <summary>Kinds of rows whose entries in the journal go with the words.</summary>
    internal static IReadOnlyList<Type> Kinds { get; } =
        [typeof(CreditReversal), typeof(CreditAgreement), typeof(CreditPanel), typeof(CreditAppeal), typeof(OtherAchievement), typeof(Attestation), typeof(Waiver)];

    /// <summary>Reads all of it.</summary>
    internal static HeldCredits Of(Db db, LearnerId learner) => new()
    {
        Awards = CreditRows.Read(db, learner).All,
        Agreements = [.. db.CreditAgreements.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.WrittenAt)],
        AgreementParts = [.. db.CreditAgreementParts.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.Agreement.Value).ThenBy(one => one.Edition).ThenBy(one => one.Position)],
        Signatures = [.. db.CreditAgreementSignatures.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)],
        Panels = [.. db.CreditPanels.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.OpenedAt)],
        Votes = [.. PanelRows.VotesOf(db, learner)],
        Appeals = [.. db.CreditAppeals.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.AskedAt)],
        Waivers = [.. db.Waivers.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.AskedAt)],
        Others = [.. db.OtherAchievements.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.On)],
        Attestations = [.. db.Attestations.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)],
    };

    /// <summary>Seals the words beside facts, while they are there.</summary>
    internal static void Seal(Db db, LearnerId learner, ErasingSeals seals)
    {
        seals.Words(db.CreditAwards.AsNoTracking().Where(one => one.Learner == learner).Join(db.CreditAwardTexts.AsNoTracking(), one => one.Id, text => text.Award, (_, text) => text).ToList(), one => one.Award.Value);
        seals.Words(db.PanelVotes.AsNoTracking().Where(one => one.Learner == learner).Join(db.PanelVoteTexts.AsNoTracking(), one => one.Id, text => text.Vote, (_, text) => text).ToList(), one => one.Vote.Value);
    }

    /// <summary>Takes out the words; that credit was awarded, agreed, asked and waived stays.</summary>
    internal static void Erase(Db db, LearnerId learner)
    {
        ErasingWords.OfCredit(db, learner);
        foreach (var one in db.CreditAgreements.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.CreditPanels.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.CreditAppeals.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.OtherAchievements.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.Waivers.Where(one => one.Learner == learner).ToList()) one.Erase();
    }
}
