using System.Globalization;

namespace Cairn.Interop.Case;

/// <summary>
/// One short code for each item. The publisher's own (humanCodingScheme) where no other item has it, compared without case,
/// and where it is one line of at most 100 characters. Else the beginning of the identifier, as long as it takes to be the
/// only one: 8 characters, then 13, 18, 23, then all.
/// </summary>
internal sealed class CaseCodes
{
    private const int Longest = 100;
    private static readonly int[] Lengths = [8, 13, 18, 23];

    private readonly Dictionary<string, string> _codes = new(CaseIds.Same);

    public CaseCodes(CasePackage package, IReadOnlyList<CaseItem> items)
    {
        var own = items.Select(Own).ToList();
        var once = own.Where(one => one.Length > 0).GroupBy(one => one, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() == 1).Select(same => same.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rest = new List<string> { package.Document.Identifier };
        for (var at = 0; at < items.Count; at++)
        {
            if (once.Contains(own[at])) _codes[items[at].Identifier] = own[at];
            else rest.Add(items[at].Identifier);
        }

        Make(rest, once);
    }

    public string Of(CaseObject one) => _codes[one.Identifier];

    private static string Own(CaseItem item) => item.HumanCodingScheme?.Trim() is { Length: > 0 and <= Longest } code && !code.Any(char.IsControl) ? code : "";

    private void Make(List<string> identifiers, HashSet<string> taken)
    {
        var starts = identifiers.Select(one => Line(one)).ToList();
        var counts = Lengths.Select(length => starts.CountBy(one => Start(one, length), StringComparer.OrdinalIgnoreCase).ToDictionary(one => one.Key, one => one.Value, StringComparer.OrdinalIgnoreCase)).ToList();
        foreach (var (identifier, line) in identifiers.Zip(starts))
        {
            var code = Start(line, Longest - 6);
            for (var i = Lengths.Length - 1; i >= 0; i--)
                if (Start(line, Lengths[i]) is var start && counts[i][start] == 1 && !taken.Contains(start)) code = start;
            // Only identifiers that differ in case, or beyond what fits, come here twice.
            for (var (next, stem) = (2, code); !taken.Add(code); next++) code = stem + "-" + next.ToString(CultureInfo.InvariantCulture);
            _codes[identifier] = code;
        }
    }

    private static string Start(string line, int length) => line.Length <= length ? line : line[..length];

    private static string Line(string identifier) => identifier.Any(one => char.IsControl(one) || char.IsSurrogate(one))
        ? string.Concat(identifier.Select(one => char.IsControl(one) || char.IsSurrogate(one) ? '_' : one)) : identifier;
}
