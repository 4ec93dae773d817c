using Cairn.Learning.People;

namespace Cairn.Learning.Credits;

/// <summary>Which versions of credit policies hold for somebody on a day.</summary>
public static class PolicyInForce
{
    /// <summary>One version of each code that reaches a place: that of the narrowest place, and there the newest that is effective. One that ended is not among them.</summary>
    /// <param name="all">Every version.</param>
    /// <param name="place">Where the learner is.</param>
    /// <param name="day">The day, in the district.</param>
    /// <returns>The policies in the order of their codes.</returns>
    public static IReadOnlyList<CreditPolicy> Of(IEnumerable<CreditPolicy> all, PolicyPlace place, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(all);
        return [.. all.Where(one => one.EffectiveFrom <= day && one.Place.Reaches(place)).GroupBy(one => one.Code, StringComparer.Ordinal)
            .Select(some => some.OrderByDescending(one => one.Place.Narrowness).ThenByDescending(one => one.EffectiveFrom).ThenByDescending(one => one.Number).First())
            .Where(one => one.IsActive).OrderBy(one => one.Code, StringComparer.Ordinal)];
    }
}
