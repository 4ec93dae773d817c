using System.Text.Json;
using Cairn.App.Ui.Words;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;

namespace Cairn.House.Tests;

/// <summary>Everything the program says stands in Ui/Words, and nothing stands there that it never says.</summary>
public sealed class Wording
{
    private const string English = "src/Cairn.App/Ui/Words/en.json";

    /// <summary>Keys that are put together, and what fills the hole. A new one is added here.</summary>
    private static readonly Dictionary<string, IEnumerable<string>> Templates = new(StringComparer.Ordinal)
    {
        ["reason.dropped.{}"] = Enum.GetNames<DropReason>(),
        ["reason.notYet.{}"] = Enum.GetNames<NotYetReason>(),
        ["arithmetic.{}"] = Enum.GetNames<ArithmeticKind>(),
        ["rule.{}"] = RuleCatalog.All.Select(one => one.Name),
        ["grid.sort.{}"] = MembersOf("GridOrder"),
        ["judgment.{}"] = Enum.GetNames<NonScore>(),
        ["expect.domain.{}"] = Enum.GetNames<Cairn.Learning.Plans.LanguageDomain>(),
        ["expect.level.{}"] = ["1", "2", "3", "4", "5", "6"],
        ["transfer.because.{}"] = Enum.GetNames<Cairn.Learning.Credits.ProposalReason>(),
        ["transfer.fault.{}"] = ["Invalid", "NeedsReason", "Nothing", "Overlaps"],
        ["transfer.grade.{}"] = Enum.GetNames<Cairn.Learning.Credits.GradeReading>(),
        ["transfer.level.{}"] = Enum.GetNames<Cairn.Learning.Credits.ProvisionalState>(),
        ["transfer.situation.{}"] = Enum.GetNames<Cairn.Learning.Credits.SituationKind>(),
        ["transfer.standing.{}"] = Enum.GetNames<Cairn.Learning.Credits.ProvisionalState>(),
        ["cli.change.kind.{}"] = Enum.GetNames<Cairn.Learning.Frameworks.ChangeKind>(),
        ["estimate.kind.{}"] = Enum.GetNames<EvidenceKind>(),
        // LevelLook.Step, where there is a level.
        ["level.step.{}"] = ["1", "2", "3", "4"],
        // ProjectsDoor.Key, and the deeds of ShowProject.
        ["projects.state.{}"] = ["draft", "proposed", "active", "shown", "ended"],
        ["projects.state.{}.lead"] = ["draft", "proposed", "active", "shown", "ended"],
        ["projects.do.{}"] = ["ask", "take-back", "accept", "send-back", "show", "end", "resume"],
        ["tasks.sharing.{}"] = Enum.GetNames<Cairn.Learning.Projects.TaskSharing>(),
        // The classroom.
        ["assess.{}"] = Enum.GetNames<Cairn.Storage.Assessing.AssessFault>().Where(one => one != "None"),
        ["judge.kind.{}"] = Enum.GetNames<EvidenceKind>().Where(one => one != "Decision"),
        ["ready.not.{}"] = ["TooSoon", "UsedUp", "Waits"],
        ["ready.state.{}"] = Enum.GetNames<Cairn.Learning.Plans.ReadyState>(),
        ["flex.fault.{}"] = ["Elsewhere", "Full", "Gone", "KeptApart", "NotYours", "Stale"],
        ["flex.left.{}"] = ["AtAnotherTime", "Full", "KeptApart", "KeptTogether", "NothingOffered", "SameAgain", "TooFew"],
        ["flex.clash.{}"] = Enum.GetNames<Cairn.Learning.Plans.Groupings.GroupingClashKind>().Where(one => one != "Both"),
        ["flex.need.{}"] = ["Asked", "Begun", "Next"],
        ["report.means.{}"] = ["0", "1", "2", "3", "4"],
        ["report.sign.{}"] = ["family", "school"],
        ["flex.rules.{}"] = ["Apart", "Together"],
        ["pace.list.{}"] = ["ahead", "behind", "loop", "quiet"],
        ["pace.against.{}"] = ["plan", "year"],
        ["pace.is.{}"] = ["Ahead", "Behind", "NoPlan", "On"],
        ["pace.plain.{}"] = ["Ahead", "Behind", "NoPlan", "On"],
        ["pace.chose.{}"] = ["GoForTop", "MoveOn"],
        ["support.title.{}"] = Enum.GetNames<Cairn.Learning.Plans.SupportState>(),
        ["support.lead.{}"] = Enum.GetNames<Cairn.Learning.Plans.SupportState>(),
        ["support.what.{}"] = ["AnotherWay", "Family", "GoFurther", "LookAgain", "OnePiece", "Talk"],
        ["support.who.{}"] = ["Educator", "Learner", "Together"],
        ["support.why.{}"] = ["Ahead", "Behind", "Loop", "NearlyFull", "Plan", "Quiet"],
        ["family.habit.{}"] = ["1", "2", "3", "4"],
        ["plan.move.{}"] = ["activate", "back", "complete", "reopen", "review"],
        ["plan.signer.{}"] = ["Educator", "Guardian", "Learner"],
        ["plan.resource.open.{}"] = ["Always", "LevelReached", "MoreToDo"],
        ["plan.resource.{}"] = ["Begun", "Ready"],
        ["plan.state.{}"] = Enum.GetNames<Cairn.Learning.Plans.PlanState>(),
        ["plan.goal.state.{}"] = Enum.GetNames<Cairn.Learning.Plans.GoalState>(),
        ["plan.goal.become.{}"] = Enum.GetNames<Cairn.Learning.Plans.GoalState>(),
        ["portfolio.shown.{}"] = Enum.GetNames<PortfolioReader>(),
        ["question.state.{}"] = Enum.GetNames<Cairn.Learning.Judgments.QueryState>(),
        ["resource.release.{}"] = Enum.GetNames<Cairn.Learning.Plans.Release>(),
        ["more.{}"] = ["follow", "people", "rules", "work"],
        ["more.{}.name"] = ["flex", "framework", "learners", "messages", "pace", "pacing", "projects", "questions", "reports", "resources", "tasks", "templates"],
        ["more.{}.words"] = ["flex", "framework", "learners", "messages", "pace", "pacing", "projects", "questions", "reports", "resources", "tasks", "templates"],
        ["nav.{}"] = ["board", "capture", "framework", "grid", "home", "journal", "learners", "messages", "more", "office", "people", "placements", "plan", "privacy", "ready", "work", "workshop"],
        ["workshop.link.{}"] = Enum.GetNames<AssociationKind>(),
        ["workshop.part.{}"] = Enum.GetNames<ChangedPart>(),
        ["workshop.change.{}"] = Enum.GetNames<ChangeKind>(),
        ["workshop.field.{}"] = Enum.GetNames<FrameworkField>(),
        ["workshop.misfit.{}"] = Enum.GetNames<RuleMisfit>(),
        ["workshop.evidence.{}"] = Enum.GetNames<EvidenceKind>(),
        ["workshop.ruleName.{}"] = RuleCatalog.All.Select(one => one.Name),
        ["workshop.ruleSays.{}"] = RuleCatalog.All.Select(one => one.Name),
        ["workshop.param.{}"] = RuleCatalog.All.SelectMany(one => one.Parameters).Select(one => one.Name).Distinct(),
        ["workshop.paramWord.{}"] = RuleCatalog.All.SelectMany(one => one.Parameters).SelectMany(one => one.Words ?? []).Distinct(),
        ["password.fault.{}"] = MembersOf("PasswordFault").Where(one => one != "None"),
        ["journal.kind.{}"] = Cairn.Storage.Queries.JournalLines.Kinds,
        // The groups and desks of ShowOffice.
        ["office.{}"] = ["people", "data", "trust"],
        ["office.{}.name"] = ["accounts", "emergency", "imports", "clients", "criteria", "amendments", "erasures", "directory", "journal"],
        ["office.{}.words"] = ["accounts", "emergency", "imports", "clients", "criteria", "amendments", "erasures", "directory", "journal"],
        // In whose name somebody acts who is several people.
        ["hat.{}"] = ["Auditor", "Guardian", "Leader", "Learner", "Sponsor", "Teacher"],
        ["badges.glyph.{}"] = ["apple", "bell", "boat", "drop", "fish", "heart", "house", "key", "moon", "star", "sun", "tree"],
        // EnterClass.Refuse.
        ["class.why.{}"] = ["closed", "pictures", "unknown", "wait"],
        ["firstRun.step.{}"] = MembersOf("FirstRunStep"),
        ["firstRun.people.from.{}"] = MembersOf("PeopleFrom"),
        ["firstRun.people.from.{}.hint"] = MembersOf("PeopleFrom"),
        // The ready scales of ChooseLevels.
        ["firstRun.level.{}"] = ["building", "extending", "nearly", "solid", "starting"],
        ["cli.undo.{}"] = MembersOf("UndoHindrance").Where(one => one != "None"),
        ["imports.undo.{}"] = MembersOf("UndoHindrance").Where(one => one != "None"),
        ["imports.kind.{}"] = MembersOf("ImportKind"),
        ["imports.kind.{}.hint"] = MembersOf("ImportKind"),
        ["imports.mark.{}"] = MembersOf("RunLook"),
        ["imports.run.{}"] = MembersOf("RunLook"),
        ["imports.stopped.{}"] = ["Reading", "Applying", "Undoing"],
        // ImportWork, where something was in the way.
        ["imports.trouble.{}"] = ["failed", "refused", "tooLarge"],
        ["imports.changes.kind.{}"] = Enum.GetNames<Cairn.Learning.Frameworks.ChangeKind>(),
        // RosterPeople and RosterPlaces, and the parts of a framework.
        ["imports.part.{}"] = ["classes", "educators", "enrollments", "guardians", "guardianships", "learners", "schools", .. Enum.GetNames<Cairn.Learning.Frameworks.ChangedPart>().Select(one => one.ToLowerInvariant())],
        ["clients.scope.{}"] = Cairn.Storage.ClientScope.All,
        ["clients.state.{}"] = MembersOf("ClientState"),
        ["clients.until.{}"] = MembersOf("ClientState"),
        ["amendment.about.{}"] = Enum.GetNames<Cairn.Learning.Privacy.DisputedKind>(),
        ["amendment.state.{}"] = Enum.GetNames<Cairn.Learning.Privacy.AmendmentState>(),
        ["consents.state.{}"] = [.. Enum.GetNames<Cairn.Learning.Privacy.ConsentState>(), "Named"],
        ["consents.words.{}"] = Enum.GetNames<Cairn.Learning.Privacy.ConsentPurpose>(),
        ["erasure.block.{}"] = Enum.GetNames<Cairn.Learning.Privacy.ErasureHindrance>(),
        ["erasure.goes.{}"] = Enum.GetNames<Cairn.Learning.Privacy.RetainedPart>(),
        ["erasure.stays.{}"] = ["backups", "consents", "facts", "groups", "journal"],
        ["erasures.part.{}"] = Enum.GetNames<Cairn.Learning.Privacy.RetainedPart>(),
        ["erasures.state.{}"] = ["Agreed", "Done", "Refused"],
        ["rights.{}"] = ["allow", "change", "copy", "lists", "seen"],
        ["rights.{}.go"] = ["allow", "change", "copy", "lists", "seen"],
        ["rights.{}.words"] = ["allow", "change", "copy", "lists", "seen"],
        // ArchiveIndex: what it tells of the journal; whom HeldRelations and HeldAdults find.
        ["archive.act.{}"] = ["BrokeGlass", "Exported", "Viewed"],
        ["archive.actor.{}"] = Enum.GetNames<Cairn.Storage.ActorKind>(),
        ["archive.relation.{}"] = ["block", "caseload", "educator", "emergency", "group", "guardian", "learner", "placement", "role"],
        ["consent.purpose.{}"] = Enum.GetNames<Cairn.Learning.Privacy.ConsentPurpose>(),
        ["people.role.{}"] = Enum.GetNames<Cairn.Learning.People.GrantedRole>(),
        ["people.part.{}"] = Enum.GetNames<Cairn.Learning.People.TeachingRole>(),
        ["people.care.{}"] = Enum.GetNames<Cairn.Learning.People.CaseloadKind>(),
        ["people.fault.{}"] = Enum.GetNames<Cairn.Learning.People.GrantFault>().Where(one => one != "None"),
        ["journal.found.{}"] = Enum.GetNames<Cairn.Storage.Journal.Verification.FoundKind>(),
        // DoorWords.Rooms, LineWords.Whys.
        ["journal.door.{}"] = ["account", "accounts", "amendments", "api", "archive", "badges", "board", "capture", "class", "company", "competency", "conference", "consents", "credits", "directory", "emergency", "erasures", "family", "firstRun", "flex", "framework", "grid", "groups", "imports", "journal", "learner", "learners", "looks", "machine", "messages", "notes", "office", "pace", "page", "people", "placements", "plan", "projects", "questions", "ready", "report", "rights", "rules", "signIn", "strangers", "systems", "viewing", "work", "workshop"],
        ["journal.why.{}"] = ["amendment", "archive", "caseload", "consent", "emergency", "erasure", "examining", "hold", "leading", "messages", "operating", "other", "placement", "retention", "system", "takenUp", "viewing"],
        // Who reads that nobody is here.
        ["learners.{}.title"] = ["empty", "empty.family", "empty.leader"],
        ["learners.{}.words"] = ["empty", "empty.family", "empty.leader"],
        ["journal.actor.{}"] = Enum.GetNames<Cairn.Storage.ActorKind>(),
        ["journal.act.{}"] = Enum.GetNames<Cairn.Storage.Journal.JournalAct>(),
        // LineWords.Named.
        ["journal.row.{}"] = ["Learner", "Enrollment", "Guardianship", "CaseloadEntry", "Placement", "EmergencyAccess", "Amendment", "Badge", "Erasure"],
        // ProofFile.Check.
        ["cli.proof.{}"] = ["format", "key", "signature", "path"],
        ["provider.refused.{}"] = MembersOf("ProviderRefusal").Where(one => one != "None"),
        ["provider.fault.{}"] = MembersOf("ProviderFault").Where(one => one != "None"),
        ["provider.reach.{}"] = MembersOf("OutboundFault").Where(one => one != "None"),
        ["login.fault.{}"] = MembersOf("AccountFault").Where(one => one != "None"),
        ["cli.accounts.{}"] = ["invite", "reset", "close", "open", "lost", "claim", "mentor", "lead"],
        ["cli.accounts.{}.what"] = ["invite", "reset", "close", "open", "lost", "claim", "mentor", "lead"],
        ["family.track.{}"] = Enum.GetNames<Cairn.Learning.Plans.Track>(),
        ["family.why.{}"] = Enum.GetNames<Cairn.Learning.Plans.TrackReason>().Where(one => one != "NotSeen"),
        ["family.rule.{}"] = RuleCatalog.All.Select(one => one.Name),
        // Letters: what is told of.
        ["notice.{}.subject"] = ["conference", "message"],
        ["notice.{}.words"] = ["conference", "message"],
        // FamilySaying: what is next.
        ["family.help.{}"] = ["again", "check", "none", "piece", "start"],
        ["family.step.{}"] = ["1", "2", "3", "4"],
        ["conference.prompt.{}"] = ["ask", "hard", "hello", "next", "proud"],
        ["report.grain.{}"] = MembersOf("ReportGrain"),
        ["message.part.{}"] = Enum.GetNames<Cairn.Learning.Families.MemberPart>(),
        // Credit: what it came from, why it is missing, refused or gone.
        ["credit.agreement.by.{}"] = Enum.GetNames<Cairn.Learning.Plans.SignerKind>(),
        ["credit.agreement.waits.{}"] = Enum.GetNames<Cairn.Learning.Plans.SignerKind>(),
        ["credit.agreement.fault.{}"] = Enum.GetNames<Cairn.Learning.Credits.AgreementFault>(),
        ["credit.agreement.state.{}"] = Enum.GetNames<Cairn.Learning.Credits.AgreementState>(),
        ["credit.appeal.about.{}"] = Enum.GetNames<Cairn.Learning.Credits.AppealAbout>(),
        ["credit.appeal.state.{}"] = Enum.GetNames<Cairn.Learning.Credits.AppealState>(),
        ["credit.flaw.{}"] = Enum.GetNames<Cairn.Learning.Credits.PolicyFlaw>(),
        ["credit.gap.{}"] = Enum.GetNames<Cairn.Learning.Credits.CreditGapKind>(),
        ["credit.gone.{}"] = Enum.GetNames<Cairn.Learning.Credits.ReversalReason>(),
        ["credit.method.{}"] = Enum.GetNames<Cairn.Learning.Credits.CreditMethod>(),
        ["credit.method.name.{}"] = Enum.GetNames<Cairn.Learning.Credits.CreditMethod>(),
        ["credit.not.{}"] = Enum.GetNames<Cairn.Storage.Credits.CreditOutcome>().Where(one => one != "Done"),
        ["credit.other.{}"] = Enum.GetNames<Cairn.Learning.Credits.OtherKind>(),
        ["credit.overlap.{}"] = Enum.GetNames<Cairn.Learning.Credits.OverlapFault>(),
        ["credit.part.{}"] = Enum.GetNames<Cairn.Learning.Credits.PartFault>(),
        ["credit.source.{}"] = Enum.GetNames<Cairn.Learning.Credits.CreditSource>(),
        ["credit.waiver.state.{}"] = Enum.GetNames<Cairn.Learning.Credits.WaiverState>(),
        ["refusal.{}.title"] = MembersOf("RefusalKind"),
        ["refusal.{}.lead"] = MembersOf("RefusalKind"),
    };

