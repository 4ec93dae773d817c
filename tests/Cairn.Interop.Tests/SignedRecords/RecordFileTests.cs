using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Interop.Crypto;
using Cairn.Interop.SignedRecords;
using Cairn.Learning.Transcripts;

namespace Cairn.Interop.Tests.SignedRecords;

public sealed class RecordFileTests
{
    [Fact]
    public void A_file_says_whose_it_is_and_is_sound_by_its_key_and_by_its_own()
    {
        var (trusted, own) = (RecordCheck.Of(Made.File(), Made.Key.Key), RecordCheck.Of(Made.File()));

        (trusted.IsSound, trusted.IsKeyTrusted, own.IsSound, own.IsKeyTrusted).ShouldBe((true, true, true, false));
        (trusted.File!.Learner, trusted.File.Issuer, trusted.File.Code, trusted.File.IssuedOn).ShouldBe(("Rosa Delgado-Kim", "Fern Hollow", "7KQ2-M9XD", "2026-11-24"));
    }

    [Fact]
    public void The_same_record_is_the_same_bytes_and_its_transcripts_are_read_back_as_they_were()
    {
        Made.File().ShouldBe(Made.File());

        var back = RecordFile.Read(Made.File())!.Sheet()!;
        JsonSerializer.Serialize(back).ShouldBe(JsonSerializer.Serialize(Made.Record().Sheet));
    }

    [Fact]
    public void A_file_that_is_laid_out_anew_is_as_sound_as_before()
    {
        var pretty = JsonNode.Parse(Made.File())!.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

        RecordCheck.Of(Encoding.UTF8.GetBytes(pretty), Made.Key.Key).IsSound.ShouldBeTrue();
    }

    [Fact]
    public void What_stands_beside_the_record_was_signed_by_nobody_and_is_named()
    {
        var file = JsonNode.Parse(Made.File())!.AsObject();
        file["transcript"] = new JsonObject { ["gpa"] = 4.0 };

        RecordCheck.Of(Encoding.UTF8.GetBytes(file.ToJsonString()), Made.Key.Key).Faults.ShouldBe([new(RecordFaultKind.SectionUnknown, "transcript")]);
    }

    [Fact]
    public void What_educators_wrote_and_what_nobody_asked_to_be_told_stays_at_home()
    {
        var text = Encoding.UTF8.GetString(Made.File());

        text.ShouldNotContain("stays at home");
        text.ShouldNotContain("Room 4");
        text.ShouldContain("People <b>listened</b>");
    }

    [Fact]
    public void An_altered_row_is_named_with_its_section_its_place_and_what_it_says_of_itself()
    {
        var fault = Altered(record => record["awards"]![1]!["hundredths"] = 500).ShouldHaveSingleItem();

        (fault.Kind, fault.Section, fault.Row, fault.Name).ShouldBe((RecordFaultKind.RowChanged, "awards", 2, "Algebra 100"[..8] + "50"));
    }

    [Fact]
    public void An_altered_section_is_named_and_so_are_rows_that_were_added_or_taken_out()
    {
        Altered(record => record["transcript"]!["hundredths"] = 2400).ShouldHaveSingleItem().ShouldBe(new RecordFault(RecordFaultKind.SectionChanged, "transcript"));
        Altered(record => record["learner"]!["name"] = "Somebody Else").ShouldHaveSingleItem().Section.ShouldBe("learner");
        Altered(record => ((JsonArray)record["judgments"]!).RemoveAt(0)).ShouldHaveSingleItem().ShouldBe(new RecordFault(RecordFaultKind.RowsCounted, "judgments", Name: "2 -> 1"));
        Altered(record => record["extra"] = new JsonObject()).ShouldHaveSingleItem().ShouldBe(new RecordFault(RecordFaultKind.SectionUnknown, "extra"));
        Altered(record => record.Remove("evidence")).ShouldHaveSingleItem().ShouldBe(new RecordFault(RecordFaultKind.SectionUnknown, "evidence"));
    }

    [Fact]
    public void Whoever_alters_the_hashes_too_is_told_of_by_the_section()
    {
        var all = JsonNode.Parse(Made.File())!.AsObject();
        all["record"]!["awards"]![0]!["hundredths"] = 500;
        all["rows"]!["awards"]![0] = new string('0', 64);

        RecordCheck.Of(Bytes(all), Made.Key.Key).Faults.Select(one => (one.Kind, one.Section)).ShouldBe([(RecordFaultKind.SectionChanged, "rows"), (RecordFaultKind.SectionChanged, "awards")]);
    }

