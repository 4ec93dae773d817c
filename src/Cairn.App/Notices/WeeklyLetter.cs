using Cairn.App.Access;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Families;
using Cairn.Storage.Privacy;
using Cairn.Storage.Queries;

namespace Cairn.App.Notices;

/// <summary>The weekly letter of one guardian: for each child of theirs what was seen, the answer, what is next, how to help. It is read through the guardian's own
/// scope, so that nothing of anybody else's child can be found for it.</summary>
internal static class WeeklyLetter
{
    private const int Days = 7;
    private const int TitlesShown = 3;
    private const int WorkRead = 30;
    private const int LongestTitle = 120;

    /// <summary>Writes it; null where there is no child, or the address takes no letter.</summary>
    public static Letter? Of(Db db, Served served, Reached to, DateOnly today, DateTime now, string site)
    {
        var words = served.Terms.In(to.Choice.Language);
        var scope = new Scope(db, new Actor(ActorKind.Guardian, to.Person.Value, ""), today, now);
        var children = scope.Learners.Where(one => one.EndedAt == null).ToList().OrderBy(one => one.CalledName, StringComparer.Ordinal).ToList();
        if (children.Count == 0 || !Letter.IsAddress(to.Email)) return null;
        return new Letter(to.Email, words["notice.weekly.subject"], [.. children.SelectMany(one => About(one, db, scope, served, today, now, words)), words["notice.stop"]], $"{site}/family") 
        {
            Language = words.Language, Stop = StopLink.Of(served, site, to.Person, StopKind.Weekly),
        };
    }

    private static IEnumerable<string> About(Learner child, Db db, Scope scope, Served served, DateOnly today, DateTime now, Words words)
    {
        var lines = FamilyLines.Of(db, scope, served.District!.Frameworks, child, now, today);
        var saying = new FamilySaying(child, lines, FamilyLines.View(lines, today), words);
        yield return saying.Answer;
        var seen = scope.NewestEvidence(child.Id, WorkRead).Where(one => one.Piece.RecordedAt > now.AddDays(-Days) && one.Text?.Title.Length > 0).Select(one => Line(one.Text!.Title)).Distinct(StringComparer.Ordinal).ToList();
        yield return seen.Count == 0 ? words["notice.weekly.nothing"] : words["notice.weekly.seen", ("count", seen.Count), ("titles", string.Join(", ", seen.Take(TitlesShown)))];
        yield return $"{saying.Next} {saying.Help}";
        // Of a family each finds their own questions only.
        var asked = JudgmentQueryRows.Of(db, scope, child.Id).Where(one => one.Query.IsOpen).ToList();
        if (asked.Count > 0) yield return words["notice.weekly.asked", ("count", asked.Count), ("date", words.Date(asked.Max(one => one.Query.DueOn)))];
    }

    // What people wrote is one line of a letter, whatever it was.
    private static string Line(string text)
    {
        var plain = new string([.. text.Select(one => char.IsControl(one) ? ' ' : one)]);
        return plain.Length <= LongestTitle ? plain : plain[..LongestTitle];
    }
}