    private static readonly Dictionary<string, string> Messages = JsonSerializer.Deserialize<Dictionary<string, string>>(Tree.Find(English).Text)!;

    private static readonly IReadOnlyList<string> TermKeys = [.. DistrictTerms.Names.SelectMany(name => (string[])[$"term.{name}.one", $"term.{name}.other"])];

    private static readonly string[] Jargon = ["proficien", "artifact", "artefact", "mastery", "failing", "at risk"];

    private static readonly IReadOnlyList<TreeFile> Languages = Tree.EndingIn(".json", "src/Cairn.App/Ui/Words/");

    private static readonly IReadOnlyList<TreeFile> Sources = [.. Tree.HandWritten("src"), .. Tree.EndingIn(".razor", "src/")];

    private static readonly IReadOnlyList<Asked> Questions = [.. Sources.SelectMany(WordsInUse.In)];

    [Fact]
    public void Every_key_that_is_asked_for_has_its_words() => (
        from asked in Questions
        from key in asked.Keys
        where !Messages.ContainsKey(key)
        select $"{asked.File} asks for \"{key}\"")
        .ShouldBeNone($"add the message to {English}, in its place by the alphabet.");

    [Fact]
    public void Every_key_that_is_put_together_has_words_for_each_case() => (
        from asked in Questions
        from template in asked.Templates
        from missing in Templates.TryGetValue(template, out var members)
            ? members.Select(one => template.Replace("{}", one, StringComparison.Ordinal)).Where(key => !Messages.ContainsKey(key)).Select(key => $"\"{key}\", which {English} lacks")
            : [$"\"{template}\", whose cases nobody knows"]
        select $"{asked.File} asks for {missing}")
        .ShouldBeNone($"add the message to {English}; for a new template, add what fills its hole to Wording.Templates.");

