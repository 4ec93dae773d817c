using Cairn.Learning.Credits;

namespace Cairn.Learning.Diplomas;

/// <summary>A diploma that was awarded: a fact. It is never judged again: the audit it was awarded by stands beside it in <see cref="DiplomaAwardText"/>,
/// whatever rules come later. Only a <see cref="DiplomaWithdrawal"/> that two people wanted takes it out of force.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Plan">By which version of which rules.</param>
/// <param name="AwardedOn">The day, in the district.</param>
/// <param name="By">Who awarded it.</param>
/// <param name="RecordedAt">When it was stored, UTC.</param>
public sealed record DiplomaAward(DiplomaAwardId Id, LearnerId Learner, DiplomaPlanId Plan, DateOnly AwardedOn, PersonId By, DateTime RecordedAt)
{
    /// <summary>SHA-256 of the rules it was awarded by, 64 small hexadecimal digits.</summary>
    public string RulesHash { get; init; } = "";

    /// <summary>SHA-256 of the audit it was awarded by, as its bytes stand in <see cref="DiplomaAwardText.Audit"/>, 64 small hexadecimal digits.</summary>
    public string AuditHash { get; init; } = "";

    /// <summary>The second person who stands for it, where something was waived; null where every requirement is met by itself.</summary>
    public PersonId? SecondBy { get; init; }

    /// <summary>The record that was issued with it; null where none was.</summary>
    public FrozenRecordId? Frozen { get; init; }

    /// <summary>Who stands for an award beside who awards it: a waiver has two people, and one of them is somebody else.</summary>
    /// <param name="by">Who awards.</param>
    /// <param name="waivers">The waivers that it rests on.</param>
    /// <returns>The other person; null where nothing was waived.</returns>
    public static PersonId? SecondOf(PersonId by, IEnumerable<Waiver> waivers)
    {
        ArgumentNullException.ThrowIfNull(waivers);
        return waivers.OrderByDescending(one => one.DecidedAt).SelectMany(one => (PersonId?[])[one.DecidedBy, one.AskedBy]).FirstOrDefault(one => one is not null && one != by);
    }
}

/// <summary>What an award says, kept beside the fact so that it can be erased without it.</summary>
/// <param name="Award">The award.</param>
/// <param name="Title">The diploma's title, to the letter.</param>
/// <param name="Audit">The audit as JSON, to the letter: the same audit is always the same text.</param>
public sealed record DiplomaAwardText(DiplomaAwardId Award, string Title, string Audit);

/// <summary>How far the withdrawal of a diploma is.</summary>
public enum WithdrawalState
{
    /// <summary>Somebody asked for it, and a second person has to agree.</summary>
    Asked = 1,

    /// <summary>The diploma is withdrawn.</summary>
    Withdrawn = 2,

    /// <summary>It stands.</summary>
    Refused = 3,
}

/// <summary>The wish that a diploma be withdrawn because it was awarded by mistake: one person asks, another decides. One stands beside each award at most.</summary>
public sealed class DiplomaWithdrawal(DiplomaAwardId award, LearnerId learner, string reason, PersonId askedBy, DateTime askedAt)
{
    /// <summary>Which award.</summary>
    public DiplomaAwardId Award { get; private set; } = award;

    /// <summary>Whose.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>Why, in the words of who asks.</summary>
    public string Reason { get; private set; } = reason;

    /// <summary>Who asks.</summary>
    public PersonId AskedBy { get; private set; } = askedBy;

    /// <summary>When, UTC.</summary>
    public DateTime AskedAt { get; private set; } = askedAt;

    /// <summary>How far it is.</summary>
    public WithdrawalState State { get; private set; } = WithdrawalState.Asked;

    /// <summary>Who decided; null while nobody has.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When it was decided, UTC; null while it is not.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Decides. Throws <see cref="InvalidOperationException"/> where it was decided already, or by who asked for it.</summary>
    public void Decide(bool isWithdrawn, PersonId by, DateTime at)
    {
        if (State != WithdrawalState.Asked) throw new InvalidOperationException("It was decided already.");
        if (by == AskedBy) throw new InvalidOperationException("A second person decides.");
        (State, DecidedBy, DecidedAt) = (isWithdrawn ? WithdrawalState.Withdrawn : WithdrawalState.Refused, by, Instant.Utc(at));
        Version++;
    }

    /// <summary>Asks again after it was refused. Throws <see cref="InvalidOperationException"/> where it was not.</summary>
    public void AskAgain(string reason, PersonId by, DateTime at)
    {
        if (State != WithdrawalState.Refused) throw new InvalidOperationException("It was not refused.");
        (Reason, AskedBy, AskedAt, State, DecidedBy, DecidedAt) = (reason, by, Instant.Utc(at), WithdrawalState.Asked, null, null);
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        (Reason, Version) = ("", Version + 1);
    }
}
