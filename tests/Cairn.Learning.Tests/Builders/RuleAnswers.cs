using Cairn.Learning.Mastery;

namespace Cairn.Learning.Tests.Builders;

/// <summary>Short ways to ask a rule.</summary>
internal static class RuleAnswers
{
    public static decimal? ValueOf(this ScoreRule rule, params IEnumerable<decimal> levels) => rule.Conclude(Some.Scores(levels)).Value;

    public static IEnumerable<(int, DropReason)> Reasons(this RuleAnswer answer) => answer.Dropped.Select(one => (one.Index, one.Why));

    public static DropReason Reason(this IEnumerable<Dropped> dropped, JudgmentId judgment) => dropped.Single(one => one.Judgment == judgment).Why;
}
