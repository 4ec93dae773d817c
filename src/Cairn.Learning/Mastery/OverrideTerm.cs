namespace Cairn.Learning.Mastery;

/// <summary>For how long a person's decision stands in place of a rule: it ends by itself, so that the rule is heard again.</summary>
public static class OverrideTerm
{
    /// <summary>The longest, in days: a year.</summary>
    public const int Longest = 366;

    /// <summary>What is proposed, in days: half a year.</summary>
    public const int Usual = 183;

    /// <summary>Can a decision stand through a day?</summary>
    /// <param name="today">The district's day.</param>
    /// <param name="lastDay">The last day it stands.</param>
    public static bool IsGood(DateOnly today, DateOnly lastDay) => lastDay >= today && lastDay.DayNumber - today.DayNumber <= Longest;
}
