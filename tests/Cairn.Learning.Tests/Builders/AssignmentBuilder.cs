using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using CsCheck;

namespace Cairn.Learning.Tests.Builders;

/// <summary>Rules and scales by version and place; each is told from every other by its number.</summary>
internal static class AssignmentBuilder
{
    public static readonly OrganizationId Hill = new(Some.Id(901));
    public static readonly OrganizationId Shore = new(Some.Id(902));
    public static readonly ProgramId Pilot = new(Some.Id(903));
    public static readonly TargetId First = new(Some.Id(201));
    public static readonly TargetId Second = new(Some.Id(202));
    public static readonly FrameworkId Framework = new(Some.Id(50));

    /// <summary>A rule that says its own number.</summary>
    public static RuleAssignment Rule(
        int number, CompetencyId? competency = null, bool ofTargets = false, TargetId? target = null, int? stage = null, PolicyPlace place = default, bool isLocked = false, int from = 0, int version = 1) =>
        new(new RuleId(Some.Id(number)), Framework, competency, ofTargets, version, Some.Day(from), new Points(number)) { Target = target, Stage = stage, School = place.School, Program = place.Program, IsLocked = isLocked };

    public static (ScaleAssignment, ProficiencyScale) Scale(int number, CompetencyId? competency = null, PolicyPlace place = default, bool isLocked = false, int from = 0, int version = 1)
    {
        var id = new ScaleId(Some.Id(number));
        return (new ScaleAssignment(new RuleId(Some.Id(number)), Framework, competency, version, Some.Day(from), id) { School = place.School, Program = place.Program, IsLocked = isLocked },
            new ProficiencyScale(id, $"Scale {number}", 3, ScaleBuilder.OneToFour.Levels));
    }

    /// <summary>The number of the rule that a book gives; 0 for none.</summary>
    public static int Said(this RuleVersion version) => version.Rule is Points points ? (int)points.Needed : 0;

    public static Gen<PolicyPlace> Places { get; } = Gen.OneOfConst(
        PolicyPlace.District, new PolicyPlace(Hill, null), new PolicyPlace(Shore, null), new PolicyPlace(null, Pilot), new PolicyPlace(Hill, Pilot));

    /// <summary>Up to twelve rules of anything, at any place, in any version.</summary>
    public static Gen<List<RuleAssignment>> Any { get; } = Gen.Select(
            Gen.OneOfConst((CompetencyId?)null, Some.Competency, Some.OtherCompetency), Gen.Bool, Gen.OneOfConst((TargetId?)null, First, Second), Gen.OneOfConst((int?)null, 1, 2), Places, Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[1, 2])
        .Select((competency, ofTargets, target, stage, place, locked, from, version) => (competency, ofTargets, target: ofTargets && competency is not null ? target : null, stage, place, isLocked: locked == 0, from, version))
        .List[0, 12].Select(all => all.Select((one, i) => Rule(i + 1, one.competency, one.ofTargets, one.target, one.stage, one.place, one.isLocked, one.from, one.version)).ToList());
}
