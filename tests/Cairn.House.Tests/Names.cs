using System.Text.RegularExpressions;

namespace Cairn.House.Tests;

/// <summary>Every file knows its room, and no name is a cupboard for whatever has none.</summary>
public sealed partial class Names
{
    private static readonly HashSet<string> Banned = new(StringComparer.OrdinalIgnoreCase)
    {
        "Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager", "Managers", "Service", "Services", "Common", "Shared",
    };

    private static readonly string[] BannedEndings = ["Repository", "Mapper", "Mediator", "UnitOfWork", "Dto", "Impl"];

    /// <summary>The words of the product live in the folder of the words: no other name is as plain on a page.</summary>
    private static readonly HashSet<string> MayShareWithRoom = ["Cairn.App.Ui.Words.Words"];

    [Fact]
    public void The_namespace_is_the_folder() => (
        from file in Tree.HandWritten("src", "tests", "bench")
        let wanted = file.Folder[(file.Folder.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('/', '.')
        let said = Namespace().Match(file.Text)
        // Program.cs holds top-level statements, which have no namespace.
        where file.Name != "Program.cs" && (!said.Success || said.Groups["name"].Value != wanted)
        select $"{file.Path} says {(said.Success ? said.Groups["name"].Value : "none")}; its folder says {wanted}")
        .ShouldBeNone("move the file, or write the folder's namespace (file-scoped).");

    [Fact]
    public void No_file_type_or_folder_is_a_cupboard() =>
        Files().Concat(Types()).ShouldBeNone("name it by its noun (docs/rooms.md): no Utils, Helper, Manager, Service, Common, Shared; no folder Core.");

    [Fact]
    public void No_repository_mediator_or_mapper_stands_between() => (
        from code in Code.All
        from type in code.Types
        where BannedEndings.Any(ending => type.Name.Split('`')[0].EndsWith(ending, StringComparison.Ordinal))
        select $"{Tree.FileOf(type.FullName)} declares {type.Name}")
        .Concat(from package in PackageLocks.Central
                where PackageName().IsMatch(package)
                select $"Directory.Packages.props has {package}")
        .ShouldBeNone("EF Core maps Learning's types directly; a slice calls Scope and Learning, three hops and no more.");

    [Fact]
    public void A_room_never_shares_its_name_with_a_type()
    {
        var rooms = Code.All.SelectMany(code => code.Types).SelectMany(type => Code.SpaceOf(type).Split('.')).ToHashSet(StringComparer.Ordinal);
        Code.All.SelectMany(code => code.Types).Where(type => rooms.Contains(type.Name) && !MayShareWithRoom.Contains(type.FullName))
            .Select(type => $"{Tree.FileOf(type.FullName)} declares {type.Name}, which is also a room")
            .ShouldBeNone("rename the type (PieceOfEvidence stands in Evidence), so that no name needs its namespace.");
    }

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*;", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex("mediat|automapper|mapster|mapperly|repositor", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PackageName();

    private static IEnumerable<string> Files() =>
        from file in Tree.Files
        where file.Path.StartsWith("src/", StringComparison.Ordinal) || file.Path.StartsWith("tests/", StringComparison.Ordinal) || file.Path.StartsWith("bench/", StringComparison.Ordinal)
        from part in file.Path.Split('/')
        let stem = part.Split('.')[0]
        where IsBanned(stem) || (part != file.Name && part == "Core")
        select $"{file.Path}: \"{part}\"";

    private static IEnumerable<string> Types() =>
        from code in Code.All
        from type in code.Types
        where IsBanned(type.Name.Split('`')[0])
        select $"{Tree.FileOf(type.FullName)} declares {type.Name}";

    private static bool IsBanned(string name) => Tree.PascalWord().Matches(name).Any(word => Banned.Contains(word.Value)) || Banned.Contains(name);
}
