using System.Text.Json;
using Cairn.App.Cli;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Cli;
using Cairn.Interop.Tests.Case;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using static Cairn.App.Tests.Frameworks.Workbench;

namespace Cairn.App.Tests.Frameworks;

/// <summary>A framework that leaves as a CASE package.</summary>
public sealed class ExportedFrameworkTests : IDisposable
{
    private readonly Installation _cairn = new();

    [Fact]
    public void One_that_was_written_here_keeps_the_official_schema()
    {
        _cairn.Run("demo", "--no-serve", "--learners", "1").Exit.ShouldBe(CommandLine.Done);
        _ = TestData.Path("case", "case-v1p1-cfpackage.json");

        JsonSchema.OfCase().Faults(JsonElement.Parse(_cairn.Take("fern-hollow"))).ShouldBeEmpty();
    }

    [Fact]
    public void It_comes_into_another_district_with_the_same_words()
    {
        _cairn.Run("demo", "--no-serve", "--learners", "1").Exit.ShouldBe(CommandLine.Done);
        using var there = new Installation();
        var file = there.Of("demo.json");
        File.WriteAllBytes(file, _cairn.Take("fern-hollow"));

        there.Bring(file);

        using var demo = new Opened(_cairn.Folder);
        var (here, now) = (demo.Frameworks.ShouldHaveSingleItem().Content, there.Content());
        now.Framework.Title.ShouldBe(here.Framework.Title);
        now.Areas.Select(one => (one.Code, one.Title)).ShouldBe(here.Areas.Select(one => (one.Code, one.Title)));
        now.Competencies.Select(one => (one.Code, one.Title, one.Statement)).ShouldBe(here.Competencies.Select(one => (one.Code, one.Title, one.Statement)));
        now.Targets.Select(one => (one.Code, one.Title, one.Statement, now.Find(one.Competency)!.Code)).Order()
            .ShouldBe(here.Targets.Select(one => (one.Code, one.Title, one.Statement, here.Find(one.Competency)!.Code)).Order());
        Words(now).ShouldBe(Words(here));
        Package.Plain(there.Take(now.Framework.Code)).ShouldBe(Package.Plain(File.ReadAllBytes(file)));
    }

    [Fact]
    public async Task Of_one_that_came_from_elsewhere_only_what_was_changed_here_is_changed()
    {
        var package = new Package(_cairn.Of("ways.json")).Link(500, "precedes", 21, 11);
        _cairn.Bring(package);
        await _cairn.Edit(rows => rows.Competencies[0] = rows.Competencies[0] with { Statement = "Argue well", Title = "Arguing", Pieces = 9, IsPriority = true });

        var (before, after) = (JsonElement.Parse(File.ReadAllBytes(package)), JsonElement.Parse(_cairn.Take("ways-to-work")));

        after.GetProperty("CFDocument").GetRawText().ShouldBe(before.GetProperty("CFDocument").GetRawText());
        after.GetProperty("CFAssociations").GetRawText().ShouldBe(before.GetProperty("CFAssociations").GetRawText());
        var changed = before.GetProperty("CFItems").EnumerateArray().Zip(after.GetProperty("CFItems").EnumerateArray()).Where(pair => pair.First.GetRawText() != pair.Second.GetRawText()).ShouldHaveSingleItem();
        changed.Second.GetProperty("identifier").GetString().ShouldBe(Package.Id(11));
        changed.Second.EnumerateObject().Where(one => !changed.First.TryGetProperty(one.Name, out var was) || was.GetRawText() != one.Value.GetRawText()).Select(one => one.Name)
            .ShouldBe(["fullStatement", "lastChangeDateTime", "abbreviatedStatement"], ignoreOrder: true);
        changed.Second.GetProperty("aFieldOfTheirOwn").GetRawText().ShouldBe("""{"kept":1.50}""");
    }

    [Fact]
    public async Task What_was_added_here_goes_out_beside_it_and_what_went_out_of_use_gets_a_last_day()
    {
        _cairn.Bring(new Package(_cairn.Of("ways.json")));
        var own = new CompetencyId(Guid.CreateVersion7());
        await _cairn.Edit(rows =>
        {
            rows.Competencies.Add(rows.Competencies[0] with { Id = own, Code = "OWN.1", Title = "Garden", Statement = "I keep a garden.", Number = 99, Position = 9 });
            rows.Competencies[1] = rows.Competencies[1] with { IsActive = false };
            rows.Descriptors.Add(new Descriptor(rows.Areas[0].Version, own, 3, "Things grow"));
        });

        var json = JsonElement.Parse(_cairn.Take("ways-to-work"));

        var items = json.GetProperty("CFItems").EnumerateArray().ToDictionary(one => one.GetProperty("identifier").GetString()!);
        items[own.Value.ToString("D")].GetProperty("fullStatement").GetString().ShouldBe("I keep a garden.");
        items[Package.Id(14)].TryGetProperty("statusEndDate", out _).ShouldBeTrue();
        json.GetProperty("CFRubrics")[0].GetRawText().ShouldContain("Things grow");
        var under = json.GetProperty("CFAssociations").EnumerateArray().Single(one => one.GetProperty("originNodeURI").GetProperty("identifier").GetString() == own.Value.ToString("D"));
        under.GetProperty("destinationNodeURI").GetProperty("identifier").GetString().ShouldBe(Package.Id(10));
    }

    [Theory]
    [InlineData("../..")]
    [InlineData("%2e%2e")]
    [InlineData("a\u202Eb")]
    [InlineData("line\u0007")]
    [InlineData(" padded ")]
    public void A_code_of_any_letters_goes_out_as_it_came(string code)
    {
        var package = new Package(_cairn.Of("ways.json")).Say(11, "humanCodingScheme", code).Say(12, "humanCodingScheme", code + "1");
        _cairn.Bring(package);

        Package.Plain(_cairn.Take("ways-to-work")).ShouldBe(Package.Plain(File.ReadAllBytes(package)));
    }

    [Fact]
    public void The_package_may_go_to_standard_output_and_the_answer_may_be_JSON()
    {
        _cairn.Bring(new Package(_cairn.Of("ways.json")));

        Package.Plain(System.Text.Encoding.UTF8.GetBytes(_cairn.Run("export", "framework", "ways-to-work", "--case", "-").Out)).ShouldBe(Package.Plain(File.ReadAllBytes(_cairn.Of("ways.json"))));
        var told = _cairn.Run("export", "framework", Package.Id(1), "--case", _cairn.Of("out.json"), "--json").Json;
        (told.GetProperty("framework").GetString(), told.GetProperty("version").GetInt32(), told.GetProperty("bytes").GetInt64()).ShouldBe(("ways-to-work", 1, new FileInfo(_cairn.Of("out.json")).Length));
    }

    private static List<(string, decimal, string)> Words(FrameworkContent content) =>
        [.. content.Competencies.SelectMany(one => content.Descriptors[one.Id].Select(words => (one.Code, words.Level, words.Words))).Order()];

    public void Dispose() => _cairn.Dispose();
}
