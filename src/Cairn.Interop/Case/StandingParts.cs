using Cairn.Learning.Frameworks;

namespace Cairn.Interop.Case;

/// <summary>What CASE cannot say of a part, and what it looks like once it went out: read again it is what stands here, and no change.</summary>
internal sealed class StandingParts
{
    private readonly Dictionary<Guid, (string Code, string Statement, bool IsActive)> _parts = [];
    private readonly HashSet<Guid> _exemplars = [];

    public StandingParts(FrameworkContent? known)
    {
        if (known is null) return;
        foreach (var one in known.Areas) _parts[one.Id.Value] = (one.Code, one.Title, one.IsActive);
        foreach (var one in known.Competencies) _parts[one.Id.Value] = (one.Code, one.Statement, one.IsActive);
        foreach (var one in known.Targets) _parts[one.Id.Value] = (one.Code, one.Statement, one.IsActive);
        _exemplars = [.. known.Exemplars.SelectMany(one => one).Select(one => one.Id.Value)];
    }

    /// <summary>The code: an area and a competency here may share one, which the outline does not let two items do.</summary>
    public string Code(Guid id, CaseItem? item, string outlined) => _parts.TryGetValue(id, out var was) && was.Code == item?.HumanCodingScheme?.Trim() ? was.Code : outlined;

    /// <summary>The statement: an item has one, so a part without goes out with its title.</summary>
    public string Statement(Guid id, CaseItem item) => _parts.TryGetValue(id, out var was) && was.Statement.Length == 0 && item.FullStatement == FromPackage.ShortTitle(item) ? "" : item.FullStatement;

    /// <summary>Is it in use? What is out of use here goes out with a last day.</summary>
    public bool IsActive(Guid id, CaseItem? item) => !_parts.TryGetValue(id, out var was) || was.IsActive || item?.StatusEndDate is null;

    /// <summary>Is an association one of the exemplars that are here?</summary>
    public bool IsExemplar(string identifier) => Guid.TryParseExact(identifier, "D", out var id) && _exemplars.Contains(id);
}