    [Fact]
    public void Every_message_is_said_somewhere()
    {
        var said = Questions.SelectMany(one => one.Keys).Concat(Sources.SelectMany(WordsInUse.Literals))
            .Concat(Questions.SelectMany(one => one.Templates).Where(Templates.ContainsKey).SelectMany(one => Templates[one].Select(member => one.Replace("{}", member, StringComparison.Ordinal))))
            .Concat(TermKeys).ToHashSet(StringComparer.Ordinal);
        Messages.Keys.Where(key => !said.Contains(key)).Select(key => $"{English}: \"{key}\"").ShouldBeNone("take the message out, or say it.");
    }

    [Fact]
    public void Every_message_gets_the_values_it_asks_for() => (
        from asked in Questions
        where asked.Values is not null
        from key in asked.Keys
        where Messages.ContainsKey(key)
        from name in MessageNames.Of(Messages[key]).Except(asked.Values!, StringComparer.Ordinal)
        select $"{asked.File}: \"{key}\" asks for {{{name}}}, which is not given")
        .ShouldBeNone("give the value as (\"name\", value): without it the page fails when it is drawn.");

    [Fact]
    public void Every_message_of_every_language_can_be_read() => (
        from file in Languages
        from message in JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!
        let fault = Fault(file.Path, message.Key, message.Value)
        where fault is not null
        select fault)
        .ShouldBeNone("mend the braces, the plural or the select.");

