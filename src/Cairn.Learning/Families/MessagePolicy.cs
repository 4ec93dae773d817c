namespace Cairn.Learning.Families;

/// <summary>What a school allows of messages: who may write, and the hours in which nobody is sent a notice.</summary>
public sealed class MessagePolicy(OrganizationId school)
{
    private const int DayMinutes = 24 * 60;

    /// <summary>Whose policy it is: a school's, or the district's where its schools have none.</summary>
    public OrganizationId School { get; private set; } = school;

    /// <summary>May guardians begin a conversation? They may always answer.</summary>
    public bool GuardiansBegin { get; private set; } = true;

    /// <summary>May learners write at all?</summary>
    public bool LearnersWrite { get; private set; } = true;

    /// <summary>From which age on learners write, 0 to 18 years.</summary>
    public int LearnersFromAge { get; private set; } = 10;

    /// <summary>The minute of the district's day from which no notice is sent, 0 to 1,439.</summary>
    public int QuietFrom { get; private set; } = 20 * 60;

    /// <summary>The minute of the district's day until which none is sent; the same as <see cref="QuietFrom"/> for no quiet hours.</summary>
    public int QuietUntil { get; private set; } = 7 * 60;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Decides anew. Throws <see cref="ArgumentException"/> for a number out of its range.</summary>
    public MessagePolicy Decide(bool guardiansBegin, bool learnersWrite, int learnersFromAge, int quietFrom, int quietUntil)
    {
        if (learnersFromAge is < 0 or > 18) throw new ArgumentException("An age is 0 to 18.", nameof(learnersFromAge));
        if (quietFrom is < 0 or >= DayMinutes || quietUntil is < 0 or >= DayMinutes) throw new ArgumentException("A minute of the day is 0 to 1,439.", nameof(quietFrom));
        (GuardiansBegin, LearnersWrite, LearnersFromAge, QuietFrom, QuietUntil) = (guardiansBegin, learnersWrite, learnersFromAge, quietFrom, quietUntil);
        Version++;
        return this;
    }

    /// <summary>May somebody write?</summary>
    /// <param name="part">In what part.</param>
    /// <param name="isAnswer">Do they answer in a conversation that they are in?</param>
    /// <param name="age">A learner's age in whole years; null where it is not known: then the age is not reached.</param>
    public bool May(MemberPart part, bool isAnswer, int? age) => part switch
    {
        MemberPart.Educator => true,
        MemberPart.Guardian => isAnswer || GuardiansBegin,
        _ => LearnersWrite && (LearnersFromAge == 0 || age >= LearnersFromAge),
    };

    /// <summary>Is a notice held back at a time of the district's day?</summary>
    public bool IsQuietAt(TimeOnly time)
    {
        var minute = time.Hour * 60 + time.Minute;
        return QuietFrom <= QuietUntil ? minute >= QuietFrom && minute < QuietUntil : minute >= QuietFrom || minute < QuietUntil;
    }
}
