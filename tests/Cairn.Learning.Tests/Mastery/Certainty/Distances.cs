using Cairn.Learning.Mastery.Certainty;

namespace Cairn.Learning.Tests.Mastery.Certainty;

internal static class Distances
{
    /// <summary>The greatest difference between two tellings of an ability, in any of their numbers.</summary>
    public static double Of(Ability left, Ability right) => ((double[])
    [
        left.Mean - right.Mean, left.Deviation - right.Deviation, left.Low80 - right.Low80, left.High80 - right.High80, left.Foretold - right.Foretold,
        .. left.Levels.Zip(right.Levels, (mine, theirs) => mine - theirs),
    ]).Max(Math.Abs);
}
