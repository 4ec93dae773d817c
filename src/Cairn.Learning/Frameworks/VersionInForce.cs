namespace Cairn.Learning.Frameworks;

/// <summary>Which version of a framework somebody judged by.</summary>
public static class VersionInForce
{
    /// <summary>The version that was in force when something was judged. What was judged before the first version, as in records
    /// brought in from elsewhere, goes by the one in force when it was stored, and before that by the first. Null where none was ever adopted.</summary>
    /// <param name="versions">Versions of one framework, in any order; drafts are left out.</param>
    /// <param name="judgedAt">When it was judged, UTC.</param>
    /// <param name="recordedAt">When it was stored, UTC.</param>
    public static FrameworkVersion? At(IEnumerable<FrameworkVersion> versions, DateTime judgedAt, DateTime recordedAt)
    {
        var adopted = versions.Where(one => !one.IsDraft).OrderBy(one => one.Number).ToList();
        return adopted.LastOrDefault(one => one.AdoptedAt <= judgedAt) ?? adopted.LastOrDefault(one => one.AdoptedAt <= recordedAt) ?? adopted.FirstOrDefault();
    }
}
