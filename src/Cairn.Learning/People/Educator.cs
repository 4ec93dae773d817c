namespace Cairn.Learning.People;

/// <summary>Whether somebody confirmed that an educator leads. What they may see and do is in their grants (<see cref="RoleGrant"/>).</summary>
public enum EducatorRole
{
    /// <summary>Works with groups of learners.</summary>
    Teacher,

    /// <summary>Somebody confirmed that they lead a school or the district.</summary>
    Leader,
}

/// <summary>A person who teaches, advises, judges or leads.</summary>
public sealed class Educator(EducatorId id, string username, string displayName, EducatorRole role)
{
    /// <summary>The educator's id.</summary>
    public EducatorId Id { get; private set; } = id;

    /// <summary>The name the school's other systems know the educator by; unique in a district.</summary>
    public string Username { get; private set; } = username;

    /// <summary>The name learners use, such as "Ms. Okafor".</summary>
    public string DisplayName { get; private set; } = displayName;

    /// <summary>Did somebody confirm that they lead? It gives no right: a grant does.</summary>
    public EducatorRole Role { get; private set; } = role;

    /// <summary>A role above teacher that a roster claims for the educator, in the roster's words; empty where none waits. It grants
    /// nothing until an administrator confirms it.</summary>
    public string ClaimedRole { get; private set; } = "";

    /// <summary>The source that keeps this row, such as the name of an import; empty when a person does.</summary>
    public string Source { get; private set; } = "";

    /// <summary>When the educator left, UTC; null while here.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Sets who keeps the row.</summary>
    public Educator KeptBy(string source)
    {
        Source = source;
        return this;
    }

    /// <summary>Takes the names as they are now.</summary>
    public Educator Rename(string username, string displayName)
    {
        (Username, DisplayName) = (username, displayName);
        return this;
    }

    /// <summary>Notes the role that a roster claims.</summary>
    public Educator Claims(string role)
    {
        ClaimedRole = role;
        return this;
    }

    /// <summary>An administrator confirms or turns down what a roster claims.</summary>
    public void Settle(bool isConfirmed)
    {
        if (isConfirmed && ClaimedRole.Length > 0) Role = EducatorRole.Leader;
        ClaimedRole = "";
    }

    /// <summary>The educator leaves.</summary>
    public void Leave(DateTime at) => EndedAt = Instant.Utc(at);

    /// <summary>The educator comes back.</summary>
    public void Return() => EndedAt = null;
}
