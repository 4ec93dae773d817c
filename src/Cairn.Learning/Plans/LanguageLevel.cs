namespace Cairn.Learning.Plans;

/// <summary>What of a language somebody does.</summary>
public enum LanguageDomain
{
    /// <summary>Understands what is said.</summary>
    Listening = 1,

    /// <summary>Says.</summary>
    Speaking = 2,

    /// <summary>Reads.</summary>
    Reading = 3,

    /// <summary>Writes.</summary>
    Writing = 4,
}

/// <summary>How far a learner is in the language of the school, in one domain on a day: a fact. It stands beside content, and enters no determination of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Domain">What of the language.</param>
/// <param name="Level">1 to 6, as WIDA's English language development scale has it: 1 entering, 6 reaching.</param>
/// <param name="On">The day it was seen, in the district.</param>
/// <param name="By">Who says so.</param>
/// <param name="RecordedAt">When it was stored, UTC.</param>
public sealed record LanguageLevel(LanguageLevelId Id, LearnerId Learner, LanguageDomain Domain, int Level, DateOnly On, PersonId By, DateTime RecordedAt)
{
    /// <summary>The lowest level.</summary>
    public const int Lowest = 1;

    /// <summary>The highest level.</summary>
    public const int Highest = 6;
}

/// <summary>How far a learner is in the language of the school: the newest of each domain, and the way there. A conclusion.</summary>
/// <param name="Newest">The newest of each domain that was ever said, in the order of the domains.</param>
/// <param name="Steps">All that was said, oldest first.</param>
public sealed record LanguageProgress(IReadOnlyList<LanguageLevel> Newest, IReadOnlyList<LanguageLevel> Steps)
{
    /// <summary>Is anything said at all? Of who speaks the school's language from home nothing is.</summary>
    public bool IsThere => Newest.Count > 0;

    /// <summary>Reads it as of a day: the latest day decides, of two on one day the one that was stored later.</summary>
    public static LanguageProgress From(IEnumerable<LanguageLevel> levels, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(levels);
        List<LanguageLevel> steps = [.. levels.Where(one => one.On <= day).OrderBy(one => one.On).ThenBy(one => one.RecordedAt)];
        return new([.. steps.GroupBy(one => one.Domain).OrderBy(one => one.Key).Select(one => one.Last())], steps);
    }
}
