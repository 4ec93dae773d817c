using System.Text.Json.Nodes;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Imports;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Transcripts;

public sealed class RecordVerbTests : IDisposable
{
    private readonly Installation _cairn = new();

    public RecordVerbTests() => _cairn.Apply(new ProgramFolder(_cairn.Of("program")));

    [Fact]
    public async Task A_record_that_is_written_is_checked_without_a_data_folder_and_the_journal_says_that_it_left()
    {
        var file = _cairn.Of("ada.json");

        var ran = _cairn.Run("record", "export", "--learner", "ADA", "--out", file, "--json");

        ran.Exit.ShouldBe(CommandLine.Done, ran.Err);
        var key = ran.Json.GetProperty("key").GetString()!;
        foreach (var checked_ in (Ran[])[Verify(file, "--json"), Verify(file, "--key", key, "--json")])
        {
            checked_.Exit.ShouldBe(CommandLine.Done, checked_.Out);
            checked_.Json.GetProperty("sound").GetBoolean().ShouldBeTrue();
            checked_.Json.GetProperty("fingerprint").GetString().ShouldBe(ran.Json.GetProperty("fingerprint").GetString());
        }

        Verify(file).Out.ShouldContain("Compare its fingerprint");
        await using var district = _cairn.Open();
        using var db = district.Open();
        var ada = db.Learners.Single(one => one.Username == "ada").Id;
        db.Journal.AsNoTracking().Count(one => one.Learner == ada && one.Act == JournalAct.Exported).ShouldBe(1);
    }

    [Fact]
    public void An_altered_record_fails_and_the_altered_row_is_named()
    {
        var file = _cairn.Of("ada.json");
        _cairn.Run("record", "export", "--learner", "ada", "--out", file).Exit.ShouldBe(CommandLine.Done);
        var all = JsonNode.Parse(File.ReadAllBytes(file))!;
        var row = all["record"]!["judgments"]!.AsArray()[0]!;
        row["level"] = 4;
        row["judgedAt"] = "2001-01-01T00:00:00Z";
        File.WriteAllText(file, all.ToJsonString());

        var ran = Verify(file);

        ran.Exit.ShouldBe(CommandLine.Refused);
        ran.Out.ShouldContain("Altered: row 1 of “judgments”");
        ran.Out.ShouldNotContain("It is sound");
    }

    [Fact]
    public void The_list_of_what_was_taken_back_is_signed_and_read_beside_a_record()
    {
        var (file, list) = (_cairn.Of("ada.json"), _cairn.Of("withdrawn.txt"));
        _cairn.Run("record", "export", "--learner", "ada", "--out", file).Exit.ShouldBe(CommandLine.Done);
        _cairn.Run("record", "withdrawn", "--out", list).Out.ShouldContain("no record");

        Verify(file, "--withdrawn", list).Out.ShouldContain("no list can say whether it was taken back");
        File.AppendAllText(list, "7KQ2-M9XD withdrawn\n");
        Verify(file, "--withdrawn", list).ShouldBeRefused("is no list");
    }

    [Fact]
    public void What_is_not_there_is_refused_in_words()
    {
        _cairn.Run("record", "export", "--learner", "nobody", "--out", _cairn.Of("x.json")).ShouldBeRefused("nobody");
        _cairn.Run("record", "export", "--learner", "ada", "--issued", "--out", _cairn.Of("x.json")).ShouldBeRefused("No record of ada was issued");
        Verify(_cairn.Of("none.json")).ShouldBeRefused("none.json");
        File.WriteAllText(_cairn.Of("bad.json"), "{}");
        Verify(_cairn.Of("bad.json")).Out.ShouldContain("It is no record");
        Verify(_cairn.Of("bad.json"), "--key", "nothing").Exit.ShouldBe(CommandLine.WrongUsage);
        File.Exists(_cairn.Of("x.json")).ShouldBeFalse();
    }

    [Fact]
    public void The_doctor_says_whether_transcripts_can_be_printed() =>
        _cairn.Run("doctor", "--json").Json.GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("what").GetString() == "pdf").GetProperty("isGood").GetBoolean().ShouldBeTrue();

    // No data folder is looked at, and none is named.
    private static Ran Verify(params string[] more) => Installation.Run("", ["record", "verify", .. more]);

    public void Dispose() => _cairn.Dispose();
}
