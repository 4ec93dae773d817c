using System.Globalization;
using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Cairn.Storage.Diplomas;

namespace Cairn.App.Features.Diplomas;

/// <summary>What of a cohort is asked for.</summary>
/// <param name="Class">The year of graduation.</param>
/// <param name="State">How they stand: a state, "Awarded", "Without"; empty for all.</param>
/// <param name="Cause">The key of a cause; empty for all.</param>
public sealed record CohortAsk(int Class, string State, string Cause)
{
    private const int FirstClass = 1900;
    private const int LastClass = 2199;

    /// <summary>As an address asks; the class that graduates this school year where it says nothing.</summary>
    internal static CohortAsk Of(string? classOf, string? state, string? cause, DateOnly today) => new(
        int.TryParse(classOf, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstClass and <= LastClass ? year : today.Month >= 7 ? today.Year + 1 : today.Year,
        state is { Length: > 0 and < 30 } ? state : "", cause is { Length: > 0 and < 400 } ? cause : "");

    /// <summary>The address of it, with a part of it otherwise.</summary>
    internal string Path(string page = "/diplomas", int at = 1, string? state = null, string? cause = null) =>
        $"{page}?class={Class.ToString(CultureInfo.InvariantCulture)}{Part("state", state ?? State)}{Part("cause", cause ?? Cause)}{(at > 1 ? FormattableString.Invariant($"&page={at}") : "")}";

    /// <summary>Is a learner asked for?</summary>
    internal bool Takes(CohortLine line, DiplomaCohort cohort) => IsState(line) && (Cause.Length == 0 || cohort.Causes.FirstOrDefault(one => one.Key == Cause) is { } cause && cause.Learners.Contains(line.Learner));

    private bool IsState(CohortLine line) => State.Length == 0 || State switch
    {
        "Awarded" => line.IsAwarded,
        "Without" => line.Audit is null,
        "Gaps" => !line.IsAwarded && line.Audit is { IsMet: false },
        _ => !line.IsAwarded && line.Audit is { } audit && audit.State.ToString() == State,
    };

    private static string Part(string name, string value) => value.Length == 0 ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}

/// <summary>A cohort as it was read: who they are, and how they stand.</summary>
/// <param name="Cohort">How they stand, by family name.</param>
/// <param name="Learners">Who they are.</param>
internal sealed record CohortRead(DiplomaCohort Cohort, IReadOnlyDictionary<LearnerId, Learner> Learners)
{
    /// <summary>The names of their counselors.</summary>
    public required ILookup<LearnerId, string> Counselors { get; init; }

    /// <summary>Reads the class whose official record the asker keeps, and audits them side by side.</summary>
    public static CohortRead Of(Visit visit, int classOf)
    {
        var files = DiplomaFiles.Many(visit.Db, visit.Scope, visit.Scope.RecordsKept.Where(one => one.GraduationYear == classOf && one.EndedAt == null), visit.Frameworks, visit.Now, visit.Today);
        var (plans, today, lines) = (DiplomaPlanRows.All(visit.Db), visit.Today, new CohortLine[files.Learners.Count]);
        Parallel.For(0, lines.Length, i =>
        {
            var own = AuditOf.Of(files.Of(files.Learners[i].Id)!, plans, today);
            lines[i] = new CohortLine(files.Learners[i].Id, own.Audit, own.Under.Fault) { IsAwarded = own.File.Awarded is not null };
        });
        return new(DiplomaCohort.From(lines), files.Learners.ToDictionary(one => one.Id)) { Counselors = DiplomaRows.CounselorsOfKept(visit.Db, visit.Scope, visit.Today) };
    }
}
