using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Storage;
using Cairn.Storage.Transfers;

namespace Cairn.App.Cli.Demo;

/// <summary>
/// Two learners who came from other districts with a transcript. Of one some levels are taken for granted still, one line is shown by work, one showed less, and one
/// is not decided; the other has a course that counts for good and one whose time went by.
/// </summary>
internal sealed class DemoArrivals(DemoPeople people, DemoCalendar calendar)
{
    public const int Age = 15;
    public const int DaysOfFirst = 63;
    public const int DaysOfSecond = 140;
    private const int DaysToShow = 120;
    private const int Stage = 8;

    private static readonly string[] Reading = ["RD.1", "RD.2", "RD.3", "RD.4", "RD.5", "RD.6", "RD.7"];

    public void Store(WriteTurn turn)
    {
        if (people.Staff.Registrars.Count == 0 || people.Newcomers is not [var first, var second]) return;
        var frameworks = FrameworkInForce.ReadAll(turn.Db, turn.Now);
        Arrive(turn, frameworks, first, "Cedar Bluff High School, Iowa",
            [("English 9", "01001", "B", 100, "english-1"), ("Algebra I", "MTH-101", "A-", 100, "math-1"), ("Physical Science", "SCI-9", "B+", 100, "science-1"), ("World Geography", "", "P", 50, ""), ("Marching Band", "", "A", 50, "")]);
        Show(turn, frameworks, first, "Letters to the council", 44, [.. Reading.Select(code => (code, code is "RD.3" or "RD.7" ? 4 : 3))]);
        Show(turn, frameworks, first, "Which bridge holds", 23, [("SC.1", 3), ("SC.2", 2)]);
        Arrive(turn, frameworks, second, "Mesa Verde Union High School, Arizona", [("English 9", "01001", "A", 100, "english-1"), ("Studio Art", "ART-1", "A", 50, "arts-1")]);
        Show(turn, frameworks, second, "A radio play in three voices", 101, [.. Reading.Select(code => (code, 4))]);
        Show(turn, frameworks, second, "Water in the desert", 61, [("SC.1", 3), ("SC.3", 2), ("PP.1", 3)]);
        Confirm(turn, second, "English 9");
    }

    // Entered, and each line that has a place taken for it, on the day they came.
    private void Arrive(WriteTurn turn, IReadOnlyList<FrameworkInForce> frameworks, DemoLearner who, string school, IReadOnlyList<(string Title, string Code, string Grade, int Hundredths, string Policy)> lines)
    {
        var on = DemoAwards.On(turn, people.Arrived(who));
        var (scope, id) = (DemoAwards.ScopeOf(turn, people.Staff.Registrars[0], on.Today), new PriorTranscriptId(DemoFramework.Named("prior", who.Learner.Username)));
        var ended = new DateOnly(on.Today.Month > 7 ? on.Today.Year : on.Today.Year - 1, 6, 12);
        turn.Db.Add(new PriorTranscript(id, who.Learner.Id, school, new PersonId(scope.Actor.Person), DemoCalendar.At(on.Today, 10, 0)));
        turn.Db.AddRange(lines.Select((one, i) => new PriorLine(new PriorLineId(DemoFramework.Named("prior", who.Learner.Username, one.Title)), id, who.Learner.Id, i + 1, one.Title, one.Code, one.Grade, one.Hundredths).Ended(ended)));
        turn.Db.SaveChanges();
        foreach (var line in PriorRows.Of(turn.Db, scope, who.Learner.Id)[0].Lines)
            if (lines[line.Position - 1].Policy is { Length: > 0 } policy)
                TransferWriting.Accept(turn, scope, who.Learner.Id, new TransferAsk(line.Id, line.Version, Award(who, line.Title, "taken"), on.Today.AddDays(DaysToShow)) { Policy = policy }, frameworks, on);
        turn.ConcludeNow();
    }

    private void Show(WriteTurn turn, IReadOnlyList<FrameworkInForce> frameworks, DemoLearner who, string title, int daysAgo, IReadOnlyList<(string Code, int Level)> said)
    {
        var (piece, day) = (new EvidenceId(DemoFramework.Named("arrival", who.Learner.Username, title)), calendar.Last.AddDays(-daysAgo));
        var (shown, judged, judge) = (DemoCalendar.At(day, 10, 0), DemoCalendar.At(day, 16, 0), DemoPeople.EducatorOf(people.EducatorsOf(who.Room)[0].Username).Person);
        TargetId? TargetOf(CompetencyId competency) => frameworks[0].Content.TargetsOf(competency).FirstOrDefault(one => one.IsActive)?.Id;
        turn.Record(new Recording(who.Learner.Id)
        {
            Evidence = [new PieceOfEvidence(piece, who.Learner.Id, new ExperienceId(piece.Value), EvidenceKind.Project, "", "", shown, default)],
            EvidenceTexts = [new EvidenceText(piece, title, title, "", "")],
            Judgments = [.. said.Select(one => new Judgment(new JudgmentId(DemoFramework.Named("arrival", who.Learner.Username, title, one.Code)), who.Learner.Id, DemoFramework.CompetencyOf(one.Code),
                DemoFramework.IsParent(one.Code) ? TargetOf(DemoFramework.CompetencyOf(one.Code)) : null, Stage, piece, one.Level, null, false, judge, JudgeRole.Educator, shown, judged, default))],
        });
        turn.Db.SaveChanges();
    }

    private void Confirm(WriteTurn turn, DemoLearner who, string title)
    {
        var on = DemoAwards.On(turn, calendar.Last.AddDays(-40));
        var scope = DemoAwards.ScopeOf(turn, people.Staff.Registrars[0], on.Today);
        var line = PriorRows.Of(turn.Db, scope, who.Learner.Id)[0].Lines.First(one => one.Title == title);
        TransferWriting.Confirm(turn, scope, who.Learner.Id, line.Id, line.Version, Award(who, title, "confirmed"), "", on);
    }

    private static CreditAwardId Award(DemoLearner who, string title, string why) => new(DemoFramework.Named("arrival", who.Learner.Username, title, why));
}
