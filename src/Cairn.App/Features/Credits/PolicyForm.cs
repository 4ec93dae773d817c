using System.Globalization;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Features.Credits;

/// <summary>The form of a credit policy: what stands in it before anybody types, and what was typed.</summary>
internal static class PolicyForm
{
    private static readonly Dictionary<PolicyFlaw, string> Fields = new()
    {
        [PolicyFlaw.Code] = "code", [PolicyFlaw.Title] = "title", [PolicyFlaw.CourseTitle] = "course", [PolicyFlaw.Hundredths] = "amount", [PolicyFlaw.InThePast] = "from", [PolicyFlaw.BeforeLast] = "from",
        [PolicyFlaw.Locked] = "course", [PolicyFlaw.Points] = "needed", [PolicyFlaw.Exam] = "exam", [PolicyFlaw.Panel] = "size", [PolicyFlaw.Number] = "code", [PolicyFlaw.Other] = "place",
    };

    public static Typed Blank(DateOnly today, Words words) => Typed.Of(words, ("amount", "1"), ("from", Day(today)), ("method", nameof(CreditMethod.CompleteEvidence)), ("active", true), ("place", "district"));

    public static Typed Of(CreditPolicy last, IReadOnlyList<CreditPart> parts, DateOnly today, string place, Words words)
    {
        List<(string, object?)> values =
        [
            ("code", last.Code), ("title", last.Title), ("method", last.Method.ToString()), ("amount", Number(last.Hundredths / 100m)), ("from", Day(last.EffectiveFrom > today ? last.EffectiveFrom : today)), ("subject", last.Subject),
            ("tags", last.Tags), ("course", last.CourseTitle), ("courseCode", last.CourseCode), ("ncaa", last.IsNcaaApproved), ("hours", last.SeatHours), ("needed", last.NeededPoints), ("exam", last.ExamLeast), ("size", last.PanelSize),
            ("posts", last.PostsParts), ("noGrade", last.Grading == GradingOption.NoGrade), ("weighted", last.IsWeighted), ("active", last.IsActive), ("place", place), ("number", last.Number),
        ];
        foreach (var (at, part) in parts.Index())
            values.AddRange([($"part-{at + 1}", part.Competency.Value.ToString("N")), ($"stage-{at + 1}", part.Stage), ($"share-{at + 1}", Number(part.Hundredths / 100m)), ($"points-{at + 1}", Number(part.Points)), ($"must-{at + 1}", part.IsRequired)]);
        return Typed.Of(words, [.. values]);
    }

    public static CreditPolicy Policy(Typed typed, CreditPolicyId id, CreditPolicy? last, FrameworkInForce framework, PolicyPlace place, PersonId by, DateTime now)
    {
        var method = typed.Choice<CreditMethod>("method");
        // The number that whoever wrote it had before them: another version may have come since.
        var number = last is null ? 1 : int.TryParse(typed["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen + 1 : 0;
        return new CreditPolicy(id, last?.Code ?? typed.Text("code", 40, isNeeded: true), number, typed.Text("title", 200, isNeeded: true), framework.Content.Framework.Id, method,
            (int)((typed.NumberOrNone("amount", 0.01m, 100) ?? 0) * 100), typed.Day("from") ?? default, by, now)
        {
            Area = last?.Area, Subject = typed.Text("subject", 60), Tags = typed.Text("tags", 200), CourseTitle = typed.Text("course", 200, isNeeded: true), CourseCode = typed.Text("courseCode", 60), IsNcaaApproved = typed.IsOn("ncaa"),
            SeatHours = typed.WholeOrNone("hours", 0, 1_000), NeededPoints = method == CreditMethod.Points ? typed.NumberOrNone("needed", 0, 100_000) : null,
            ExamLeast = method == CreditMethod.ExamAndArtifact ? typed.NumberOrNone("exam", 0, 1_000_000) : null, PanelSize = method == CreditMethod.ExamAndArtifact ? typed.WholeOrNone("size", 1, 9) : null,
            PostsParts = typed.IsOn("posts"), Grading = typed.IsOn("noGrade") ? GradingOption.NoGrade : GradingOption.Graded, IsWeighted = typed.IsOn("weighted"), IsActive = last is null || typed.IsOn("active"),
            School = place.School, Program = place.Program,
        };
    }

    /// <summary>The parts that were chosen. Where no share was typed at all, the credit is shared evenly.</summary>
    public static IReadOnlyList<CreditPart> Parts(Typed typed, CreditPolicyId id, int rows, int hundredths, FrameworkInForce framework, Words words)
    {
        List<CreditPart> parts = [];
        var isShared = false;
        for (var i = 1; i <= rows; i++)
        {
            if (typed[$"part-{i}"].Length == 0) continue;
            if (framework.Content.Find(new CompetencyId(typed.Id($"part-{i}"))) is not { } competency) typed.Refuse($"part-{i}", words["credit.flaw.Unknown"]);
            else
            {
                var share = typed.NumberOrNone($"share-{i}", 0, 100);
                isShared |= share is not null;
                parts.Add(new CreditPart(id, parts.Count + 1, competency.Id, typed.WholeOrNone($"stage-{i}", 1, 255), (int)((share ?? 0) * 100), typed.NumberOrNone($"points-{i}", 0, 10_000) ?? 0, typed.IsOn($"must-{i}")));
            }
        }

        return isShared || parts.Count == 0 ? parts : [.. parts.Select((one, i) => one with { Hundredths = (hundredths / parts.Count) + (i < hundredths % parts.Count ? 1 : 0) })];
    }

    /// <summary>Says what is wrong beside the field it is wrong with.</summary>
    public static void Say(Typed typed, IReadOnlyList<PolicyFlaw> flaws, Words words)
    {
        foreach (var flaw in flaws) typed.Refuse(Fields.GetValueOrDefault(flaw, "part-1"), words[$"credit.flaw.{flaw}"]);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
