using System.Reflection;
using System.Text.Json;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Projects;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Projects;

/// <summary>The starter framework that districts begin with, and frameworks as large as a state's.</summary>
internal static class StarterWording
{
    private static readonly FrameworkVersionId Version = FrameworkBuilder.Version;

    public static Wording Read { get; } = Wording.Of(Content(1));

    /// <summary>The starter's competencies several times over, each copy under codes of its own.</summary>
    public static FrameworkContent Content(int times)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("starter.json")!;
        using var json = JsonDocument.Parse(file);
        var (areas, competencies, targets, levels) = (new List<Area>(), new List<Competency>(), new List<LearningTarget>(), new List<Descriptor>());
        for (var copy = 0; copy < times; copy++)
            foreach (var area in json.RootElement.GetProperty("areas").EnumerateArray())
            {
                var own = new Area(Version, new AreaId(Some.Id(1000 + areas.Count)), $"{Text(area, "code")}{copy}", Text(area, "title"), AreaKind.Learning, true, areas.Count + 1);
                areas.Add(own);
                foreach (var one in area.GetProperty("competencies").EnumerateArray())
                {
                    var id = new CompetencyId(Some.Id(2000 + competencies.Count));
                    competencies.Add(new Competency(Version, id, own.Id, times == 1 ? Text(one, "code") : $"{Text(one, "code")}-{copy}", Text(one, "title"), Text(one, "statement"), "", ScaleBuilder.OneToFour.Id, 3, true, competencies.Count + 1, competencies.Count + 1));
                    levels.AddRange(one.GetProperty("levels").EnumerateArray().Select((words, i) => new Descriptor(Version, id, i + 1, words.GetString()!)));
                    foreach (var target in one.GetProperty("targets").EnumerateArray())
                        targets.Add(new LearningTarget(Version, new TargetId(Some.Id(10_000 + targets.Count)), id, $"{Text(target, "code")}-{copy}", Text(target, "title"), Text(target, "statement"), 1, 1, false, true, targets.Count + 1));
                }
            }

        return new FrameworkContent(new Framework(new FrameworkId(Some.Id(50)), "F", "Starter"), new FrameworkVersion(Version, new FrameworkId(Some.Id(50)), 1, Some.Day(0), null), areas, competencies, targets, [], [ScaleBuilder.OneToFour])
        {
            Descriptors = levels.ToLookup(one => one.Competency),
        };
    }

    public static IReadOnlyList<string> Codes(string question, string product, string evidence = "") => [.. Suggested(question, product, evidence).Select(one => Read.Content.Find(one.Competency)!.Code)];

    public static IReadOnlyList<Suggestion> Suggested(string question, string product, string evidence = "") => Suggestion.From(Read, new ProposalWords(question, product, evidence));

    private static string Text(JsonElement from, string name) => from.GetProperty(name).GetString()!;
}
