namespace Cairn.Interop.OneRoster;

/// <summary>Reads the fields of a row, each with its rule.</summary>
internal static class RosterCells
{
    private const int LongestKey = 255;

    public static bool IsStatus(string text) => NearName.Plain(text) is "" or "active" or "inactive" or "tobedeleted";

    public static bool IsFlag(string text) => text.ToLowerInvariant() is "" or "true" or "false" or "1" or "0" or "yes" or "no";

    /// <summary>Are these grades as the standard writes them (CEDS)?</summary>
    public static bool AreGrades(string text) => text.Split(',', StringSplitOptions.TrimEntries).All(one =>
        one is "" or "IT" or "PR" or "PK" or "TK" or "KG" or "K" or "PS" or "UG" || (one.Length <= 2 && one.All(char.IsAsciiDigit)));

    /// <summary>A key that must be there.</summary>
    public static string Key(this RosterTable table, string column)
    {
        if (table[column].Length == 0) table.Wrong(column, $"{column} is not empty", "fill the field in, or take the row out");
        return table.KeyOrNone(column);
    }

    /// <summary>A key that may be empty.</summary>
    public static string KeyOrNone(this RosterTable table, string column)
    {
        var text = table[column];
        if (text.Length > LongestKey) table.Wrong(column, $"{column} is at most {LongestKey} characters", "shorten it");
        else if (text.Any(char.IsControl)) table.Wrong(column, $"{column} is one line of text", "take the line break or control character out");
        return text;
    }

    /// <summary>A list: commas between its parts, each of them once.</summary>
    public static List<string> List(this RosterTable table, string column)
    {
        var text = table[column];
        return text.Length == 0 ? [] : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>One line of text: a line break becomes a space.</summary>
    public static string Line(this RosterTable table, string column) =>
        table[column] is var text && text.Any(char.IsControl) ? string.Join(' ', text.Split((char[])['\r', '\n', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : text;

    /// <summary>Is the row in force? Empty is active; inactive and tobedeleted are not.</summary>
    /// <param name="table">The row.</param>
    /// <param name="isOfPerson">Is a status that nobody knows an error, rather than odd and active?</param>
    public static bool InForce(this RosterTable table, bool isOfPerson)
    {
        var isKnown = IsStatus(table["status"]);
        if (!isKnown && isOfPerson) table.Wrong("status", "status is active, inactive or tobedeleted", "write one of these, or leave the field empty: empty is active");
        else if (!isKnown) table.Odd("status", "the status is not known and taken as active", "write active, inactive or tobedeleted");
        return NearName.Plain(table["status"]) is not ("inactive" or "tobedeleted");
    }

    /// <summary>True, false, or null where the field is empty. What is neither is odd and false; of a person it is an error, for it shows that fields have slipped.</summary>
    public static bool? Flag(this RosterTable table, string column, bool isOfPerson)
    {
        switch (table[column].ToLowerInvariant())
        {
            case "true" or "1" or "yes": return true;
            case "false" or "0" or "no": return false;
            case "": return null;
            default:
                if (isOfPerson) table.Wrong(column, $"{column} is true or false", "write true or false; if another field stands here, look for a comma too many or too few");
                else table.Odd(column, $"{column} is true or false, and is taken as false", "write true or false");
                return false;
        }
    }
}
