using Cairn.Learning.Frameworks;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Tests.Builders;

/// <summary>A framework of one area with one competency; targets are asked for.</summary>
internal sealed class FrameworkBuilder
{
    public static readonly FrameworkVersionId Version = new(Some.Id(51));
    public static readonly AreaId Area = new(Some.Id(52));

    private readonly List<Area> _areas = [];
    private readonly List<Competency> _competencies = [];
    private readonly List<LearningTarget> _targets = [];
    private readonly List<StageRequirement> _requirements = [];
    private ProficiencyScale _scale = ScaleBuilder.OneToFour;

    public static TargetId TargetId(int n) => new(Some.Id(200 + n));

    public FrameworkBuilder On(ProficiencyScale scale)
    {
        _scale = scale;
        return this;
    }

    public FrameworkBuilder WithArea(AreaId id, string code, int position, bool isActive = true)
    {
        _areas.Add(new Area(Version, id, code, code, AreaKind.Learning, isActive, position));
        return this;
    }

    public FrameworkBuilder WithCompetency(
        CompetencyId id, string code, AreaId? area = null, int position = 1, bool isActive = true, int pieces = 0, ScaleId? scale = null)
    {
        _competencies.Add(new Competency(
            Version, id, area ?? Area, code, code, code, "", scale ?? _scale.Id, pieces, isActive, _competencies.Count + 1, position));
        return this;
    }

    /// <summary>The n-th target, from 0, of the default competency.</summary>
    public FrameworkBuilder WithTarget(
        int pieces = 1, decimal points = 1, bool isRequired = false, bool isActive = true, string? code = null, CompetencyId? of = null)
    {
        var n = _targets.Count;
        _targets.Add(new LearningTarget(
            Version, TargetId(n), of ?? Some.Competency, code ?? $"T{n}", "", "", pieces, points, isRequired, isActive, n + 1));
        return this;
    }

    public FrameworkBuilder Asking(int target, int stage, int pieces)
    {
        _requirements.Add(new StageRequirement(Version, TargetId(target), stage, pieces));
        return this;
    }

    public FrameworkContent Build()
    {
        if (_areas.Count == 0) WithArea(Area, "AREA", 1);
        if (_competencies.Count == 0) WithCompetency(Some.Competency, "C");
        return new FrameworkContent(
            new Framework(new FrameworkId(Some.Id(50)), "F", "Framework"), new FrameworkVersion(Version, new FrameworkId(Some.Id(50)), 1, Some.Day(0), null),
            _areas, _competencies, _targets, _requirements, [_scale]);
    }
}
