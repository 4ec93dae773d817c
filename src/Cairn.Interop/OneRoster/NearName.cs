namespace Cairn.Interop.OneRoster;

/// <summary>Finds the one name that a misspelled one must mean.</summary>
internal static class NearName
{
    /// <summary>A name without case and signs.</summary>
    public static string Plain(string name)
    {
        var isPlain = true;
        foreach (var one in name) isPlain &= one is (>= 'a' and <= 'z') or (>= '0' and <= '9');
        return isPlain ? name : string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    /// <summary>The one candidate that is nearest, at most two edits away (one in a short name); null where there is none or more than one.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var plain = Plain(name);
        var most = plain.Length switch { >= 8 => 2, >= 5 => 1, _ => 0 };
        if (most == 0 || plain.Length > 60) return null;
        var near = candidates.Select(one => (Name: one, Edits: Edits(plain, Plain(one)))).Where(one => one.Edits <= most).OrderBy(one => one.Edits).Take(2).ToList();
        return near.Count == 1 || (near.Count == 2 && near[0].Edits < near[1].Edits) ? near[0].Name : null;
    }

    /// <summary>Letters put in, taken out, changed, or swapped with their neighbour (optimal string alignment).</summary>
    public static int Edits(string one, string other)
    {
        var costs = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    costs[i, j] = i + j;
                    continue;
                }

                var isSame = one[i - 1] == other[j - 1];
                costs[i, j] = Math.Min(Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1, costs[i - 1, j - 1] + (isSame ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
            }
        }

        return costs[one.Length, other.Length];
    }
}
