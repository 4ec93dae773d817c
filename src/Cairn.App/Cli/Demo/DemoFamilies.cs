using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Families;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage;

namespace Cairn.App.Cli.Demo;

/// <summary>What schools and families of the first room say to each other: conferences, words in report cards, a support plan that was agreed, and messages.</summary>
internal sealed class DemoFamilies(DemoPeople people, DemoCalendar calendar, IReadOnlyList<DemoFact> facts)
{
    private static readonly (string Struggle, string Script, string Goals, string Decisions)[] Talks =
    [
        ("I begin five things and then I run out of time for the last two.",
            "Hello. Today I show you three things.\nI am proud of the first one, because nobody helped me with the numbers.\nWhat is hard for me is to stop when something is good enough.\nNext I want to plan a week before it starts.\nWhat would you like to see at home?",
            "I plan my week on Monday, and look at it on Wednesday.\nI read my own text aloud before I hand it in.",
            "The plan of the week hangs on the kitchen door.\nMs. Okafor looks at it every Wednesday.\nWe meet again before the summer."),
        ("Talking in front of everybody. My words go away.",
            "Good evening. This is what I made since autumn.\nThe map took me four tries. Look at the last one.\nIt is hard for me to speak when many people listen.\nI want to practice with two people first.",
            "I tell my project to two people every Friday.", "Two friends listen every Friday.\nAt home there is one story at dinner."),
        ("Fractions with different bottoms.", "Hello. I show you how I counted, and where it went wrong.", "I explain one sum a day to somebody.", ""),
    ];

    private static readonly (string? Area, string Text)[] Reports =
    [
        ("RD", "You read for a reason now: you look for what you need and you find it. Your stories have a middle that makes people wait for the end. Next, read your text aloud once before you share it."),
        ("MA", "You check an answer in a second way, and you say when it does not fit. Amounts are safe ground. Next, write down how you got there, so that a friend can follow."),
        (null, "You have become somebody whom others ask. You say what you need, and you let others finish. We look forward to what you will make of the spring."),
    ];

    private static readonly string[] Others =
    [
        "You tried three ways before you asked for help, and then you asked a good question. Next, keep the tries: they show how you think.",
        "Your work has become calmer and longer. You finish what you begin. Next, choose something that you do not know yet.",
        "You help others without doing it for them. Next, show us the steps in between, too.",
        "You notice what others pass by, and you write it down. Next, say what it could mean.",
    ];

    private readonly List<DemoLearner> _room = [.. people.Learners.Where(one => one.Room == 0).OrderBy(one => one.Learner.BirthDate)];

    /// <summary>Stores it.</summary>
    public void Store(WriteTurn turn)
    {
        var guardians = people.Families;
        // The learner whom a way in leads to, and whose family reads it.
        var own = _room[_room.Count / 2].Learner;
        StoreTalk(turn, 0, own, 150, [.. guardians[own.Id]], isClosed: true);
        for (var i = 1; i < Talks.Length && i < _room.Count; i++)
            if (_room[i - 1].Learner is var one && one.Id != own.Id) StoreTalk(turn, i, one, 6 * i, [], isClosed: false);
        StoreReports(turn, own);
        StoreSupport(turn, _room.Find(one => one.Learner.Id != own.Id && guardians[one.Learner.Id].Intersect(guardians[own.Id]).Any())?.Learner ?? own);
        StoreMessages(turn, own, [.. guardians[own.Id]], [.. _room.SelectMany(one => guardians[one.Learner.Id]).Distinct()]);
        turn.Db.SaveChanges();
    }

    private void StoreTalk(WriteTurn turn, int i, Learner learner, int days, List<GuardianId> signs, bool isClosed)
    {
        var (day, (struggle, script, goals, decisions)) = (calendar.Last.AddDays(-days), Talks[i]);
        DateTime At(int hour) => DemoCalendar.At(day, hour, 10);
        var works = facts.Select(one => one.Fact).OfType<PieceOfEvidence>().Where(one => one.Learner == learner.Id && one.Kind != EvidenceKind.Conversation && one.DemonstratedOn < At(8))
            .OrderByDescending(one => one.DemonstratedOn).Take(Conference.MostWorks).Select(one => one.Id).ToList();
        var talk = new Conference(new ConferenceId(DemoFramework.Named("conference", $"{i}")), learner.Id, At(8).AddDays(-9));
        talk.Pick(works, struggle);
        talk.Write(script, goals);
        talk.Rehearse();
        talk.PlanFor(day);
        talk.Open(At(8).AddDays(-2));
        if (decisions.Length > 0) talk.Decide(decisions);
        if (isClosed) talk.Close(At(18));
        turn.Db.Add(talk);
        turn.Db.SaveChanges();
        Sign(learner.Id.Person, Signer.Learner, 17);
        if (!isClosed) return;
        Sign(Educator(0).Person, Signer.Educator, 17);
        // Who could not come read it at home and signed later.
        foreach (var (one, place) in signs.Select((one, place) => (one, place))) Sign(new PersonId(one.Value), Signer.Guardian, 17 + 4 * place);

        void Sign(PersonId who, Signer part, int hour) => turn.Db.Add(new ConferenceSignature(talk.Id, learner.Id, who, part, talk.Edition, At(hour)));
    }

