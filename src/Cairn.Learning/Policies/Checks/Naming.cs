namespace Cairn.Learning.Policies.Checks;

/// <summary>Names that stand twice, and words that are nearly others.</summary>
internal static class Naming
{
    private static readonly string[] Fields = ["type", "units", "level", "score", "subject", "area", "tags", "name", "via", "date", "status", "provenance", "exam", "kind", "key", "code", "year", "passed", "class", "scope"];
    private static readonly string[] Types = ["credit", "competency", "test", "credential", "seal", "course", "evidence", "plan", "attestation", "attendance", "engagement", "learning-goal", "credit-waiver"];

    /// <summary>All of them, as they stand in the policy.</summary>
    public static IEnumerable<PolicyIssue> Of(Requirement root)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in Tree.All(root).Where(one => one.Id.Length > 0))
            if (!named.TryAdd(node.Id, node.Path)) yield return new(PolicyIssueKind.SameName, node.Path, named[node.Id], node.Id);
        var used = Tree.All(root).SelectMany(node => Tree.Selectors(node).SelectMany(Selectors.Fields).Select(one => (node.Path, one.Field, one.Values))).ToList();
        var often = used.GroupBy(one => one.Field, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Count(), StringComparer.Ordinal);
        foreach (var (path, field, values) in used)
        {
            var known = Fields.Concat(often.Where(one => one.Value > often[field]).Select(one => one.Key));
            if (!Fields.Contains(field) && Near(field, known) is { } like) yield return new(PolicyIssueKind.LooksMisspelt, path, "", $"{field} {like}");
            if (field != "type") continue;
            foreach (var type in values.Select(one => one.Given).OfType<TextValue>())
                if (!Types.Contains(type.Text) && Near(type.Text, Types) is { } kind) yield return new(PolicyIssueKind.LooksMisspelt, path, "", $"{type.Text} {kind}");
        }
    }

    private static string? Near(string word, IEnumerable<string> known) => known.FirstOrDefault(one => one != word && word.Length > 3 && Distance(word, one) <= (word.Length > 5 ? 2 : 1));

    // Letters to put in, take out, change or exchange with the next (Damerau 1964).
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 2) return 3;
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            for (var at = 0; at <= other.Length; at++)
            {
                if (i == 0 || at == 0)
                {
                    rows[i, at] = i + at;
                    continue;
                }

                rows[i, at] = Math.Min(Math.Min(rows[i - 1, at], rows[i, at - 1]) + 1, rows[i - 1, at - 1] + (one[i - 1] == other[at - 1] ? 0 : 1));
                if (i > 1 && at > 1 && one[i - 1] == other[at - 2] && one[i - 2] == other[at - 1]) rows[i, at] = Math.Min(rows[i, at], rows[i - 2, at - 2] + 1);
            }

        return rows[one.Length, other.Length];
    }
}
