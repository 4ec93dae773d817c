using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>Walks through JSON to find where a fault is.</summary>
internal static class JsonWalk
{
    private sealed class Level(CasePlace place, bool isList)
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private string _name = "";
        private int _index = -1;

        public CasePlace Here => isList ? place.One("", _index) : _name.Length > 0 ? place.Field(_name) : place;

        public void Next()
        {
            if (isList) _index++;
        }

        public bool TakesName(string name) => _names.Add(_name = name);
    }

    /// <summary>Tells the first fault; false where there is none.</summary>
    public static bool FindsFault(ReadOnlySpan<byte> bytes, CaseFaults faults)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = CaseBytes.Deepest + 2 }));
        var open = new Stack<Level>();
        var isWhole = false;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) open.Pop();
                else if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (!Name(ref reader, open.Peek(), faults)) return true;
                    continue;
                }
                else
                {
                    if (open.TryPeek(out var inside)) inside.Next();
                    var here = open.TryPeek(out inside) ? inside.Here : CasePlace.Root;
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        if (open.Count == CaseBytes.Deepest)
                        {
                            faults.Error(here, "", $"objects and lists stand at most {CaseBytes.Deepest} deep in each other", "no CASE package needs this: export it again");
                            return true;
                        }

                        open.Push(new Level(here, reader.TokenType == JsonTokenType.StartArray));
                    }
                    else if (reader is { TokenType: JsonTokenType.String, ValueIsEscaped: true } && IsBroken(Text(ref reader), here, faults)) return true;
                }

                isWhole = open.Count == 0;
            }
        }
        catch (JsonException wrong)
        {
            var place = open.TryPeek(out var inside) ? inside.Here : CasePlace.Root;
            faults.Error(place.ToString(), (int)Math.Min(wrong.LineNumber ?? 0, int.MaxValue - 1) + 1, "", $"the file is JSON; at byte {wrong.BytePositionInLine + 1} of this line it is not", "mend it there, or export it again");
            return true;
        }

        if (isWhole) return false;
        faults.Error(open.TryPeek(out var last) ? last.Here : CasePlace.Root, "", "the file is whole; it ends in the middle", "download or export it again");
        return true;
    }

    private static bool Name(ref Utf8JsonReader reader, Level inside, CaseFaults faults)
    {
        var name = Text(ref reader);
        if (IsBroken(name, inside.Here, faults) || name is null) return false;
        if (inside.TakesName(name)) return true;
        faults.Error(inside.Here, "", "a name stands once in an object; readers differ on which of two counts", "take one of them out");
        return false;
    }

    private static bool IsBroken(string? text, CasePlace place, CaseFaults faults)
    {
        if (text is null) faults.Error(place, "", "a text holds whole characters; this one has half of a pair (a surrogate)", "mend the escape \\uD800 to \\uDFFF that stands alone");
        else if (text.Contains('\0', StringComparison.Ordinal)) faults.Error(place, text, "a text holds no NUL character (U+0000), which not every database can store", "take the escape \\u0000 out");
        else return false;
        return true;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