    private void StoreReports(WriteTurn turn, Learner own)
    {
        foreach (var (area, text) in Reports) Add(own, area, text, Educator(area is null ? 1 : 0));
        foreach (var (one, i) in _room.Where(one => one.Learner.Id != own.Id).Take(Others.Length).Select((one, i) => (one.Learner, i))) Add(one, null, Others[i], Educator(i % 2));

        void Add(Learner learner, string? area, string text, EducatorId author)
        {
            var at = DemoCalendar.At(calendar.Last, 15, 30);
            var narrative = new ReportNarrative(new ReportNarrativeId(DemoFramework.Named("narrative", learner.Username, area ?? "")), learner.Id, area is null ? null : new AreaId(DemoFramework.Named("area", area)), author, calendar.Last.AddDays(-60), calendar.Last, at)
                .Write(text);
            narrative.Release(at);
            turn.Db.Add(narrative);
        }
    }

    private void StoreSupport(WriteTurn turn, Learner learner)
    {
        var (who, at) = (Educator(1), DemoCalendar.At(calendar.Last.AddDays(-8), 14, 20));
        var plan = new SupportPlan(new SupportPlanId(DemoFramework.Named("support")), learner.Id, who.Person, at.AddDays(-1));
        plan.Agree(who.Person, at);
        turn.Db.Add(plan);
        turn.Db.SaveChanges();
        Add(1, $"{learner.CalledName} reads to a younger child for ten minutes, twice a week.", "Mr. Brandvold finds the partner", 12);
        Add(2, "One of the two old tries is looked at together, and shown in another way.", learner.CalledName, 20);

        void Add(int place, string what, string by, int days)
        {
            var line = new SupportLine(plan.Id, place, learner.Id);
            line.Say(what, by, calendar.Last.AddDays(days), "");
            turn.Db.Add(line);
        }
    }

    private void StoreMessages(WriteTurn turn, Learner own, List<GuardianId> family, List<GuardianId> everybody)
    {
        if (family.Count == 0) return;
        var name = own.CalledName;
        Talk("plan", family[0], 0, $"{name}'s plan of the week", [(false, "The plan of the week hangs on our door since Monday. How does it look at school?"), (true, $"It helps. {name} looked at it twice by themselves today."), (false, "Thank you. We keep it.")]);
        Talk("stall", family[^1], 1, "Help for the market stall", [(true, "On the day of the stall we could use two more hands from three o'clock. Could you come?")]);
        var at = DemoCalendar.At(calendar.Last.AddDays(-2), 12, 0);
        var told = new Conversation(new ConversationId(DemoFramework.Named("conversation", "told")), null, DemoPeople.GroupOf(0), Educator(0).Person, "Open door on Thursday", at);
        Begin(told, [.. everybody.Select(one => new PersonId(one.Value))], Educator(0).Person);
        var message = Write(told, "told", null, Educator(0).Person, MemberPart.Educator, "On Thursday from four to six everybody shows what they are working on. Come when you can, and bring who likes to look.", at);
        // Two in three have opened it.
        turn.Db.AddRange(everybody.Where((one, i) => i % 3 != 2 && !family.Contains(one)).Select(one => new MessageRead(message.Id, new PersonId(one.Value), at.AddHours(5))));

        void Talk(string key, GuardianId guardian, int educator, string subject, IReadOnlyList<(bool IsSchool, string Text)> said)
        {
            var (home, school, first) = (new PersonId(guardian.Value), Educator(educator).Person, DemoCalendar.At(calendar.Last.AddDays(-1), 9, 40));
            var talk = new Conversation(new ConversationId(DemoFramework.Named("conversation", key)), own.Id, null, said[0].IsSchool ? school : home, subject, first);
            Begin(talk, [home], school);
            for (var i = 0; i < said.Count; i++) Write(talk, $"{key} {i}", own.Id, said[i].IsSchool ? school : home, said[i].IsSchool ? MemberPart.Educator : MemberPart.Guardian, said[i].Text, first.AddHours(i));
        }

        void Begin(Conversation talk, IReadOnlyList<PersonId> guardians, PersonId school)
        {
            turn.Db.Add(talk);
            turn.Db.SaveChanges();
            turn.Db.Add(new ConversationMember(talk.Id, school, MemberPart.Educator, talk.StartedAt));
            turn.Db.AddRange(guardians.Select(one => new ConversationMember(talk.Id, one, MemberPart.Guardian, talk.StartedAt)));
        }

        Message Write(Conversation talk, string key, LearnerId? about, PersonId by, MemberPart part, string text, DateTime when)
        {
            var written = new Message(new MessageId(DemoFramework.Named("message", key)), talk.Id, about, by, part, text, when);
            turn.Db.Add(written);
            talk.Came(when);
            return written;
        }
    }

    private EducatorId Educator(int which) => DemoPeople.EducatorOf(people.EducatorsOf(0)[which].Username);
}
