using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>Reads everything that is held about a learner, for an archive that is handed over.</summary>
public static class HeldRows
{
    /// <summary>Everything about a learner; null where the asker may not see the learner.</summary>
    /// <param name="db">The district's database; all is read in one transaction, as of one moment.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="learner">About whom.</param>
    public static HeldOfLearner? Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.Find(learner) is not { } found) return null;
        using var oneMoment = db.BeginReading();
        var pieces = db.Evidence.AsNoTracking().Where(one => one.Learner == learner);
        var judgments = db.Judgments.AsNoTracking().Where(one => one.Learner == learner);
        var overrides = db.Overrides.AsNoTracking().Where(one => one.Learner == learner);
        var held = new HeldOfLearner(found, Records.Whole(db, learner))
        {
            School = db.Organizations.AsNoTracking().Where(one => one.Id == found.School).Select(one => one.Name).FirstOrDefault() ?? "",
            Program = db.Programs.AsNoTracking().Where(one => one.Id == found.Program).Select(one => one.Name).FirstOrDefault() ?? "",
            Evidence = [.. pieces.ToList().OrderBy(one => one.DemonstratedOn).ThenBy(one => one.RecordedAt)],
            EvidenceTexts = [.. pieces.Join(db.EvidenceTexts.AsNoTracking(), piece => piece.Id, text => text.Evidence, (_, text) => text)],
            Artifacts = [.. pieces.Join(db.Artifacts.AsNoTracking(), piece => piece.Id, one => one.Evidence, (_, one) => one).ToList().OrderBy(one => one.Evidence.Value).ThenBy(one => one.Position)],
            Feedback = [.. pieces.Join(db.Feedback.AsNoTracking(), piece => piece.Id, one => one.Evidence, (_, one) => one).ToList().OrderBy(one => one.WrittenAt)],
            Claims = [.. pieces.Join(db.Claims.AsNoTracking(), piece => piece.Id, one => one.Evidence, (_, one) => one)],
            Files = FilesOf(db, scope, learner),
            Captures = [.. pieces.Join(db.Captures.AsNoTracking(), piece => piece.Id, one => one.Evidence, (_, one) => one).ToList().OrderBy(one => one.RecordedAt)],
            ShownTo = [.. db.ShownTo.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.Evidence.Value)],
            Judgments = [.. judgments.ToList().Order(Comparer<Judgment>.Create(Judgment.InOrder))],
            JudgmentTexts = [.. judgments.Join(db.JudgmentTexts.AsNoTracking(), one => one.Id, text => text.Judgment, (_, text) => text)],
            StageEntries = [.. db.StageEntries.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)],
            Overrides = [.. overrides.ToList().OrderBy(one => one.RecordedAt)],
            OverrideTexts = [.. overrides.Join(db.OverrideTexts.AsNoTracking(), one => one.Id, text => text.Override, (_, text) => text)],
            Retractions = [.. db.Retractions.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)],
            Consents = [.. db.Consents.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)],
            Amendments = [.. db.Amendments.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.AskedAt)],
            SharedNotes = [.. db.PrivateNotes.AsNoTracking().Where(one => one.Learner == learner && one.SharedAt != null).ToList().OrderBy(one => one.WrittenAt)],
            Plans = Plans.HeldPlans.Of(db, learner),
            Mobility = Transfers.HeldMobility.Of(db, scope, learner),
            Diplomas = Diplomas.HeldDiplomas.Of(db, learner),
            Credits = Credits.HeldCredits.Of(db, learner),
            Issued = Transcripts.HeldRecords.Of(db, learner),
            FlexTimes = [.. Flex.OwnFlex.Held(db, learner)],
            Board = Boards.HeldBoard.Of(db, learner),
            Projects = HeldProjects.Of(db, learner),
            Pacing = Plans.HeldPacing.Of(db, learner),
            Conferences = [.. db.Conferences.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.CreatedAt)],
            ConferenceSignatures = [.. db.ConferenceSignatures.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.At)],
            ReportNarratives = [.. db.ReportNarratives.AsNoTracking().Where(one => one.Learner == learner && one.ReleasedAt != null).ToList().OrderBy(one => one.CreatedAt)],
            ModifiedExpectations = [.. db.ModifiedExpectations.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.From)],
            Messages = MessagesOf(db, scope, learner),
            Relations = [.. HeldRelations.Of(db, learner)],
            Access = HeldAccesses.Of(db, learner.Value),
        };
        held = held with { Names = NamesOf(db, held) };
        return held with { Journal = [.. HeldEntries.Of(db, held)] };
    }

    // The family's archive is handed on: another child's face goes with it only where that child's family permits.
    private static List<(ArtifactFile File, SentOriginal? Sent, bool IsWhole)> FilesOf(Db db, Scope scope, LearnerId learner)
    {
        var files = db.Evidence.AsNoTracking().Where(one => one.Learner == learner).Join(db.ArtifactFiles.AsNoTracking(), piece => piece.Id, one => one.Evidence, (_, one) => one).ToList();
        var sent = db.Evidence.AsNoTracking().Where(one => one.Learner == learner).Join(db.SentOriginals.AsNoTracking(), piece => piece.Id, one => one.Evidence, (_, one) => one).ToDictionary(one => (one.Evidence, one.Position));
        return [.. files.OrderBy(one => one.Evidence.Value).ThenBy(one => one.Position).Select(one => (one, sent.GetValueOrDefault((one.Evidence, one.Position)), FaceRows.IsFreeOfOthers(db, learner, one, scope)))];
    }

    private static List<Cairn.Learning.Families.Message> MessagesOf(Db db, Scope scope, LearnerId learner)
    {
        var (self, asker) = (learner.Person, new PersonId(scope.Actor.Person));
        return [.. db.Messages.AsNoTracking().Where(one => one.Learner == learner && db.ConversationMembers.Any(member => member.Conversation == one.Conversation && (member.Person == self || member.Person == asker))).ToList().OrderBy(one => one.At)];
    }

    /// <summary>Whoever is not an educator, a mentor, the learner or their own guardian has no name here: another learner above all.</summary>
    private static Dictionary<Guid, string> NamesOf(Db db, HeldOfLearner held)
    {
        var learner = held.Learner.Id;
        var names = PeopleNames.OfStaff(db, [
            .. held.Board.People,
            .. held.Judgments.Select(one => one.Judge.Value), .. held.Overrides.Select(one => one.Author.Value), .. held.Retractions.Select(one => one.By.Value),
            .. held.Amendments.Select(one => one.DecidedBy.Value), .. held.SharedNotes.Select(one => one.Author.Value), .. held.Consents.Select(one => one.By.Value), .. held.Captures.Select(one => one.By.Value), .. held.ShownTo.Select(one => one.By.Value),
            .. held.Plans.People,
            .. held.Mobility.People,
            .. held.Diplomas.People,
            .. held.Credits.People,
            .. held.Issued.People,
            .. held.Feedback.Select(one => one.Author.Value),
            .. held.Amendments.Select(one => one.DecidedBy.Value), .. held.SharedNotes.Select(one => one.Author.Value), .. held.Consents.Select(one => one.By.Value),
            .. held.Projects.Projects.Select(one => one.DecidedBy.Value),
            .. held.Pacing.People,
            .. held.ConferenceSignatures.Select(one => one.Person.Value), .. held.ReportNarratives.Select(one => one.Author.Value), .. held.ModifiedExpectations.Select(one => one.Author.Value), .. held.Messages.Select(one => one.By.Value),
        ]);
        foreach (var guardian in db.Guardians.AsNoTracking().Where(one => db.Guardianships.Any(cares => cares.Guardian == one.Id && cares.Learner == learner)).ToList()) names[guardian.Id.Value] = guardian.DisplayName;
        names[learner.Value] = held.Learner.FullName;
        return names;
    }
}

/// <summary>The names of people who work for the district or its partners.</summary>
internal static class PeopleNames
{
    private const int AtOnce = 500;

    public static Dictionary<Guid, string> OfStaff(Db db, IEnumerable<Guid> people)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var some in people.Where(one => one != Guid.Empty).Distinct().Chunk(AtOnce))
        {
            var (educators, sponsors) = (some.Select(one => new EducatorId(one)).ToList(), some.Select(one => new SponsorId(one)).ToList());
            foreach (var one in db.Educators.AsNoTracking().Where(one => educators.Contains(one.Id)).ToList()) names[one.Id.Value] = one.DisplayName;
            foreach (var one in db.Sponsors.AsNoTracking().Where(one => sponsors.Contains(one.Id)).ToList()) names[one.Id.Value] = one.DisplayName;
        }

        return names;
    }
}
