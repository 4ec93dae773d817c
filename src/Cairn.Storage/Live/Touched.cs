using System.Globalization;
using Cairn.Learning;

namespace Cairn.Storage.Live;

/// <summary>Whose records a turn of the writer touched. It says that something changed, and never what.</summary>
public sealed class Touched
{
    /// <summary>Of more than these nobody is named: it may have been anybody.</summary>
    internal const int Most = 200;

    private readonly HashSet<LearnerId> _learners = [];
    private readonly HashSet<GroupId> _groups = [];

    /// <summary>May it have been anybody?</summary>
    public bool IsAnybody { get; private set; }

    /// <summary>Was nobody's record touched?</summary>
    public bool IsNobody => !IsAnybody && _learners.Count == 0 && _groups.Count == 0;

    /// <summary>A turn of which it is not known whom it touched.</summary>
    public static Touched Anybody => new() { IsAnybody = true };

    /// <summary>Does it concern a group, or one of its learners?</summary>
    public bool Concerns(GroupId group, IReadOnlySet<LearnerId> learners) => IsAnybody || _groups.Contains(group) || _learners.Overlaps(learners);

    internal void Add(LearnerId? learner, GroupId? group)
    {
        if (IsAnybody) return;
        if (learner is { } one) _learners.Add(one);
        if (group is { } its) _groups.Add(its);
        if (_learners.Count + _groups.Count <= Most) return;
        IsAnybody = true;
        _learners.Clear();
        _groups.Clear();
    }

    /// <summary>As a line that a server carries to the other nodes: who says it, then whom it touched.</summary>
    internal string Write(Guid node) =>
        string.Create(CultureInfo.InvariantCulture, $"{node:N}") + (IsAnybody ? " *" : string.Concat(_learners.Select(one => $" l{one.Value:N}").Concat(_groups.Select(one => $" g{one.Value:N}"))));

    /// <summary>Reads such a line; what is not understood may be anybody.</summary>
    internal static (Guid Node, Touched Touched) Read(string line)
    {
        var (touched, words) = (new Touched(), line.Split(' '));
        foreach (var word in words.Skip(1))
        {
            if (!Guid.TryParseExact(word.Length > 1 ? word[1..] : "", "N", out var id)) touched.IsAnybody = true;
            else if (word[0] == 'l') touched.Add(new LearnerId(id), null);
            else touched.Add(null, new GroupId(id));
        }

        return (Guid.TryParseExact(words[0], "N", out var node) ? node : Guid.Empty, touched);
    }
}
