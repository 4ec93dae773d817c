using Cairn.Learning.Evidence;
using Cairn.Learning.Families;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;

namespace Cairn.Storage.Privacy;

/// <summary>Everything that is held about a learner and may be handed to them and their family: nothing of other people, and no
/// private notes.</summary>
/// <param name="Learner">Whose.</param>
/// <param name="Record">The facts that conclusions are made from.</param>
public sealed record HeldOfLearner(Learner Learner, LearnerRecord Record)
{
    /// <summary>The name of the learner's school; empty for none.</summary>
    public string School { get; init; } = "";

    /// <summary>The name of the program the learner lives under; empty for none.</summary>
    public string Program { get; init; } = "";

    /// <summary>Pieces of evidence, oldest first.</summary>
    public IReadOnlyList<PieceOfEvidence> Evidence { get; init; } = [];

    /// <summary>Their words.</summary>
    public IReadOnlyList<EvidenceText> EvidenceTexts { get; init; } = [];

    /// <summary>Their artifacts.</summary>
    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];

    /// <summary>Their files, each with whether it goes along: not where another child's face would.</summary>
    public IReadOnlyList<(ArtifactFile File, SentOriginal? Sent, bool IsWhole)> Files { get; init; } = [];

    /// <summary>Who captured them, and when.</summary>
    public IReadOnlyList<Capture> Captures { get; init; } = [];

    /// <summary>Where they may be shown.</summary>
    public IReadOnlyList<ShownTo> ShownTo { get; init; } = [];

    /// <summary>What was said at places in them.</summary>
    public IReadOnlyList<Feedback> Feedback { get; init; } = [];

    /// <summary>What they claim to show.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Judgments, oldest first.</summary>
    public IReadOnlyList<Judgment> Judgments { get; init; } = [];

    /// <summary>Their reasons.</summary>
    public IReadOnlyList<JudgmentText> JudgmentTexts { get; init; } = [];

    /// <summary>Entries into stages.</summary>
    public IReadOnlyList<StageEntry> StageEntries { get; init; } = [];

    /// <summary>Levels that educators decided.</summary>
    public IReadOnlyList<Override> Overrides { get; init; } = [];

    /// <summary>Their reasons.</summary>
    public IReadOnlyList<OverrideText> OverrideTexts { get; init; } = [];

    /// <summary>What took facts out of force.</summary>
    public IReadOnlyList<Retraction> Retractions { get; init; } = [];

    /// <summary>Permissions.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>Requests for amendment.</summary>
    public IReadOnlyList<Amendment> Amendments { get; init; } = [];

    /// <summary>Notes that their authors shared.</summary>
    public IReadOnlyList<PrivateNote> SharedNotes { get; init; } = [];

    /// <summary>Plans, talks, questions and portfolio.</summary>
    public Plans.HeldPlans Plans { get; init; } = new();

    /// <summary>Transcripts of other schools, what was taken for granted by them, what helps, and languages.</summary>
    public Transfers.HeldMobility Mobility { get; init; } = new();

    /// <summary>What diploma the learner aims at, and what was awarded.</summary>
    public Diplomas.HeldDiplomas Diplomas { get; init; } = Storage.Diplomas.HeldDiplomas.None;

    /// <summary>Credit, and what was agreed, looked at, asked and waived.</summary>
    public Credits.HeldCredits Credits { get; init; } = new();

    /// <summary>Records that were issued, and what was shared of them.</summary>
    public Transcripts.HeldRecords Issued { get; init; } = new();

    /// <summary>Where the learner went in flex time, and will.</summary>
    public IReadOnlyList<HeldFlex> FlexTimes { get; init; } = [];

    /// <summary>What boards hold of the learner.</summary>
    public Boards.HeldBoard Board { get; init; } = Boards.HeldBoard.None;

    /// <summary>Projects that the learner is in.</summary>
    public HeldProjects Projects { get; init; } = HeldProjects.None;

    /// <summary>Checks that were asked for, what was done since, what was agreed and chosen.</summary>
    public Plans.HeldPacing Pacing { get; init; } = Storage.Plans.HeldPacing.None;
    /// <summary>Conferences that the learner led.</summary>
    public IReadOnlyList<Conference> Conferences { get; init; } = [];

    /// <summary>Who signed them.</summary>
    public IReadOnlyList<ConferenceSignature> ConferenceSignatures { get; init; } = [];

    /// <summary>What educators wrote in reports, and released.</summary>
    public IReadOnlyList<ReportNarrative> ReportNarratives { get; init; } = [];

    /// <summary>What was expected in place of a competency's words.</summary>
    public IReadOnlyList<ModifiedExpectation> ModifiedExpectations { get; init; } = [];

    /// <summary>Messages about the learner that they or whoever asks are in: nothing of another home's.</summary>
    public IReadOnlyList<Message> Messages { get; init; } = [];

    /// <summary>Who stands in what relation to the learner.</summary>
    public IReadOnlyList<HeldRelation> Relations { get; init; } = [];

    /// <summary>How the learner signs in, and did.</summary>
    public HeldAccess Access { get; init; } = new([], [], []);

    /// <summary>What the journal says about the record: who saw it, who changed it.</summary>
    public IReadOnlyList<HeldEntry> Journal { get; init; } = [];

    /// <summary>Names of those who judged, decided, wrote or answered, by their ids: educators, mentors, the learner and who cares for them.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>Somebody or something in a relation to a person, from a day until a day.</summary>
