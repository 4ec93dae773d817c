using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal;

/// <summary>The rows that an erasure is about: finds them, and takes them or their words out.</summary>
internal sealed class ErasingRows(Db db, Learner learner, DateTime now)
{
    private readonly LearnerId _id = learner.Id;
    private readonly List<Guid> _accounts = [.. AccountsOf(db, learner.Id.Value, ActorKind.Learner)];

    /// <summary>Tables whose entries are found by the ids of their rows.</summary>
    public static IReadOnlyList<Type> AccessTypes { get; } =
        [typeof(Account), typeof(AccountPerson), typeof(Passkey), typeof(ExternalLogin), typeof(Badge), typeof(OneTimeCode)];

    private IQueryable<EvidenceId> Pieces => db.Evidence.Where(one => one.Learner == _id).Select(one => one.Id);

    private IQueryable<JudgmentId> Judgments => db.Judgments.Where(one => one.Learner == _id).Select(one => one.Id);

    private IQueryable<OverrideId> Overrides => db.Overrides.Where(one => one.Learner == _id).Select(one => one.Id);

    private IQueryable<OneTimeCode> Codes => db.OneTimeCodes.Where(one => one.Learner == _id.Value || one.Person == _id.Value || _accounts.Contains(one.Account));

    public void SealWork(ErasingSeals seals)
    {
        seals.Words(db.Evidence.AsNoTracking().Where(one => one.Learner == _id).Join(db.EvidenceTexts.AsNoTracking(), one => one.Id, text => text.Evidence, (_, text) => text).ToList(), one => one.Evidence.Value);
        seals.Words(db.Evidence.AsNoTracking().Where(one => one.Learner == _id).Join(db.Artifacts.AsNoTracking(), one => one.Id, one => one.Evidence, (_, one) => one).ToList(), one => one.Evidence.Value);
        seals.Words(db.ArtifactFiles.AsNoTracking().Where(one => Pieces.Contains(one.Evidence)).ToList(), one => one.Evidence.Value);
        seals.Words(db.SentOriginals.AsNoTracking().Where(one => Pieces.Contains(one.Evidence)).ToList(), one => one.Evidence.Value);
        seals.Words(db.Evidence.AsNoTracking().Where(one => one.Learner == _id).Join(db.Feedback.AsNoTracking(), one => one.Id, one => one.Evidence, (_, one) => one).ToList(), one => one.Evidence.Value);
    }

    public void SealReasons(ErasingSeals seals)
    {
        seals.Words(db.Judgments.AsNoTracking().Where(one => one.Learner == _id).Join(db.JudgmentTexts.AsNoTracking(), one => one.Id, text => text.Judgment, (_, text) => text).ToList(), one => one.Judgment.Value);
        Transcripts.HeldRecords.Seal(db, _id, seals);
        seals.Words(db.Overrides.AsNoTracking().Where(one => one.Learner == _id).Join(db.OverrideTexts.AsNoTracking(), one => one.Id, text => text.Override, (_, text) => text).ToList(), one => one.Override.Value);
        Diplomas.HeldDiplomas.Seal(db, _id, seals);
        Credits.HeldCredits.Seal(db, _id, seals);
    }

    /// <summary>Where the artifacts are.</summary>
    public List<string> Addresses() => [.. db.Artifacts.AsNoTracking().Where(one => Pieces.Contains(one.Evidence)).Select(one => one.Address),
        .. db.ArtifactFiles.AsNoTracking().Where(one => Pieces.Contains(one.Evidence)).Select(one => one.Hash)];

    /// <summary>What names the learner: names, username, and what they sign in with; and so of guardians who go too.</summary>
    public Needles NeedlesOf(bool alsoGuardians)
    {
        var guardians = alsoGuardians ? OnlyGuardians() : [];
        List<Guid> accounts = [.. _accounts, .. guardians.SelectMany(one => AccountsOf(db, one.Id.Value, ActorKind.Guardian))];
        return new Needles(
            [learner.Username, learner.FullName, $"{learner.GivenName} {learner.FamilyName}", .. guardians.SelectMany(one => (string[])[one.Username, one.DisplayName]),
                .. db.Accounts.AsNoTracking().Where(one => accounts.Contains(one.Id)).ToList().SelectMany(one => (string[])[one.Login, one.Email])],
            [(learner.GivenName, learner.FamilyName), (learner.PreferredName, learner.FamilyName)]);
    }

