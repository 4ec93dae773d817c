using System.Text;
using System.Text.Json.Nodes;
using Cairn.Interop.SignedRecords;
using CsCheck;

namespace Cairn.Interop.Tests.SignedRecords;

public sealed class RecordFilePropertyTests
{
    [Fact]
    public void Whatever_value_is_altered_the_file_is_not_sound_any_more_and_the_section_is_named()
    {
        var places = Places(JsonNode.Parse(Made.File())!["record"]!.AsObject()).Count;
        Gen.Int[0, places - 1].Sample(at =>
        {
            var all = JsonNode.Parse(Made.File())!.AsObject();
            var place = Places(all["record"]!.AsObject())[at];
            place.ReplaceWith("altered");
            var check = RecordCheck.Of(Encoding.UTF8.GetBytes(all.ToJsonString()), Made.Key.Key);
            return !check.IsSound && check.Faults.All(one => one.Section.Length > 0 || one.Kind == RecordFaultKind.CodeChanged);
        }, iter: 200);
    }

    [Fact]
    public void Whatever_byte_is_altered_the_file_is_refused_or_says_the_same()
    {
        var file = Made.File();
        var before = JsonNode.Parse(file)!["record"]!.ToJsonString();
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte).Sample((at, with) =>
        {
            var altered = (byte[])file.Clone();
            altered[at] = with;
            var check = RecordCheck.Of(altered, Made.Key.Key);
            return !check.IsSound || JsonNode.Parse(altered)!["record"]!.ToJsonString() == before;
        }, iter: 400);
    }

    private static List<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject here => [.. here.Select(one => one.Value).OfType<JsonNode>().SelectMany(Places)],
        JsonArray list => [.. list.OfType<JsonNode>().SelectMany(Places)],
        _ => [node],
    };
}
