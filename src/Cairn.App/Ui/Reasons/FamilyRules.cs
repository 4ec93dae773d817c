using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;

namespace Cairn.App.Ui.Reasons;

/// <summary>Says a rule to a family: short sentences, without percents, means and numbers of levels.</summary>
/// <param name="words">The reader's words.</param>
/// <param name="level">A level's word.</param>
internal sealed class FamilyRules(Words.Words words, Func<decimal, string> level)
{
    /// <summary>A rule in one or two sentences.</summary>
    public string Of(DeterminationRule rule, bool ofParts = false)
    {
        var what = ofParts ? "parts" : "pieces";
        return rule switch
        {
            MostRecent one => words["family.rule.most-recent", ("last", one.Last), ("middle", one.Combine.ToString())],
            Highest one => words["family.rule.highest", ("best", one.Best), ("what", what)],
            Median one => words["family.rule.median", ("last", one.Last ?? 0), ("what", what)],
            Mode one => words["family.rule.mode", ("tie", one.Tie.ToString())],
            TimesShown one => words["family.rule.times-shown", ("times", one.Times), ("level", level(one.Threshold))],
            Judged one => words["family.rule.judged", ("moderation", one.NeedsModeration)],
            Mean => words["family.rule.mean", ("what", what)],
            _ => words[$"family.rule.{rule.Name}"],
        };
    }
}
