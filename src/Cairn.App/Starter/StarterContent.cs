using System.Reflection;
using System.Text.Json;

namespace Cairn.App.Starter;

/// <summary>A framework to start from, written for Cairn and free under Apache-2.0: read from the JSON beside this file.</summary>
internal sealed record StarterContent(
    string Title, IReadOnlyList<StarterArea> Areas, IReadOnlyList<StarterHabit> Habits, IReadOnlyList<StarterQuality> Portrait, IReadOnlyList<IReadOnlyList<string>> Before)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web);

    public static StarterContent Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("Cairn.App.Starter.framework.json")
            ?? throw new FileNotFoundException("Starter/framework.json is not embedded.");
        return JsonSerializer.Deserialize<StarterContent>(file, Plain)!;
    }
}

/// <summary>An area. Its priorities are codes of competencies.</summary>
internal sealed record StarterArea(string Code, string Title, int PriorityCap, IReadOnlyList<string> Priorities, IReadOnlyList<StarterCompetency> Competencies);

/// <summary>A competency, with its levels from the lowest.</summary>
internal sealed record StarterCompetency(string Code, string Title, string Statement, string Family, IReadOnlyList<string> Levels, IReadOnlyList<StarterTarget> Targets);

/// <summary>A target.</summary>
internal sealed record StarterTarget(string Code, string Title, string Statement, string Family);

/// <summary>A habit, and what it looks like.</summary>
internal sealed record StarterHabit(string Code, string Title, string Statement, string Family, IReadOnlyList<string> LooksLike);

/// <summary>A quality of the portrait of a graduate, and the codes of competencies that show it.</summary>
internal sealed record StarterQuality(string Code, string Title, string Statement, IReadOnlyList<string> Competencies);
