using System.Xml.Linq;

namespace Cairn.House.Tests;

/// <summary>App -> {Storage, Interop} -> Learning -> nothing.</summary>
public sealed class Dependencies
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Cairn.Learning"] = [],
        ["Cairn.Interop"] = ["Cairn.Learning"],
        ["Cairn.Storage"] = ["Cairn.Learning"],
        ["Cairn.App"] = ["Cairn.Interop", "Cairn.Learning", "Cairn.Storage"],
    };

    [Fact]
    public void There_are_four_source_projects() =>
        Tree.EndingIn(".csproj", "src/").Select(file => file.Stem + "." + file.Name.Split('.')[1]).Where(name => !Allowed.ContainsKey(name))
            .ShouldBeNone("a fifth project needs a decision page in docs/decisions first; put the code into the room of its noun (docs/rooms.md).");

    [Fact]
    public void Project_references_point_one_way() => (
        from file in Tree.EndingIn(".csproj", "src/")
        let project = file.Name[..^".csproj".Length]
        from reference in XDocument.Parse(file.Text).Descendants("ProjectReference")
        let target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
        where !Allowed.GetValueOrDefault(project, []).Contains(target, StringComparer.Ordinal)
        select $"{file.Path} references {target}")
        .ShouldBeNone("take the reference out: App -> {Storage, Interop} -> Learning -> nothing. What both sides need sinks into Learning.");

    [Fact]
    public void Assemblies_point_one_way() => (
        from code in Code.All
        let project = code == Code.App ? "Cairn.App" : code.Module.Assembly.Name.Name
        from reference in code.Module.AssemblyReferences
        where reference.Name.StartsWith("Cairn.", StringComparison.OrdinalIgnoreCase) || reference.Name == "cairn"
        where !Allowed[project].Contains(reference.Name, StringComparer.Ordinal)
        select $"{project}.dll uses {reference.Name}.dll")
        .ShouldBeNone("move the shared decision into Learning; Storage and Interop never see each other, and nothing sees App.");

    [Fact]
    public void Learning_stands_on_the_base_class_library_only() =>
        Code.Learning.Module.AssemblyReferences.Select(one => one.Name)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("System.Text.Json", StringComparison.Ordinal))
            .Concat(from package in XDocument.Parse(Tree.Find("src/Cairn.Learning/Cairn.Learning.csproj").Text).Descendants("PackageReference")
                    where package.Attribute("PrivateAssets")?.Value != "all"
                    select $"src/Cairn.Learning/Cairn.Learning.csproj: package {package.Attribute("Include")!.Value}")
            .ShouldBeNone("Learning references nothing at run time: write the few lines it needs, or do that work in another project and hand the result in.");

    [Fact]
    public void Feature_rooms_never_use_each_other() =>
        ByCode().Concat(BySource()).ShouldBeNone("a shared decision sinks into Learning, a shared read into Storage/Queries, a shared look into Ui/Kit.");

    private static string? FeatureOf(string space) =>
        space.StartsWith("Cairn.App.Features.", StringComparison.Ordinal) ? space.Split('.')[3] : null;

    private static IEnumerable<string> ByCode() =>
        from use in Code.App.Uses
        let here = FeatureOf(Code.SpaceOf(use.User))
        let there = FeatureOf(use.Space)
        where here is not null && there is not null && here != there
        select $"{Tree.FileOf(use.User.FullName)} uses {use.Used.Name} of Features/{there}";

    private static IEnumerable<string> BySource()
    {
        var rooms = Tree.Files.Where(file => file.Path.StartsWith("src/Cairn.App/Features/", StringComparison.Ordinal))
            .Select(file => (File: file, Room: file.Path.Split('/')[3])).ToList();
        return from one in rooms
               from other in rooms.Select(each => each.Room).Distinct(StringComparer.Ordinal)
               where other != one.Room && one.File.Code.Contains($"Features.{other}", StringComparison.Ordinal)
               select $"{one.File.Path} names Features.{other}";
    }
}
