using System.Text.Json;
using Cairn.App.Cli;
using Cairn.App.Tests.Storage;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Cairn.Storage.Standings;
using Cairn.Learning.Mastery;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Cli;

/// <summary>What a verb left behind: its exit code, its answer, and everything else it said.</summary>
internal sealed record Ran(int Exit, string Out, string Err)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Refused with a message a person can read: no stack trace, no name of an exception.</summary>
    public void ShouldBeRefused(params string[] words)
    {
        Exit.ShouldBe(CommandLine.Refused, Err);
        Err.Trim().ShouldNotBeEmpty();
        Err.ShouldNotContain("   at ");
        Err.ShouldNotContain("Exception");
        foreach (var word in words) Err.ShouldContain(word);
    }
}

/// <summary>The command line over a data folder of a test's own.</summary>
internal sealed class Installation : IDisposable
{
    private readonly TempFolder _temp = new();

    public string Data => _temp.Of("data");

    public DataFolder Folder => new(Data);

    public string DatabaseOf(string district) => System.IO.Path.Combine(Folder.FolderOf(district), District.FileName);

    public string Of(params string[] parts) => _temp.Of(parts);

    /// <summary>Runs a verb on the data folder.</summary>
    public Ran Run(params string[] args) => Run("", [.. args, "--data", Data]);

    /// <summary>Runs a verb with what is piped in, and nothing added.</summary>
    public static Ran Run(string input, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CommandLine.Run(args, new Terminal(new StringReader(input), output, error, false)).GetAwaiter().GetResult();
        return new Ran(exit, output.ToString(), error.ToString());
    }

    public Ran Import(string program, params string[] more) => Run(["import", "program", program, "--json", .. more]);

    /// <summary>Imports a programme that must be good.</summary>
    public JsonElement Apply(string program, params string[] more)
    {
        var ran = Import(program, ["--apply", .. more]);
        ran.Exit.ShouldBe(CommandLine.Done, ran.Out + ran.Err);
        return ran.Json;
    }

    public District Open(string district = DataFolder.DefaultDistrict) => District.OpenExisting(Folder, district, toWrite: false, TimeProvider.System);

    public District OpenToWrite(string district = DataFolder.DefaultDistrict) => District.OpenExisting(Folder, district, toWrite: true, TimeProvider.System);

    /// <summary>How many rows a table has.</summary>
    public long Count(string table)
    {
        using var db = Open().Open();
        return long.Parse(Sql.Ask(db, $"SELECT count(*) FROM {table}"), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Every standing's row, to the byte.</summary>
    public List<string> Standings(string district = DataFolder.DefaultDistrict)
    {
        using var db = Open(district).Open();
        return [.. db.Standings.AsNoTracking().ToList().Select(one => $"{one.Learner.Value} {one.Framework.Value} {one.Version} {one.FrameworkNumber} {one.AsOf:O} {Convert.ToHexString(one.Cells)}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Nothing is changed by a recomputation, and every row is what its facts give when they are read from the beginning.</summary>
    public void ShouldStandAsConcluded()
    {
        var before = Standings();
        Run("recompute", "--json").Json.GetProperty("changed").GetInt32().ShouldBe(0);
        Standings().ShouldBe(before);

        var district = Open();
        using var db = district.Open();
        foreach (var row in db.Standings.AsNoTracking().ToList())
        {
            var framework = district.Frameworks.Single(one => one.Content.Framework.Id == row.Framework);
            var record = Records.Whole(db, row.Learner);
            Convert.ToHexString(row.Cells).ShouldBe(Convert.ToHexString(Concluding.Pack(record, framework, framework.Rules)));
            row.AsOf.ShouldBe(Standing.NewestFact(record, framework.Content, AsOf.Everything));
            row.FrameworkNumber.ShouldBe(framework.Content.Version.Number);
        }
    }

    public void Dispose() => _temp.Dispose();
}
