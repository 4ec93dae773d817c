using System.Reflection;
using System.Text.Json;
using Cairn.App.Starter;

namespace Cairn.App.Cli.Demo;

/// <summary>The words of the demonstration district: Cairn's own invention, read from the JSON beside this file.</summary>
internal sealed record DemoContent(StarterContent Framework, DemoPeopleText People, DemoExperiencesText Experiences)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web);

    public static DemoContent Read() => new(
        StarterContent.Read(), Read<DemoPeopleText>("people"), Read<DemoExperiencesText>("experiences"));

    /// <summary>The rules of the district's diploma, in their first version, as they are written.</summary>
    public static string Diploma => Text("diploma");

    /// <summary>The rules of the alternate that a learner may choose.</summary>
    public static string CareerDiploma => Text("career");

    private static string Text(string name)
    {
        using var text = new StreamReader(Open(name));
        return text.ReadToEnd();
    }

    private static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"Cairn.App.Cli.Demo.{name}.json")
        ?? throw new FileNotFoundException($"Cli/Demo/{name}.json is not embedded.");

    private static T Read<T>(string name)
    {
        using var file = Open(name);
        return JsonSerializer.Deserialize<T>(file, Plain)!;
    }
}

internal sealed record DemoPeopleText(IReadOnlyList<string> Given, IReadOnlyList<string> Family, IReadOnlyList<DemoEducator> Educators, IReadOnlyList<string> Rooms);

internal sealed record DemoEducator(string Given, string Family, string Title, string Username, string Role);

internal sealed record DemoExperiencesText(IReadOnlyList<DemoExperience> Experiences, IReadOnlyDictionary<string, IReadOnlyList<string>> Comments);

internal sealed record DemoExperience(string Title, string Kind, string Question, string Product, int From, int To, IReadOnlyList<string> Competencies, IReadOnlyList<string> Works);