    [Fact]
    public void No_language_lacks_a_message_but_the_command_lines() => (
        from file in Languages.Where(one => !Shelf.IsForFamiliesOnly(Path.GetFileNameWithoutExtension(one.Path)))
        from key in Messages.Keys.Where(key => !key.StartsWith("cli.", StringComparison.Ordinal)).Except(JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!.Keys, StringComparer.Ordinal)
        select $"{file.Path} lacks \"{key}\"")
        .ShouldBeNone("translate it; until then people read English.");

    [Fact]
    public void Every_term_has_its_words() =>
        TermKeys.Where(key => !Messages.ContainsKey(key)).Select(key => $"{English} lacks \"{key}\"").ShouldBeNone("a term of DistrictTerms needs term.X.one and term.X.other.");

    [Fact]
    public void Messages_stand_in_the_order_of_the_alphabet() => (
        from file in Languages
        let keys = Keys(file)
        from pair in keys.Zip(keys.Skip(1))
        where string.CompareOrdinal(pair.First, pair.Second) >= 0
        select $"{file.Path}: \"{pair.Second}\" stands after \"{pair.First}\"")
        .ShouldBeNone("sort the keys, each once, so that changes do not collide.");

    [Fact]
    public void Families_read_no_jargon() => (
        from file in Languages
        from message in JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text)!
        where !message.Key.StartsWith("cli.", StringComparison.Ordinal)
        from word in Jargon
        where message.Value.Contains(word, StringComparison.OrdinalIgnoreCase)
        select $"{file.Path}: \"{message.Key}\" says \"{word}\"")
        .ShouldBeNone("say it as design/design.md does, under Voice.");

    [Fact]
    public void No_page_says_what_is_not_in_Words() => (
        from file in Tree.EndingIn(".razor", "src/")
        from text in VisibleText.In(file.Text)
        select $"{file.Path}: {text}")
        .ShouldBeNone($"add the words to {English} and to every other language, and ask for them by their key.");

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("<p class=\"a\">@Words[\"x\"] left over</p>", "left over")]
    [InlineData("@if (a > 1)\n{\n  <b>Bold</b>\n}\nelse\n{\n  <i>@x.Y</i>\n}", "Bold")]
    [InlineData("<button aria-label=\"Close\">@Drawn.Icon(\"close\")</button>", "aria-label=\"Close\"")]
    [InlineData("<Sheet Title=\"Work\" Id=\"w\" />", "Title=\"Work\"")]
    public void A_word_that_is_put_in_is_found(string razor, string found) => VisibleText.In(razor).ShouldBe([found]);

    [Theory]
    [InlineData("<p class=\"soft small\">@Words[\"a.b\", (\"c\", $\"{d} e\")] · @(f ? \"g\" : h.Ii())</p>")]
    [InlineData("@inject Words Words\n<code>cairn demo</code>\n@foreach (var one in Many)\n{\n  var two = one;\n  <b title=\"@Words[\"t\"]\">@two</b>\n}\n@code {\n  string Name => \"Name\";\n}")]
    public void What_is_code_is_not_taken_for_words(string razor) => VisibleText.In(razor).ShouldBeEmpty();

    private static List<string> Keys(TreeFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        return [.. json.RootElement.EnumerateObject().Select(one => one.Name)];
    }

    // App's own enums are found by name, wherever they stand.
    private static IEnumerable<string> MembersOf(string name) =>
        Code.App.Types.Single(type => type.Name == name && type.IsEnum).Fields.Where(field => field.IsLiteral).Select(field => field.Name);

    private static string? Fault(string file, string key, string text)
    {
        try
        {
            new MessageReader($"{file} {key}", text, voice: null).Read();
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }
}
