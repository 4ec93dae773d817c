namespace Cairn.Learning.People;

/// <summary>A parent or another adult who cares for learners.</summary>
public sealed class Guardian(GuardianId id, string username, string displayName)
{
    /// <summary>The guardian's id.</summary>
    public GuardianId Id { get; private set; } = id;

    /// <summary>The name the school's other systems know the guardian by; unique in a district.</summary>
    public string Username { get; private set; } = username;

    /// <summary>The name that is shown.</summary>
    public string DisplayName { get; private set; } = displayName;

    /// <summary>The source that keeps this row, such as the name of an import; empty when a person does.</summary>
    public string Source { get; private set; } = "";

    /// <summary>When the guardian left, UTC; null while here.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Sets who keeps the row.</summary>
    public Guardian KeptBy(string source)
    {
        Source = source;
        return this;
    }

    /// <summary>Takes the names as they are now.</summary>
    public void Rename(string username, string displayName) => (Username, DisplayName) = (username, displayName);

    /// <summary>The guardian leaves.</summary>
    public void Leave(DateTime at) => EndedAt = Instant.Utc(at);

    /// <summary>The guardian comes back.</summary>
    public void Return() => EndedAt = null;

    /// <summary>Takes everything out that says who the guardian is.</summary>
    public void Erase() => (Username, DisplayName, Source) = ($"erased-{Id.Value:N}", "Erased guardian", "");
}

/// <summary>Until when a guardian's right lasts: it passes to the learner at the start of the 18th birthday, on the district's clock.
/// Source: 34 CFR 99.5(a).</summary>
public static class OfAge
{
    /// <summary>In whole years.</summary>
    public const int Years = 18;

    /// <summary>The latest birth date of whoever is of age on a day. Who was born on 29 February is of age on 1 March of a common year,
    /// as <see cref="Learner.AgeOn"/> counts.</summary>
    public static DateOnly BornBy(DateOnly day) => day.AddYears(-Years);
}

/// <summary>One guardian of one learner, from a day until a day.</summary>
/// <param name="Guardian">Who cares.</param>
/// <param name="Learner">For whom.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
public sealed record Guardianship(GuardianId Guardian, LearnerId Learner, DateOnly From, DateOnly? Until)
{
    /// <summary>Does it hold on a day?</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}
