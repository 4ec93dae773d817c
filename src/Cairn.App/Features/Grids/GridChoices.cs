using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Features.Grids;

/// <summary>What a reader may choose among, and what is chosen: a choice that is not among them is as if nothing was chosen.</summary>
internal sealed class GridChoices
{
    private readonly Area? _area;

    private GridChoices(Visit visit, GridAsk ask, FrameworkInForce framework)
    {
        var groups = visit.Scope.Groups().Where(one => one.EndedAt is null).ToList();
        var schools = visit.Scope.Schools();
        if (groups.Find(one => one.Id.Value == ask.Group) is { } group) (Group, Where) = (group.Id, group.Name);
        else if (schools.FirstOrDefault(one => one.Id.Value == ask.Group) is { } school) (School, Where) = (school.Id, school.Name);
        else if (groups.Count == 1 && visit.Actor!.Kind == ActorKind.Teacher) Where = groups[0].Name;
        Groups = [.. groups.Select(one => new FieldOption(one.Id.Value.ToString("N"), one.Name))];
        Schools = schools.Count < 2 ? [] : [.. schools.Select(one => new FieldOption(one.Id.Value.ToString("N"), one.Name))];
        Areas = [.. framework.Content.Areas.Where(area => area.IsActive && framework.Content.Competencies.Any(one => one.Area == area.Id && one.IsActive))];
        _area = Areas.FirstOrDefault(one => one.Code == ask.Area);
        Version = string.Join('/', Groups.Concat(Schools).Select(one => one.Value + one.Text));
    }

    /// <summary>The group that is looked at; null for all.</summary>
    public GroupId? Group { get; }

    /// <summary>The school that is looked at; null for all.</summary>
    public OrganizationId? School { get; }

    /// <summary>The name of the group or school; null for everybody.</summary>
    public string? Where { get; }

    public IReadOnlyList<FieldOption> Groups { get; }

    public IReadOnlyList<FieldOption> Schools { get; }

    public IReadOnlyList<Area> Areas { get; }

    /// <summary>What the choices are, so that a page is new when they change.</summary>
    public string Version { get; }

    /// <summary>Are habits of work looked at? They have a scale of their own and stand apart.</summary>
    public bool IsOfHabits => _area?.Kind == AreaKind.Habits;

    public static GridChoices Of(Visit visit, GridAsk ask, FrameworkInForce framework) => new(visit, ask, framework);

    /// <summary>Is an area shown? Without a choice, all areas of learning are.</summary>
    public bool Shows(Area area) => _area is null ? area.Kind == AreaKind.Learning : area.Id == _area.Id;
}
