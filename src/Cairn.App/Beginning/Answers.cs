using System.Text.Json;
using Cairn.Storage;

namespace Cairn.App.Beginning;

/// <summary>The steps of the wizard, in their order.</summary>
public enum FirstRunStep
{
    District,
    Levels,
    Competencies,
    People,
    You,
}

/// <summary>What was answered so far. It stands beside the district in the making, so that a stopped process goes on where it was.</summary>
/// <param name="Name">The district's short name.</param>
/// <param name="Title">Its name as people write it.</param>
/// <param name="Zone">The zone its days begin in.</param>
/// <param name="Language">Its language.</param>
internal sealed record Answers(string Name, string Title, string Zone, string Language)
{
    private const string FileName = "answers.json";

    /// <summary>The words of the levels, lowest first; none where nobody chose yet.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>The number of the lowest level that is enough.</summary>
    public int Line { get; init; }

    /// <summary>What the competencies are; null where nobody chose yet, and empty for none yet.</summary>
    public string? Framework { get; init; }

    /// <summary>Is it the starter framework?</summary>
    public bool IsStarter { get; init; }

    /// <summary>How many competencies there are.</summary>
    public int Competencies { get; init; }

    /// <summary>Where the people came from: a name of <see cref="PeopleFrom"/>; null where nobody chose yet.</summary>
    public PeopleFrom? People { get; init; }

    public int Learners { get; init; }

    public int Educators { get; init; }

    /// <summary>The first step that has no answer.</summary>
    public FirstRunStep Next => Levels.Count == 0 ? FirstRunStep.Levels : Framework is null ? FirstRunStep.Competencies : People is null ? FirstRunStep.People : FirstRunStep.You;

    /// <summary>What a folder has; null where it has none that can be read.</summary>
    public static Answers? In(string folder)
    {
        try
        {
            return Path.Combine(folder, FileName) is var file && File.Exists(file) ? JsonSerializer.Deserialize<Answers>(File.ReadAllBytes(file)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Keep(string folder) => DurableFile.Write(Path.Combine(folder, FileName), to => JsonSerializer.Serialize(to, this));
}

/// <summary>Where the people of a district come from.</summary>
internal enum PeopleFrom
{
    Nobody,
    Roster,
    Program,
}
