using Cairn.Learning.Frameworks;

namespace Cairn.Learning.Mastery;

/// <summary>The stage of a competency that a learner works at now.</summary>
public static class WorkingStage
{
    /// <summary>The last stage that is open to the learner; null where the competency has none, or the learner entered none yet.</summary>
    /// <param name="competency">The competency.</param>
    /// <param name="record">The learner's facts in it.</param>
    /// <param name="content">Its framework.</param>
    /// <param name="rules">The rules that the learner lives under.</param>
    public static int? Of(Competency competency, LearnerRecord record, FrameworkContent content, Rulebook rules) =>
        Standing.Of(competency, record, content, rules, AsOf.Everything).Select(one => one.Stage).LastOrDefault();
}
