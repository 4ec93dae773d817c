using Cairn.App.Cli;
using Cairn.App.Tests.Imports;
using Cairn.App.Tests.Storage;

namespace Cairn.App.Tests.Cli;

/// <summary>Something in the way: a clear message, exit 1, and never a stack trace.</summary>
public sealed class TroubleTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly ProgramFolder _program;

    public TroubleTests()
    {
        _program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(_program);
    }

    public static TheoryData<string> Verbs => ["recompute", "migrate", "explain ada ART.1", "export determinations --csv -", "import program PROGRAM", "import program PROGRAM --apply"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_database_of_a_newer_version_is_left_alone(string verb)
    {
        using (var db = _cairn.Open().Open()) Sql.Run(db, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990000000000_Future', '99.0')");

        Run(verb).ShouldBeRefused("newer cairn", "99990000000000_Future");
    }

    [Fact]
    public void With_json_a_refusal_is_an_answer_too()
    {
        var ran = _cairn.Run("explain", "nobody", "ART.1", "--json");

        ran.Exit.ShouldBe(CommandLine.Refused);
        ran.Json.GetProperty("error").GetString()!.ShouldContain("nobody");
        ran.Err.ShouldContain("nobody");
    }

    [Fact]
    public void A_sheet_that_cannot_be_written_is_refused() =>
        _cairn.Run("export", "determinations", "--csv", _cairn.Of("nowhere", "out.csv")).ShouldBeRefused("out.csv");

    [Fact]
    public void Migrating_what_is_up_to_date_says_so()
    {
        var person = _cairn.Run("migrate");
        person.Exit.ShouldBe(CommandLine.Done);
        person.Out.ShouldContain("up to date");

        var program = _cairn.Run("migrate", "--json").Json;
        program.GetProperty("applied").GetArrayLength().ShouldBe(0);
        program.GetProperty("copy").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    private Ran Run(string verb) => _cairn.Run([.. verb.Split(' ').Select(word => word == "PROGRAM" ? _program : word)]);

    public void Dispose() => _cairn.Dispose();
}
