using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Storage;

namespace Cairn.App.Cli.Demo;

/// <summary>A task that some of the high school did in common, and that let nobody show the top level: its questions ask for nothing beyond the aim.</summary>
internal sealed class DemoLabTask(DemoPeople people, DemoCalendar calendar)
{
    private const string Title = "Safety in the lab: twelve questions";
    private const string Code = "SC.3";
    private const int Learners = 9;
    private const int DaysAgo = 17;

    /// <summary>Stores it.</summary>
    /// <param name="turn">The turn that the people are stored in.</param>
    /// <param name="entries">The stages that learners entered: each is judged at the last.</param>
    public void Store(WriteTurn turn, IEnumerable<StageEntry> entries)
    {
        var done = people.HighSchool.Where(one => one.Age > DemoArrivals.Age).Take(Learners).ToList();
        if (done.Count < Learners) return;
        var (shown, judged, competency) = (DemoCalendar.At(calendar.Last.AddDays(-DaysAgo), 10, 0), DemoCalendar.At(calendar.Last.AddDays(-DaysAgo), 16, 0), DemoFramework.CompetencyOf(Code));
        var stages = entries.Where(one => one.Competency == competency).ToLookup(one => one.Learner, one => one.Stage);
        turn.Db.SaveChanges();
        foreach (var (one, i) in done.Select((one, i) => (one, i)))
        {
            var (piece, at) = (new EvidenceId(DemoFramework.Named("common", one.Learner.Username)), stages[one.Learner.Id].Max());
            turn.Record(new Recording(one.Learner.Id)
            {
                Evidence = [new PieceOfEvidence(piece, one.Learner.Id, new ExperienceId(DemoFramework.Named("common")), EvidenceKind.Exam, "", "", shown, default)],
                EvidenceTexts = [new EvidenceText(piece, Title, Title, "", "")],
                Judgments = [new Judgment(new JudgmentId(DemoFramework.Named("common", one.Learner.Username, "judged")), one.Learner.Id, competency, null, at, piece, i % 4 == 1 ? 2 : 3, null, false,
                    DemoPeople.EducatorOf(people.EducatorsOf(one.Room)[0].Username).Person, JudgeRole.Educator, shown, judged, default)],
            });
        }

        turn.Db.SaveChanges();
    }
}