/// <param name="Kind">"group", "educator", "guardian", "caseload", "placement", "block", "emergency", "learner", "role".</param>
/// <param name="Name">The name of the other side; never an address.</param>
/// <param name="As">In what part, such as "CoTeacher"; or why.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
public sealed record HeldRelation(string Kind, string Name, string As, DateOnly From, DateOnly? Until);

/// <summary>How a person signs in.</summary>
/// <param name="Accounts">Their accounts; no secret of any.</param>
/// <param name="Keys">What else signs them in: passkeys, other systems, badges.</param>
/// <param name="Sessions">When they were signed in, as far as it is kept.</param>
public sealed record HeldAccess(IReadOnlyList<HeldAccount> Accounts, IReadOnlyList<HeldKey> Keys, IReadOnlyList<HeldSession> Sessions);

/// <summary>An account without its secrets.</summary>
/// <param name="Login">What is typed.</param>
/// <param name="Email">The address; empty for none.</param>
/// <param name="HasPassword">Is there a password?</param>
/// <param name="HasSecondFactor">Is a second factor asked for?</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="EndedAt">When it was closed, UTC; null while it is open.</param>
/// <param name="LastSignInAt">When it last signed in, UTC.</param>
public sealed record HeldAccount(string Login, string Email, bool HasPassword, bool HasSecondFactor, DateTime CreatedAt, DateTime? EndedAt, DateTime? LastSignInAt);

/// <summary>A passkey, another system, or a badge.</summary>
/// <param name="Kind">"passkey", "provider" or "badge".</param>
/// <param name="Name">What it is called.</param>
/// <param name="CreatedAt">Since when, UTC.</param>
/// <param name="EndedAt">When it was ended, UTC; null while it works.</param>
public sealed record HeldKey(string Kind, string Name, DateTime CreatedAt, DateTime? EndedAt);

/// <summary>A time somebody was signed in.</summary>
/// <param name="Device">The device in words.</param>
/// <param name="BeganAt">When it began, UTC.</param>
/// <param name="EndedAt">When it was ended, UTC; null where it ran out or goes on.</param>
public sealed record HeldSession(string Device, DateTime BeganAt, DateTime? EndedAt);

/// <summary>An entry of the journal as it may be told to whom it is about.</summary>
/// <param name="Number">Its place in the journal.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Act">What was done.</param>
/// <param name="What">To what kind of row, such as "judgment"; empty for none.</param>
/// <param name="Row">To which row; empty for none.</param>
/// <param name="Relation">In what relation it was done.</param>
/// <param name="Who">Who did it: educators and mentors by name, the person themselves; empty for families, for nobody is named to another.</param>
/// <param name="Purpose">The legitimate interest, in a word.</param>
/// <param name="Where">The door.</param>
/// <param name="Said">What it was and is, or why; empty where it is not told.</param>
public sealed record HeldEntry(long Number, DateTime At, Journal.JournalAct Act, string What, Guid Row, ActorKind Relation, string Who, string Purpose, string Where, string Said);

/// <summary>Where a learner goes at one flex time; nothing of who else does.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Name">What the time is called.</param>
/// <param name="Room">Where; empty where they were booked and are not any more.</param>
/// <param name="Educator">With whom.</param>
/// <param name="Competency">For what; null for what is no competency.</param>
/// <param name="Words">For what, in words.</param>
/// <param name="IsOwn">Did they choose it?</param>
/// <param name="At">When it was booked, UTC.</param>
public sealed record HeldFlex(DateOnly Day, TimeOnly From, TimeOnly Until, string Name, string Room, string Educator, Learning.CompetencyId? Competency, string Words, bool IsOwn, DateTime At);
