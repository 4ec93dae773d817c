using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>A framework with every rule and scale it is concluded by, and the places they can hold in.</summary>
/// <param name="Content">What is in force; the draft where nothing is yet.</param>
/// <param name="Rules">Every rule, in every version and place.</param>
/// <param name="Scales">Every scale in place of the framework's own.</param>
/// <param name="Schools">The schools of the district.</param>
/// <param name="Programs">The programs.</param>
public sealed record Governed(
    FrameworkContent Content, IReadOnlyList<RuleAssignment> Rules, IReadOnlyList<(ScaleAssignment Assignment, ProficiencyScale Scale)> Scales,
    IReadOnlyList<Organization> Schools, IReadOnlyList<Cairn.Learning.People.Program> Programs)
{
    public const string District = "district";

    public string Path => Draft.PathOf(Content.Framework.Id);

    /// <summary>Finds a framework with its rules; null where there is none.</summary>
    internal static Governed? Find(Visit visit, Guid framework)
    {
        var id = new FrameworkId(framework);
        if ((visit.Frameworks.FirstOrDefault(one => one.Content.Framework.Id == id)?.Content ?? Draft.Find(visit, framework)?.Content) is not { } content) return null;
        var scales = visit.Db.Scales.AsNoTracking().ToDictionary(one => one.Id);
        return new Governed(content, visit.Db.Rules.AsNoTracking().Where(one => one.Framework == id).ToList(),
            [.. visit.Db.ScaleAssignments.AsNoTracking().Where(one => one.Framework == id).ToList().Select(one => (one, scales[one.Scale]))],
            visit.Db.Organizations.AsNoTracking().Where(one => one.Kind == OrganizationKind.School).OrderBy(one => one.Name).ToList(), visit.Db.Programs.AsNoTracking().OrderBy(one => one.Name).ToList());
    }

    /// <summary>The rules at a moment and a place.</summary>
    public Rulebook RulesAt(DateTime at, PolicyPlace place) => new(Rules, at, place: place, scales: Scales);

    /// <summary>A place as a form writes it; null where it is none of this district's.</summary>
    public PolicyPlace? PlaceOf(string text)
    {
        if (text is "" or District) return PolicyPlace.District;
        if (Schools.FirstOrDefault(one => $"s-{one.Id.Value:N}" == text) is { } school) return new PolicyPlace(school.Id, null);
        if (Programs.FirstOrDefault(one => $"p-{one.Id.Value:N}" == text) is not { } program) return null;
        // A program of a school stands in that school, so that the school's locks hold in it.
        return new PolicyPlace(Schools.Any(one => one.Id == program.Organization) ? program.Organization : null, program.Id);
    }

    /// <summary>Every place, as a form offers it.</summary>
    internal List<Ui.Kit.FieldOption> Places(Words words) =>
    [
        new(District, words["workshop.place.district"]), .. Schools.Select(one => new Ui.Kit.FieldOption($"s-{one.Id.Value:N}", one.Name)),
        .. Programs.Select(one => new Ui.Kit.FieldOption($"p-{one.Id.Value:N}", words["workshop.place.program", ("name", one.Name)])),
    ];

    /// <summary>A place by its name.</summary>
    internal string NameOf(PolicyPlace place, Words words) =>
        place.Program is { } program ? words["workshop.place.program", ("name", Programs.FirstOrDefault(one => one.Id == program)?.Name ?? "")]
        : place.School is { } school ? Schools.FirstOrDefault(one => one.Id == school)?.Name ?? "" : words["workshop.place.district"];

    /// <summary>Where a rule comes from: its place, what it is for, and whether it is locked.</summary>
    internal string Origin(RuleAssignment? rule, Words words) => rule is null ? words["workshop.origin.nobody"]
        : words["workshop.origin", ("place", NameOf(rule.Place, words)), ("for", rule.Competency is null ? "all" : "own"), ("locked", rule.IsLocked), ("stage", rule.Stage ?? 0)];

    /// <summary>What a rule is for, in words.</summary>
    internal string SubjectOf(RuleAssignment rule, Words words)
    {
        var name = rule.Competency is { } competency && Content.Find(competency) is { } found ? found.Title : "";
        return rule.Target is { } target ? Content.NameOf(target.Value) ?? "" : words["workshop.rule.for", ("what", rule.Competency is null ? "all" : rule.OfTargets ? "targets" : "one"), ("name", name)];
    }

    /// <summary>A day as the moment a policy begins at: now where it is today, else the day's beginning. Null where the day is past.</summary>
    internal static DateTime? Begins(Visit visit, DateOnly day) => day < visit.Today ? null
        : day == visit.Today ? Instant.Utc(visit.Now) : ZonedDay.StartOf(day, visit.Served.Zone);
}