    [Fact]
    public void Another_key_a_forged_note_and_no_key_are_three_different_faults()
    {
        var other = NoteSigner.New(Made.Key.Key.Name);
        var all = JsonNode.Parse(Made.File())!.AsObject();
        RecordCheck.Of(Made.File(), other.Key).Faults.Single().Kind.ShouldBe(RecordFaultKind.OtherKey);
        all["signature"] = all["signature"]!.GetValue<string>().Replace("7KQ2-M9XD", "AAAA-AAAA", StringComparison.Ordinal);
        RecordCheck.Of(Bytes(all), Made.Key.Key).Faults.Single().Kind.ShouldBe(RecordFaultKind.Forged);
        all.Remove("key");
        RecordCheck.Of(Bytes(all)).Faults.Single().Kind.ShouldBe(RecordFaultKind.NoKey);
    }

    [Fact]
    public void A_record_that_somebody_signs_anew_with_a_key_of_their_own_is_told_of_by_the_districts_key()
    {
        var forger = NoteSigner.New(Made.Key.Key.Name);
        var file = RecordFile.Write(Made.Record(name: "Nobody Learned-This"), forger);

        (RecordCheck.Of(file).IsSound, RecordCheck.Of(file, Made.Key.Key).Faults.Single().Kind).ShouldBe((true, RecordFaultKind.OtherKey));
        KeyPrint.Of(forger.Key).ShouldNotBe(KeyPrint.Of(Made.Key.Key));
    }

    [Fact]
    public void A_record_that_was_taken_back_or_corrected_fails_by_the_districts_list()
    {
        var list = WithdrawnList.Read(WithdrawnList.Write([("7KQ2-M9XD", RecordState.Withdrawn), ("AAAA-AAAA", RecordState.Corrected)], new DateOnly(2026, 12, 1), Made.Key), Made.Key.Key)!;

        (list.On, list.Count).ShouldBe((new DateOnly(2026, 12, 1), 2));
        RecordCheck.Of(Made.File(), Made.Key.Key, list).Faults.Single().Kind.ShouldBe(RecordFaultKind.Withdrawn);
        RecordCheck.Of(Made.File("AAAA-AAAA"), Made.Key.Key, list).Faults.Single().Kind.ShouldBe(RecordFaultKind.Corrected);
        RecordCheck.Of(Made.File("BBBB-BBBB"), Made.Key.Key, list).IsSound.ShouldBeTrue();
        RecordCheck.Of(Made.File(""), Made.Key.Key, list).IsSound.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("cairn-withdrawn-1\n2026-12-01\n\n")]
    [InlineData("nothing of the kind")]
    public void What_is_no_list_is_none(string text) => WithdrawnList.Read(text, Made.Key.Key).ShouldBeNull();

    [Fact]
    public void A_list_that_another_key_signed_is_none() => WithdrawnList.Read(WithdrawnList.Write([], new DateOnly(2026, 12, 1), NoteSigner.New("other")), Made.Key.Key).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\u0000\u0001")]
    [InlineData("{\"format\":\"cairn-record-1\"}")]
    [InlineData("{\"format\":\"cairn-record-1\",\"record\":{},\"rows\":{},\"signature\":7}")]
    [InlineData("{\"format\":\"cairn-record-1\",\"format\":\"cairn-record-1\",\"record\":{},\"rows\":{},\"signature\":\"x\"}")]
    public void What_is_no_record_is_none(string text) => RecordCheck.Of(Encoding.UTF8.GetBytes(text)).Faults.Single().Kind.ShouldBe(RecordFaultKind.NotARecord);

    [Fact]
    public void A_record_with_a_text_that_is_none_is_none() =>
        RecordCheck.Of(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Made.File()).Replace("First jobs", "\\ud800", StringComparison.Ordinal)), Made.Key.Key).Faults.Single().Kind.ShouldBe(RecordFaultKind.NotARecord);

    [Fact]
    public void A_file_that_is_nested_without_end_is_none() =>
        RecordCheck.Of(Encoding.UTF8.GetBytes("{\"format\":\"cairn-record-1\",\"record\":" + new string('[', 10_000) + new string(']', 10_000) + "}")).Faults.Single().Kind.ShouldBe(RecordFaultKind.NotARecord);

    private static IReadOnlyList<RecordFault> Altered(Action<JsonObject> change)
    {
        var all = JsonNode.Parse(Made.File())!.AsObject();
        change(all["record"]!.AsObject());
        return RecordCheck.Of(Bytes(all), Made.Key.Key).Faults;
    }

    private static byte[] Bytes(JsonObject all) => Encoding.UTF8.GetBytes(all.ToJsonString());
}
