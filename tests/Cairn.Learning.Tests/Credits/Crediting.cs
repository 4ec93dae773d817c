using Cairn.Learning.Credits;
using Cairn.Learning.Mastery;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Credits;

/// <summary>Policies, standings and awards that tests of credit begin from.</summary>
internal static class Crediting
{
    public static readonly DateOnly Today = new(2026, 11, 27);
    public static readonly DateTime Now = new(2026, 11, 27, 12, 0, 0, DateTimeKind.Utc);

    public static CompetencyId Competency(int n) => new(Some.Id(200 + n));

    public static CreditPolicy Policy(CreditMethod method = CreditMethod.CompleteEvidence, int hundredths = 100, string code = "math-1", int number = 1) =>
        new(new CreditPolicyId(Some.Id(code.GetHashCode(StringComparison.Ordinal) ^ number)), code, number, "Mathematics 1", new FrameworkId(Some.Id(9)), method, hundredths, Today, Some.Teacher, Now)
        {
            CourseTitle = "Algebra I", CourseCode = "02052", NeededPoints = method == CreditMethod.Points ? 80 : null,
            ExamLeast = method == CreditMethod.ExamAndArtifact ? 70 : null, PanelSize = method == CreditMethod.ExamAndArtifact ? 3 : null,
        };

    public static IReadOnlyList<CreditPart> Parts(CreditPolicy policy, params (int Competency, int Share, decimal Points, bool IsRequired)[] parts) =>
        [.. parts.Select((one, i) => new CreditPart(policy.Id, i + 1, Competency(one.Competency), null, one.Share, one.Points, one.IsRequired))];

    public static IReadOnlyList<CreditPart> Quarters(CreditPolicy policy) => Parts(policy, (1, 25, 25, true), (2, 25, 25, false), (3, 25, 30, false), (4, 25, 20, false));

    public static PartStanding Shown(int n, decimal level = 3, int day = 0) => new(Competency(n), null, level, true, true, new Boxes(3, 0, 3)) { ShownOn = Today.AddDays(-100 + day) };

    public static PartStanding Begun(int n, int completed = 1) => new(Competency(n), null, 2, false, false, new Boxes(completed, 0, 3)) { ShownOn = Today.AddDays(-50) };

    public static VoteSeen Vote(int who, bool isProficient, decimal level = 3, int day = 0) => new(new PersonId(Some.Id(500 + who)), level, isProficient, Today.AddDays(-10 + day));

    public static CreditHeld Held(int n, CreditSource source, int hundredths, CreditPolicy? policy, DateOnly? until, params (CompetencyId Competency, int Share)[] parts)
    {
        var award = new CreditAward(new CreditAwardId(Some.Id(1000 + n)), Some.Learner, source, hundredths, Today.AddDays(-n), Some.Teacher, Now.AddMinutes(-n)) { Policy = policy?.Id, ProvisionalUntil = until };
        return new CreditHeld(award, null, [.. parts.Select((one, i) => new CreditAwardPart(new CreditAwardPartId(Some.Id((n * 100) + i + 5000)), Some.Learner, award.Id, one.Competency, null, one.Share, 3, null))], null, policy);
    }

    public static CreditRecord Record(params CreditHeld[] held) => CreditRecord.From(Some.Learner, held.Select(one => one.Award), held.Select(one => one.Text).OfType<CreditAwardText>(), held.SelectMany(one => one.Parts),
        held.Select(one => one.Reversal).OfType<CreditReversal>(), held.Select(one => one.Policy).OfType<CreditPolicy>());
}
