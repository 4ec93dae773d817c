using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Policies;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Diplomas;

/// <summary>Plans, credit and competencies in few words.</summary>
internal static class DiplomaBuild
{
    public static readonly DateOnly Today = new(2026, 11, 27);

    public static DiplomaPlan Plan(string code = "standard", int number = 1, int? from = null, int? until = null, DateOnly? effective = null, bool isAlternate = false, OrganizationId? school = null, bool isActive = true) =>
        new(new DiplomaPlanId(NamedId.Of(code, $"{number}")), code, number, $"{code} {number}", "{}", "hash", effective ?? new DateOnly(2025, 8, 1), Some.Teacher, Some.Day(number))
        {
            ClassFrom = from, ClassUntil = until, IsAlternate = isAlternate, School = school, IsActive = isActive,
        };

    public static (CreditAward Award, CreditAwardText? Text) Credit(int n, int hundredths = 100, string subject = "math", string tags = "", DateOnly? until = null) =>
        (new CreditAward(new CreditAwardId(Some.Id(n)), Some.Learner, CreditSource.Mastery, hundredths, new DateOnly(2026, 1, 1).AddDays(n), Some.Teacher, Some.Day(n)) { ProvisionalUntil = until, Level = 3.25m },
            new CreditAwardText(new CreditAwardId(Some.Id(n)), $"Course {n}", $"C{n}", subject, tags, "", "", ""));

    public static ShownCompetency Competency(string code, decimal? level, bool isProficient, int pieces = 1, int? stage = null, bool isPlanned = false) =>
        new(new CompetencyId(NamedId.Of(code)), "core", code, $"Title of {code}", "math", stage ?? 3)
        {
            Stage = stage, Level = level, IsProficient = isProficient, IsComplete = isProficient, Pieces = pieces, LastShown = pieces > 0 ? new DateOnly(2026, 5, 5) : null, IsPlanned = isPlanned,
        };

    public static Policy Policy(Policies.Node root, bool isSplit = false) => Policies.Build.Policy(root, isSplit);

    public static DiplomaAudit Audit(Policies.Node root, LearnerHoldings has, params DiplomaPin[] pins) =>
        DiplomaAudit.From(Plan(), Policy(root), Achievements.Of(has, "standard", Today), Achievements.Facts(2027, "Quarry Hill High", ""), pins, Today);

    public static Selector CreditOf(string subject) => Policies.Build.Of(("type", "credit"), ("subject", subject));

    public static Selector CompetencyAt(decimal level) => new([new FieldIs("type", Comparison.Equal, new(new TextValue("competency"))), new FieldIs("level", Comparison.AtLeast, new(new NumberValue(level)))]);
}
