using System.Globalization;
using Cairn.App.Access;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Journal;

/// <summary>What of the journal is looked for, as it stands in the address.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Act">What was done.</param>
/// <param name="Kind">To what kind of row.</param>
/// <param name="Person">The name or username of whoever acted.</param>
/// <param name="Learner">A learner's name or username.</param>
/// <param name="Ask">What is asked of the journal.</param>
public sealed record JournalFilter(string From, string Until, string Act, string Kind, string Person, string Learner, JournalAsk Ask)
{
    // Nobody: an id that no person has.
    private static readonly Guid Nobody = Guid.AllBitsSet;

    // The calendar ends with it: no day comes after, and nothing is left out by asking until then.
    private const int LastYear = 9999;

    internal static JournalFilter Of(IQueryCollection query, Visit visit)
    {
        string Text(string name) => query[name].ToString().Trim() is { Length: <= 100 } text ? text : "";
        var (from, until, act, kind, person, learner) = (Text("from"), Text("until"), Text("act"), Text("kind"), Text("person"), Text("learner"));
        var ask = new JournalAsk(
            Day(from) is { } first ? ZonedDay.StartOf(first, visit.Served.Zone) : null, Day(until) is { Year: < LastYear } last ? ZonedDay.StartOf(last.AddDays(1), visit.Served.Zone) : null,
            Enum.TryParse<JournalAct>(act, out var one) && Enum.IsDefined(one) ? one : null,
            person.Length == 0 ? null : WhoActed(visit, person) ?? Nobody,
            learner.Length == 0 ? null : visit.Scope.Find(learner)?.Id ?? Called(visit, learner) ?? new LearnerId(Nobody), kind.Length == 0 ? null : kind)
        { Before = long.TryParse(Text("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null, IsWhole = visit.Actor!.LeadsDistrict };
        return new JournalFilter(from, until, act, kind, person, learner, ask);
    }

    // Educators first, also who has left: what they did is still asked about. Then families and learners, by their usernames.
    private static Guid? WhoActed(Visit visit, string name) =>
        visit.Db.Educators.AsNoTracking().Where(each => each.Username == name || each.DisplayName == name).OrderBy(each => each.EndedAt != null).Select(each => (Guid?)each.Id.Value).FirstOrDefault()
        ?? Claims.Find(visit.Db, name)?.Person;

    // The only one of those whom the reader sees anyway who is called this.
    private static LearnerId? Called(Visit visit, string name) =>
        visit.Scope.Learners.Where(one => one.GivenName + " " + one.FamilyName == name || one.PreferredName + " " + one.FamilyName == name).Select(one => one.Id).Take(2).ToList() is [var only] ? only : null;

    /// <summary>The address of the same question, with something added.</summary>
    public string Query(string more) => $"?from={Uri.EscapeDataString(From)}&until={Uri.EscapeDataString(Until)}&act={Uri.EscapeDataString(Act)}&kind={Uri.EscapeDataString(Kind)}&person={Uri.EscapeDataString(Person)}&learner={Uri.EscapeDataString(Learner)}{more}";

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