    /// <summary>Guardians who care, and ever cared, for nobody else: without the learner nothing is left to keep them for.</summary>
    public List<Guardian> OnlyGuardians() => [.. db.Guardians.Where(guardian =>
        db.Guardianships.Any(one => one.Guardian == guardian.Id && one.Learner == _id) && !db.Guardianships.Any(one => one.Guardian == guardian.Id && one.Learner != _id))];

    /// <summary>The ids that the journal names rows of sign-in by.</summary>
    public IReadOnlySet<Guid> AccessRows() => Access().Select(row => RowBytes.Of(db, row.GetType()).IdOf(row)).ToHashSet();

    /// <summary>The ids that the journal names rules of grouping by: they are of several learners, and their words are of each.</summary>
    public IReadOnlySet<Guid> GroupingRules() => db.GroupingRuleMembers.AsNoTracking().Where(one => one.Learner == _id).Select(one => one.Rule).ToList().Select(one => one.Value).ToHashSet();

    /// <summary>The ids that the journal names guardians by, and the rows of how they sign in.</summary>
    public IReadOnlySet<Guid> RowsOf(IEnumerable<Guardian> guardians) => guardians.SelectMany(one => RowsOf([.. AccountsOf(db, one.Id.Value, ActorKind.Guardian)], one.Id.Value)
        .Select(row => RowBytes.Of(db, row.GetType()).IdOf(row)).Append(one.Id.Value)).ToHashSet();

    public void RemoveWork()
    {
        db.EvidenceTexts.Where(one => Pieces.Contains(one.Evidence)).ExecuteDelete();
        db.Artifacts.Where(one => Pieces.Contains(one.Evidence)).ExecuteDelete();
        db.ArtifactFiles.Where(one => Pieces.Contains(one.Evidence)).ExecuteDelete();
        db.SentOriginals.Where(one => Pieces.Contains(one.Evidence)).ExecuteDelete();
        db.FaceMarks.RemoveRange(db.FaceMarks.Where(one => one.Learner == _id));
        db.ShownTo.RemoveRange(db.ShownTo.Where(one => one.Learner == _id));
        db.SaveChanges();
        db.Feedback.Where(one => Pieces.Contains(one.Evidence)).ExecuteDelete();
    }

    public void RemoveReasons()
    {
        db.JudgmentTexts.Where(one => Judgments.Contains(one.Judgment)).ExecuteDelete();
        db.OverrideTexts.Where(one => Overrides.Contains(one.Override)).ExecuteDelete();
        foreach (var one in db.Amendments.Where(one => one.Learner == _id).ToList()) one.Erase();
        Boards.HeldBoard.Erase(db, _id);
        db.PrivateNotes.RemoveRange(db.PrivateNotes.Where(one => one.Learner == _id));
        Plans.HeldPlans.Erase(db, _id);
        Transfers.HeldMobility.Erase(db, _id);
        Diplomas.HeldDiplomas.Erase(db, _id);
        Credits.HeldCredits.Erase(db, _id);
        Transcripts.HeldRecords.Erase(db, _id, now);
        Flex.GroupingRules.Erase(db, _id);
        Plans.PacingErasure.Of(db, _id);
        foreach (var one in db.Conferences.Where(one => one.Learner == _id).ToList()) one.Erase();
        foreach (var one in db.ReportNarratives.Where(one => one.Learner == _id).ToList()) one.Erase();
        foreach (var one in db.ModifiedExpectations.Where(one => one.Learner == _id).ToList()) one.Erase();
        foreach (var one in db.Conversations.Where(one => one.Learner == _id).ToList()) one.Erase();
        foreach (var one in db.Messages.Where(one => one.Learner == _id).ToList()) one.Erase();
        db.SaveChanges();
    }

