using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Credits;
using Cairn.Storage.Queries;

namespace Cairn.App.Cli.Demo;

/// <summary>
/// What people decided about those who graduate next, and what waits for them: work that was shown to a panel, an exam that is looked at, credit that was taken back, an
/// exception that holds and one that waits, questions about a decision, and an agreement. Through the same doors as everybody's.
/// </summary>
internal sealed class DemoDecisions(DemoPeople people, DemoCalendar calendar, IReadOnlyList<DemoFact> facts)
{
    private const int OldestAge = 18;

    // So many that each of what follows is another's.
    private const int Fewest = 8;

    public void Store(WriteTurn turn)
    {
        List<DemoLearner> seniors = [.. people.HighSchool.Where(one => one.Age == OldestAge).OrderBy(one => one.Learner.Username, StringComparer.Ordinal)];
        if (people.Staff.Registrars.Count == 0 || seniors.Count < Fewest) return;
        var on = DemoAwards.On(turn, calendar.Last);
        var (registrar, framework) = (By(people.Staff.Registrars[0]), FrameworkInForce.ReadAll(turn.Db, on.Now)[0]);
        foreach (var (at, one) in seniors.Index())
            if (at % 4 != 3) OtherRows.Attest(turn, registrar, one.Learner.Id, "exhibition");

        // Taken back from the wrong learner: whoever it belonged to may ask for another look.
        var third = new CreditAwardId(DemoFramework.Named("award", seniors[0].Learner.Username, "social-3"));
        CreditAwarding.Reverse(turn, registrar, third, ReversalReason.Mistake, "Entered from the transcript of another learner of the same name.");

        Panel(seniors[1]);
        Except(seniors[3], isApproved: null);
        Except(seniors[7], isApproved: true);
        Ask(seniors[4], "english-4", "I finished my last essay in the placement, and it is not among my work here. Please look at it.");
        var asked = Ask(seniors[5], "math-4", "Two of my proofs were judged before I revised them.");
        AppealRows.Change(turn, CounselorOf(seniors[5]), asked, 1, false, "Both were judged again after you revised them, and one is still at Building. Show it once more, and it counts.");
        Agree(seniors[6]);

        void Panel(DemoLearner one)
        {
            var work = facts.Select(fact => fact.Fact).OfType<Judgment>().Where(fact => fact.Learner == one.Learner.Id && fact.Competency == DemoFramework.CompetencyOf("RD.3")).MaxBy(fact => fact.JudgedAt);
            if (work?.Evidence is not { } artifact) return;
            var panel = new CreditPanel(new CreditPanelId(DemoFramework.Named("panel", one.Learner.Username)), one.Learner.Id, new CreditPolicyId(DemoFramework.Named("credit policy", "exam")), "English at the end of school", 84, calendar.Last.AddDays(-8), artifact, new PersonId(registrar.Actor.Person), turn.Now);
            PanelRows.Open(turn, registrar, panel, on.Today);
            PanelRows.Vote(turn, By(people.Staff.Of(one.Room)[0]), panel.Id, 3, "The essay answers its own objection, and says what it does not know.", framework);
        }

        void Except(DemoLearner one, bool? isApproved)
        {
            var waiver = new WaiverId(DemoFramework.Named("waiver", one.Learner.Username));
            WaiverRows.Ask(turn, CounselorOf(one), waiver, one.Learner.Id, "fern-hollow", "next", "Was in hospital in the two weeks of the exhibitions, and shows the work to a college in spring.");
            if (isApproved is { } decision) WaiverRows.Change(turn, registrar, waiver, 1, decision, "The college's letter is in the file.");
        }

        CreditAppealId Ask(DemoLearner one, string policy, string words)
        {
            var appeal = new CreditAppealId(DemoFramework.Named("appeal", one.Learner.Username));
            var self = Scoped(new Actor(ActorKind.Learner, one.Learner.Id.Value, one.Learner.FullName));
            AppealRows.Ask(turn, self, appeal, one.Learner.Id, AppealAbout.Refusal, policy, words, on.Today.AddDays(14));
            return appeal;
        }

        void Agree(DemoLearner one)
        {
            var (agreement, educator) = (new CreditAgreementId(DemoFramework.Named("agreement", one.Learner.Username)), By(people.Staff.Of(one.Room)[0]));
            var terms = new AgreementTerms("Restoring a wooden sloop", "Two afternoons a week at the boatyard: planking, caulking, and the yard's own log.", "The log, six photographs with notes, and a talk at the launch.",
                "The yard's mentor and the teacher both see Solid or above.", "career", 50, GradingOption.NoGrade, on.Today.AddDays(120));
            if (AgreementRows.Say(turn, educator, one.Learner.Id, agreement, null, null, terms, [(DemoFramework.CompetencyOf("AM.5"), 11)], on.Today) == CreditOutcome.Done) AgreementRows.Sign(turn, educator, agreement, 1, on.Today);
        }

        Scope CounselorOf(DemoLearner one) => people.Staff.Counselors.Select(By).FirstOrDefault(scope => scope.May(one.Learner.Id, Rights.Certify)) ?? registrar;

        Scope By(DemoEducator one) => Scoped(new Actor(ActorKind.Teacher, DemoPeople.EducatorOf(one.Username).Value, $"{one.Title} {one.Family}"));

        Scope Scoped(Actor said) => new(turn.Db, KnownActor.Of(turn.Db, said, on.Today) ?? said, on.Today, on.Now);
    }
}
