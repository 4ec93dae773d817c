using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Scales;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>What a judgment's version said, where that differs from what is in force now.</summary>
/// <param name="Version">The version's number.</param>
/// <param name="Statement">The statement of the target, or of the competency where no target was judged; empty where it is the same.</param>
/// <param name="Level">The words of the level that was judged; empty where they are the same, or there were none.</param>
public sealed record EarlierWording(int Version, string Statement, string Level);

/// <summary>The wordings of one competency through the versions of its framework, read when a page asks for them.</summary>
public sealed class EarlierWordings
{
    private readonly FrameworkContent _now;
    private readonly CompetencyId _competency;
    private readonly List<FrameworkVersion> _versions;
    private readonly Dictionary<FrameworkVersionId, string> _statements = [];
    private readonly Dictionary<FrameworkVersionId, ScaleId> _scales = [];
    private readonly Dictionary<(FrameworkVersionId, TargetId), string> _targets = [];
    private readonly Dictionary<(FrameworkVersionId, decimal), string> _levels = [];

    private EarlierWordings(Db db, FrameworkContent now, CompetencyId competency)
    {
        (_now, _competency) = (now, competency);
        var (framework, current) = (now.Framework.Id, now.Version.Id);
        _versions = db.FrameworkVersions.AsNoTracking().Where(one => one.Framework == framework && one.AdoptedAt != null).ToList();
        if (_versions.Count < 2) return;
        var earlier = _versions.Select(one => one.Id).Where(one => one != current).ToList();
        foreach (var one in db.Competencies.AsNoTracking().Where(one => one.Id == competency && earlier.Contains(one.Version)).ToList())
            (_statements[one.Version], _scales[one.Version]) = (one.Statement, one.Scale);
        foreach (var one in db.Targets.AsNoTracking().Where(one => one.Competency == competency && earlier.Contains(one.Version)).ToList()) _targets[(one.Version, one.Id)] = one.Statement;
        foreach (var one in db.Descriptors.AsNoTracking().Where(one => one.Competency == competency && earlier.Contains(one.Version)).ToList()) _levels[(one.Version, one.Level)] = one.Words;
    }

    /// <summary>Reads them.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="now">The framework as it is in force.</param>
    /// <param name="competency">The competency.</param>
    public static EarlierWordings Of(Db db, FrameworkContent now, CompetencyId competency) => new(db, now, competency);

    /// <summary>The competency's own scale in the version that a judgment was made under.</summary>
    /// <param name="judgedAt">When it was judged, UTC.</param>
    /// <param name="recordedAt">When it was stored, UTC.</param>
    public ProficiencyScale ScaleUnder(DateTime judgedAt, DateTime recordedAt) =>
        _now.Scales[_versions.Count > 1 && VersionInForce.At(_versions, judgedAt, recordedAt) is { } version && _scales.TryGetValue(version.Id, out var then)
            ? then : _now.Find(_competency)!.Scale];

    /// <summary>The words that a judgment was made under; null where they are those of now.</summary>
    /// <param name="target">The target that was judged, or null.</param>
    /// <param name="level">The level's number, or null.</param>
    /// <param name="judgedAt">When it was judged, UTC.</param>
    /// <param name="recordedAt">When it was stored, UTC.</param>
    public EarlierWording? Under(TargetId? target, decimal? level, DateTime judgedAt, DateTime recordedAt)
    {
        if (_versions.Count < 2 || VersionInForce.At(_versions, judgedAt, recordedAt) is not { } version || version.Id == _now.Version.Id) return null;
        var was = target is { } one ? _targets.GetValueOrDefault((version.Id, one), "") : _statements.GetValueOrDefault(version.Id, "");
        var isNow = target is { } same ? _now.Targets.FirstOrDefault(each => each.Id == same)?.Statement ?? "" : _now.Find(_competency)?.Statement ?? "";
        var words = level is { } number ? _levels.GetValueOrDefault((version.Id, number), "") : "";
        var wordsNow = level is { } at ? _now.Descriptors[_competency].FirstOrDefault(each => each.Level == at)?.Words ?? "" : "";
        var (statement, levelWords) = (was == isNow ? "" : was, words == wordsNow ? "" : words);
        return statement.Length + levelWords.Length == 0 ? null : new EarlierWording(version.Number, statement, levelWords);
    }
}