    public void RemoveAccess()
    {
        foreach (var row in Access().OrderBy(row => row is Account)) db.Remove(row);
        db.SaveChanges();
        // Sessions and answers that are kept for a question that comes again are of the moment: the journal does not hold them.
        db.Sessions.Where(one => one.Person == _id.Value || _accounts.Contains(one.Account)).ExecuteDelete();
    }

    public void RemovePerson(IReadOnlyCollection<Guardian> guardians)
    {
        foreach (var guardian in guardians) RemoveAccessOf(guardian);
        db.RemoveRange(db.Guardianships.Where(one => one.Learner == _id));
        db.RemoveRange(db.Caseloads.Where(one => one.Learner == _id));
        db.RemoveRange(db.Placements.Where(one => one.Learner == _id));
        db.RemoveRange(db.GuardianBlocks.Where(one => one.Learner == _id));
        db.RemoveRange(db.EmergencyAccesses.Where(one => one.Learner == _id));
        // A face stays hidden, and is nobody's any more.
        foreach (var one in db.FaceMarks.Where(one => one.Who == _id).ToList()) one.Forget();
        db.RemoveRange(db.FlexBookings.Where(one => one.Learner == _id));
        Flex.GroupingRules.Forget(db, _id, now);
        db.RemoveRange(db.ProjectMembers.Where(one => one.Learner == _id));
        foreach (var one in db.LegalHolds.Where(one => one.Learner == _id).ToList()) one.Erase();
        foreach (var guardian in guardians) guardian.Erase();
        var people = guardians.Select(one => one.Id.Value).Append(_id.Value).ToList();
        db.SourceLinks.Where(one => people.Contains(one.Id)).ExecuteDelete();
        learner.Erase();
        db.SaveChanges();
    }

    /// <summary>Imports keep what came, so that they can be undone: those that name the learner let go of it. How many there were.</summary>
    public int LetGoOfImports(Needles needles)
    {
        var count = 0;
        foreach (var id in db.ImportRuns.AsNoTracking().Select(one => one.Id).ToList())
        {
            var run = db.ImportRuns.Single(one => one.Id == id);
            if (needles.AreInContent(run.Content) || needles.AreInContent(run.Before) || needles.AreIn(run.Summary) || needles.AreIn(run.Name))
            {
                (run.Content, run.Before, run.Summary) = (null, null, needles.Without(run.Summary));
                if (needles.AreIn(run.Name)) db.Entry(run).Property(one => one.Name).CurrentValue = "";
                count++;
            }

            db.SaveChanges();
            db.Entry(run).State = EntityState.Detached;
        }

        foreach (var kept in db.KeptAnswers.AsNoTracking().ToList().Where(one => needles.AreIn(one.Answer)))
            db.KeptAnswers.Where(one => one.Client == kept.Client && one.Key == kept.Key).ExecuteDelete();
        return count;
    }

    private void RemoveAccessOf(Guardian guardian)
    {
        var accounts = AccountsOf(db, guardian.Id.Value, ActorKind.Guardian).ToList();
        foreach (var row in RowsOf(accounts, guardian.Id.Value).OrderBy(row => row is Account)) db.Remove(row);
        db.SaveChanges();
        db.Sessions.Where(one => one.Person == guardian.Id.Value || accounts.Contains(one.Account)).ExecuteDelete();
        if (guardian.EndedAt is null) guardian.Leave(now);
    }

    private IEnumerable<object> Access() => [.. RowsOf(_accounts, _id.Value), .. db.Badges.Where(one => one.Learner == _id), .. Codes];

    private IEnumerable<object> RowsOf(List<Guid> accounts, Guid person) =>
    [
        .. db.AccountPeople.Where(one => one.Person == person), .. db.Passkeys.Where(one => accounts.Contains(one.Account)),
        .. db.ExternalLogins.Where(one => accounts.Contains(one.Account)), .. db.Accounts.Where(one => accounts.Contains(one.Id)),
    ];

    // An account that is somebody else's too stays theirs.
    private static IEnumerable<Guid> AccountsOf(Db db, Guid person, ActorKind kind) => db.AccountPeople.AsNoTracking().Where(one => one.Person == person && one.Kind == kind
        && !db.AccountPeople.Any(other => other.Account == one.Account && other.Person != person)).Select(one => one.Account);
}
