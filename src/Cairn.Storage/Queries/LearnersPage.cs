using Cairn.Learning;
using Cairn.Learning.People;

namespace Cairn.Storage.Queries;

/// <summary>Which learners are asked for, of those that the asker may see.</summary>
/// <param name="Group">Those of a group today; null for any.</param>
/// <param name="School">Those of a school; null for any.</param>
/// <param name="Username">The one with this username; null for any.</param>
/// <param name="Ids">Those with one of these ids; null for any.</param>
public sealed record LearnersAsked(GroupId? Group = null, OrganizationId? School = null, string? Username = null, IReadOnlyCollection<LearnerId>? Ids = null);

/// <summary>A page of learners by username. Who may not be seen is not found, by the same question as who is not there.</summary>
public static class LearnersPage
{
    /// <summary>Reads a page.</summary>
    /// <param name="scope">What the asker may see.</param>
    /// <param name="asked">Which.</param>
    /// <param name="after">The username that the page before ended with; null for the first.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<Learner> Of(Scope scope, LearnersAsked asked, string? after, int most)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(asked);
        var found = (asked.Group is { } group ? scope.LearnersOf(group) : scope.Learners).Where(one => one.EndedAt == null);
        if (asked.School is { } school) found = found.Where(one => one.School == school);
        if (asked.Username is { } username) found = found.Where(one => one.Username == username);
        if (asked.Ids is { } ids) found = found.Where(one => ids.Contains(one.Id));
#pragma warning disable CA1309, MA0074 // The database compares, in its own order
        if (after is not null) found = found.Where(one => string.Compare(one.Username, after) > 0);
#pragma warning restore CA1309, MA0074
        List<Learner> page = [.. found.OrderBy(one => one.Username).Take(most)];
        scope.Listed(page.Select(one => one.Id));
        return page;
    }
}
