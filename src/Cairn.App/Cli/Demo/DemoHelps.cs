using Cairn.Learning;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Cairn.Storage.Expectations;

namespace Cairn.App.Cli.Demo;

/// <summary>What helps some learners to show what they know, and how far one is in English: seen while judging, and on no transcript.</summary>
internal sealed class DemoHelps(DemoPeople people, DemoCalendar calendar)
{
    private static readonly (int Place, string? Code, string Text, bool IsOnReport)[] InFirstRoom =
    [
        (2, "RD.1", "Hears the text read aloud, and answers by voice.", true), (2, null, "A quiet place, and half as much time again.", false), (5, "MA.1", "Counts with a number line on the table.", true),
    ];

    public void Store(WriteTurn turn)
    {
        var room = people.Learners.Where(one => one.Room == 0).ToList();
        var scope = DemoAwards.ScopeOf(turn, people.EducatorsOf(0)[0], calendar.Last);
        foreach (var (place, code, text, isOnReport) in InFirstRoom)
            if (place < room.Count) Help(turn, scope, room[place], code, text, isOnReport);
        if (people.Newcomers is not [_, var second]) return;
        var own = DemoAwards.ScopeOf(turn, people.EducatorsOf(second.Room)[0], calendar.Last);
        LanguageRows.Record(turn, own, second.Learner.Id, [(LanguageDomain.Listening, 3), (LanguageDomain.Speaking, 2), (LanguageDomain.Reading, 2), (LanguageDomain.Writing, 2)], people.Arrived(second));
        LanguageRows.Record(turn, own, second.Learner.Id, [(LanguageDomain.Listening, 4), (LanguageDomain.Speaking, 4), (LanguageDomain.Reading, 3), (LanguageDomain.Writing, 3)], calendar.Last.AddDays(-12));
        Help(turn, own, second, null, "A word list in Spanish beside each task. Drafts may be in Spanish.", isOnReport: true);
    }

    private void Help(WriteTurn turn, Scope scope, DemoLearner who, string? code, string text, bool isOnReport) => AccommodationRows.Add(turn, scope, new Accommodation(
        new AccommodationId(DemoFramework.Named("help", who.Learner.Username, text)), who.Learner.Id, code is null ? null : DemoFramework.CompetencyOf(code), text, calendar.Last.AddDays(-60), new PersonId(scope.Actor.Person),
        DemoCalendar.At(calendar.Last.AddDays(-60), 15, 0)).Planned(null, isOnReport));
}
