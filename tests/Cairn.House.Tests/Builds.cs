using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Cairn.House.Tests;

/// <summary>The build is strict and the same everywhere; strictness is said once, at the root.</summary>
public sealed partial class Builds
{
    [Fact]
    public void Versions_of_packages_are_said_once() => (
        from file in Tree.EndingIn(".csproj")
        from package in XDocument.Parse(file.Text).Descendants("PackageReference")
        where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null || package.Element("Version") is not null
        select $"{file.Path}: {package.Attribute("Include")?.Value}")
        .ShouldBeNone("say the version in Directory.Packages.props.");

    [Fact]
    public void Every_project_pins_its_packages() =>
        Tree.EndingIn(".csproj").Where(file => Tree.Files.All(one => one.Path != $"{file.Folder}/packages.lock.json"))
            .Select(file => $"{file.Folder}/packages.lock.json is missing").ShouldBeNone("run dotnet restore and commit the lock file.");

    [Fact]
    public void Every_project_is_in_the_solution() =>
        Tree.EndingIn(".csproj").Where(file => !Tree.Find("Cairn.slnx").Text.Contains($"\"{file.Path}\"", StringComparison.Ordinal))
            .Select(file => $"Cairn.slnx lacks {file.Path}").ShouldBeNone("add the project, so that one build builds everything.");

    [Theory]
    [InlineData("TreatWarningsAsErrors", "true")]
    [InlineData("Nullable", "enable")]
    [InlineData("CheckForOverflowUnderflow", "true")]
    [InlineData("Deterministic", "true")]
    [InlineData("RestorePackagesWithLockFile", "true")]
    public void Strictness_is_said_at_the_root(string property, string value) =>
        XDocument.Parse(Tree.Find("Directory.Build.props").Text).Descendants(property).Select(one => one.Value)
            .ShouldBe([value], $"Directory.Build.props: say <{property}>{value}</{property}>.");

    [Fact]
    public void Another_version_than_the_pinned_one_is_an_error() =>
        XDocument.Parse(Tree.Find("Directory.Build.props").Text).Descendants("WarningsAsErrors").Single().Value.Split(';')
            .ShouldContain("NU1603", "Directory.Build.props: name NU1603 in WarningsAsErrors.");

    [Fact]
    public void No_project_loosens_what_the_root_says() => (
        from file in Tree.EndingIn(".csproj")
        from element in XDocument.Parse(file.Text).Descendants()
        where element.Name.LocalName is "TreatWarningsAsErrors" or "Nullable" or "CheckForOverflowUnderflow" or "ManagePackageVersionsCentrally" or "WarningsNotAsErrors"
        select $"{file.Path} sets {element.Name.LocalName}")
        .ShouldBeNone("take the line out; mend the warning.");

    [Theory]
    [InlineData("global.json")]
    [InlineData(".editorconfig")]
    [InlineData("LICENSE")]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("SECURITY.md")]
    [InlineData("docs/rooms.md")]
    [InlineData("docs/glossary.md")]
    public void The_house_has_its_papers(string path) => Tree.Find(path).Text.Length.ShouldBeGreaterThan(50, $"{path}: write it.");

    [Fact]
    public void The_licence_is_Apache_2()
    {
        var text = Tree.Find("LICENSE").Text;
        text.ShouldContain("Apache License");
        text.ShouldContain("Version 2.0, January 2004");
        text.ShouldContain("END OF TERMS AND CONDITIONS");
    }

    [Theory]
    [InlineData("cairn")]
    [InlineData("test")]
    [InlineData("drills")]
    [InlineData(".ci/run")]
    public void Scripts_can_be_run(string path)
    {
        Tree.Find(path).Text.ShouldStartWith("#!/usr/bin/env bash\n");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(Tree.Root, path)).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue($"{path}: chmod +x.");
    }

    [Fact]
    public void Decisions_are_numbered_and_say_problem_options_choice_and_price()
    {
        var pages = Tree.EndingIn(".md", "docs/decisions/");
        pages.Select((page, i) => (page, Wanted: $"{i + 1:0000}-")).Where(one => !one.page.Name.StartsWith(one.Wanted, StringComparison.Ordinal))
            .Select(one => $"{one.page.Path} should begin with {one.Wanted}")
            .Concat(from page in pages
                    from heading in new[] { "## Problem", "## Options", "## Choice", "## Price" }
                    where !page.Text.Contains(heading, StringComparison.Ordinal)
                    select $"{page.Path} has no {heading}")
            .ShouldBeNone("one page a decision, numbered without gaps.");
    }

    [Fact]
    public void Every_room_that_exists_is_on_the_page_of_rooms()
    {
        var page = Tree.Find("docs/rooms.md").Text;
        Tree.HandWritten("src").Select(file => file.Folder.Split('/')).Where(parts => parts.Length > 2).Select(parts => parts[2]).Distinct(StringComparer.Ordinal)
            .Where(room => !Regex.IsMatch(page, $@"\b{room}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(room => $"docs/rooms.md does not name {room}").ShouldBeNone("say in one line what the room is for.");
    }

    [Fact]
    public void Migrations_are_numbered_without_gaps() => (
        from folder in Tree.Files.Where(file => file.Path.Contains("/Migrations/", StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal)).GroupBy(file => file.Folder, StringComparer.Ordinal)
        from one in folder.Where(file => !file.Name.EndsWith(".Designer.cs", StringComparison.Ordinal) && !file.Name.EndsWith("Snapshot.cs", StringComparison.Ordinal)).Select((file, i) => (file, i))
        where !Migration().IsMatch(one.file.Name) || !one.file.Name.StartsWith($"{one.i + 1:00000000000000}_", StringComparison.Ordinal)
        select $"{one.file.Path} should be number {one.i + 1:00000000000000}")
        .ShouldBeNone("number migrations from 00000000000001, fourteen digits, without gaps; rename the class's Migration attribute too.");

    [Fact]
    public void The_model_has_no_change_without_a_migration()
    {
        using var db = new Storage.Sqlite.SqliteDbDesign().CreateDbContext([]);
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.HasPendingModelChanges(db.Database)
            .ShouldBeFalse("src/Cairn.Storage/Sqlite/Migrations: add a migration for what changed in Tables/ or in Learning's types.");
    }

    [GeneratedRegex(@"^\d{14}_[A-Z]\w*\.cs$", RegexOptions.None, 1000)]
    private static partial Regex Migration();
}
