using Cairn.App.Cli;

namespace Cairn.App.Tests.Cli;

public sealed class UsageTests : IDisposable
{
    private readonly Installation _cairn = new();

    public static TheoryData<string> Verbs => ["", "demo", "serve", "import", "import program", "export", "export determinations", "explain", "rule", "rule eval", "policy", "policy audit", "policy check", "policy diff", "recompute", "migrate", "doctor"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_is_an_answer_on_standard_output_whatever_else_is_missing(string verb)
    {
        var ran = Bare($"{verb} --help");

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Out.ShouldContain("Usage:");
        ran.Out.ShouldContain(verb);
        ran.Err.ShouldBeEmpty();
    }

    [Fact]
    public void The_version_is_an_answer_on_standard_output()
    {
        var ran = Bare("--version");

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Out.Trim().ShouldMatch(@"^\d+\.\d+\.\d+");
        ran.Err.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void An_unknown_option_is_wrong_usage_and_points_to_help(string verb) => WrongUsage($"{verb} --frobnicate");

    [Theory]
    [InlineData("")]
    [InlineData("frobnicate")]
    [InlineData("import")]
    [InlineData("import program")]
    [InlineData("import people .")]
    [InlineData("import program . other")]
    [InlineData("export")]
    [InlineData("export determinations")]
    [InlineData("export determinations --csv")]
    [InlineData("explain")]
    [InlineData("explain ada")]
    [InlineData("explain ada ART.1 --stage")]
    [InlineData("explain ada ART.1 --stage nine")]
    [InlineData("explain ada ART.1 extra")]
    [InlineData("rule")]
    [InlineData("rule eval - -")]
    [InlineData("policy")]
    [InlineData("policy audit")]
    [InlineData("policy audit --policy a.json")]
    [InlineData("policy audit --cases a.jsonl")]
    [InlineData("policy audit --policy a.json --cases a.jsonl more")]
    [InlineData("policy check")]
    [InlineData("policy check a b")]
    [InlineData("policy diff a")]
    [InlineData("recompute now")]
    [InlineData("migrate up")]
    [InlineData("recompute --data")]
    [InlineData("recompute --district")]
    [InlineData("demo --learners many")]
    public void What_is_missing_unknown_or_too_much_is_wrong_usage(string line) => WrongUsage(line);

    [Theory]
    [InlineData("explain ada ART.1 --shown-by yesterday")]
    [InlineData("explain ada ART.1 --known-by 2026-02-30")]
    [InlineData("explain ada ART.1 --known-by 02/03/2026")]
    [InlineData("explain ada ART.1 --known-by 14:00")]
    public void A_date_that_is_none_is_wrong_usage(string line)
    {
        var ran = _cairn.Run(line.Split(' '));

        ran.Exit.ShouldBe(CommandLine.WrongUsage);
        ran.Err.ShouldContain("2026-03-31");
    }

    [Fact]
    public void Wrong_usage_makes_no_data_folder()
    {
        _cairn.Run("recompute", "--frobnicate").Exit.ShouldBe(CommandLine.WrongUsage);
        _cairn.Run("import", "--help").Exit.ShouldBe(CommandLine.Done);

        Directory.Exists(_cairn.Data).ShouldBeFalse();
    }

    private static void WrongUsage(string line)
    {
        var ran = Bare(line);

        ran.Exit.ShouldBe(CommandLine.WrongUsage, ran.Out);
        ran.Out.ShouldBeEmpty();
        ran.Err.ShouldContain("--help");
        ran.Err.ShouldNotContain("   at ");
    }

    private static Ran Bare(string line) => Installation.Run("", line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public void Dispose() => _cairn.Dispose();
}
