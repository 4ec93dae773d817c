using Cairn.App.Cli;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Imports;

namespace Cairn.App.Tests.Cli;

/// <summary>Nothing real comes to stand behind a demonstration's links, and they are served on this machine only.</summary>
public sealed class DemonstrationGuardTests : IDisposable
{
    private readonly Installation _cairn = new();

    [Fact]
    public async Task A_programme_is_not_imported_into_a_demonstration()
    {
        await MakeDemo.Ensure(_cairn.Folder, 2, TimeProvider.System, _ => { });
        _cairn.Run("import", "program", new ProgramFolder(_cairn.Of("program")), "--apply").ShouldBeRefused("demonstration", "--data");
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://127.0.0.1:0;http://192.0.2.1:5080")]
    public async Task A_demonstration_is_served_on_loopback_only(string urls)
    {
        await MakeDemo.Ensure(_cairn.Folder, 2, TimeProvider.System, _ => { });
        _cairn.Run("serve", "--urls", urls).ShouldBeRefused("this machine only");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_data_folder_has_a_name(string name) =>
        Installation.Run("", ["doctor", "--data", name]).Exit.ShouldBe(CommandLine.WrongUsage);

    [Fact]
    public void A_carriage_return_is_white_space_and_no_end_of_a_line()
    {
        var ran = Installation.Run("{\"rule\": \"mean\",\r\"scores\": [3]}\r\n\n{\"rule\": \"mean\", \"scores\": [2]}", ["rule", "eval"]);
        ran.Lines.Length.ShouldBe(3);
        ran.Lines[0].ShouldContain("\"value\":3");
        ran.Lines[1].ShouldContain("error");
        ran.Lines[2].ShouldContain("\"value\":2");
        ran.Exit.ShouldBe(CommandLine.Refused);
    }

    [Fact]
    public void A_line_that_is_too_long_answers_an_error_and_the_rest_goes_on()
    {
        var ran = Installation.Run($"{{\"rule\": \"mean\", \"scores\": [{new string('1', JsonLines.Longest)}]}}\n{{\"rule\": \"mean\", \"scores\": [2]}}\n", ["rule", "eval"]);
        ran.Lines.Length.ShouldBe(2);
        ran.Lines[0].ShouldContain("error");
        ran.Lines[1].ShouldContain("\"value\":2");
    }

    public void Dispose() => _cairn.Dispose();
}
