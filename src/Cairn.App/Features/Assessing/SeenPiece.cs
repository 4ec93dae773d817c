using Cairn.App.Access;
using Cairn.App.Ui.Kit;
using Cairn.Interop.Files;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Assessing;

/// <summary>One piece of work with all that was said of it, as somebody may see it.</summary>
public sealed record SeenPiece(PieceOfEvidence Piece, Learner Learner, bool IsRetracted)
{
    /// <summary>Its words; null where they were erased or there are none.</summary>
    public EvidenceText? Text { get; private init; }

    public IReadOnlyList<Artifact> Links { get; private init; } = [];

    public IReadOnlyList<ArtifactFile> Files { get; private init; } = [];

    /// <summary>The files as they may be shown to the reader.</summary>
    public IReadOnlyList<FileLook> Looks { get; private init; } = [];

    public IReadOnlyList<Feedback> Feedback { get; private init; } = [];

    /// <summary>What was said of it, claim by claim: in framework order.</summary>
    public IReadOnlyList<SeenClaim> Claims { get; private init; } = [];

    /// <summary>Why judgments were made.</summary>
    public IReadOnlyDictionary<JudgmentId, string> Reasons { get; private init; } = new Dictionary<JudgmentId, string>();

    /// <summary>Names of who judged or wrote; empty for who is not known here.</summary>
    public Func<PersonId, string> NameOf { get; private init; } = _ => "";

    /// <summary>Who captured it for the learner; null where they did it themself, or nobody captured it.</summary>
    public PersonId? CapturedBy { get; private init; }

    /// <summary>The language it is in, as a tag; empty for the school's own.</summary>
    public string Language { get; private init; } = "";

    /// <summary>The version of what was said of its language; 0 where nobody said it.</summary>
    public int LanguageVersion { get; private init; }

    /// <summary>What whoever judges has to know beside it.</summary>
    public HelpLook Help { get; private init; } = null!;

    /// <summary>What the learner is asked about: whole competencies, and a part only where its whole does not stand here.</summary>
    public IEnumerable<SeenClaim> OwnRows => Claims.Where(one => one.Target is null || !Claims.Any(each => each.Target is null && each.Competency == one.Competency));

    /// <summary>Did somebody look at the parts of this competency, one by one?</summary>
    public bool IsSeenInParts(SeenClaim claim) => claim.Target is null && Claims.Any(one => one.Target is not null && one.Competency == claim.Competency && one.Others.Any());

    /// <summary>Does a reader read what the learner said of a claim? Of a whole competency also who judged a part of it.</summary>
    public bool IsOwnOpenTo(SeenClaim claim, PersonId reader, bool judges) =>
        claim.IsOwnOpenTo(reader, judges) || (claim.Target is null && Claims.Any(one => one.Competency == claim.Competency && one.IsOwnOpenTo(reader, judges)));

    /// <summary>What is read in it: the text that passages are found in.</summary>
    public string Reading => Text is { Context.Length: > 0 } text ? text.Context : Text?.Comment ?? "";

    /// <summary>Finds it; null where the reader may not see it. What was taken out of force is shown to educators alone.</summary>
    internal static SeenPiece? Find(Visit visit, EvidenceId id)
    {
        if (visit.Scope.PieceToSee(id) is not { } found || (found.IsRetracted && !visit.Actor!.IsEducator) || !visit.Scope.May(found.Learner.Id, Rights.SeeRecord)) return null;
        var (learner, scope) = (found.Learner, visit.Scope);
        var (record, claims) = (scope.Record(learner.Id), scope.ClaimsOf(learner.Id, id));
        var feedback = scope.FeedbackOn(learner.Id, id);
        var seen = new List<SeenClaim>();
        foreach (var (framework, rules) in visit.Frameworks.Select(one => (one, one.RulesFor(learner.Place))))
            foreach (var competency in framework.Content.Competencies)
            {
                var judged = record.JudgmentsUnder(competency.Id).Where(one => one.Evidence == id && !record.IsRetracted(RetractedKind.Judgment, one.Id.Value, AsOf.Everything)).OrderBy(one => one.RecordedAt).ToList();
                foreach (var at in judged.Select(one => (one.Target, one.Stage)).Concat(claims.Where(one => one.Competency == competency.Id).Select(one => (one.Target, one.Stage))).Distinct().OrderBy(one => one.Target is not null))
                    seen.Add(new SeenClaim(framework, competency, at.Target is { } target ? framework.Content.TargetsOf(competency.Id).FirstOrDefault(one => one.Id == target) : null, at.Stage,
                        Standing.ScaleOf(competency, framework.Content, rules), [.. judged.Where(one => one.Target == at.Target && one.Stage == at.Stage)]));
            }

        var by = scope.CapturerOf(learner.Id, id) is { } who && who != learner.Id.Person ? (PersonId?)who : null;
        var people = seen.SelectMany(one => one.Judgments.Select(each => each.Judge.Value)).Concat(feedback.Select(one => one.Author.Value)).Append(by?.Value ?? Guid.Empty).Distinct().ToList();
        var files = scope.FilesOfPiece(learner.Id, id);
        var (language, said) = Cairn.Storage.Expectations.LanguageRows.OfPiece(visit.Db, scope, learner.Id, id) ?? ("", 0);
        return new SeenPiece(found.Piece, learner, found.IsRetracted)
        {
            CapturedBy = by, Language = language, LanguageVersion = said, Help = HelpLook.Of(visit, learner.Id, seen.Select(one => one.Competency.Id).Distinct().ToList() is [var only] ? only : null),
            Text = scope.TextsOf(learner.Id, [id]).GetValueOrDefault(id), Links = [.. scope.ArtifactsOf(learner.Id, [id])[id]], Files = files, Feedback = feedback, Claims = seen,
            Looks = [.. files.Select(file => new FileLook(file, FaceRows.To(visit.Db, visit.Actor!, learner.Id, file, FileKind.All.Any(kind => kind.Type == file.Type && kind.HasThumbnail), visit.Today, visit.Now)))],
            Reasons = scope.ReasonsOf(learner.Id, [.. seen.SelectMany(one => one.Judgments.Select(each => each.Id))]), NameOf = Names(visit, people, learner),
        };
    }

    private static Func<PersonId, string> Names(Visit visit, List<Guid> people, Learner learner)
    {
        var (educators, sponsors) = (people.Select(one => new EducatorId(one)).ToList(), people.Select(one => new SponsorId(one)).ToList());
        var names = visit.Db.Educators.AsNoTracking().Where(one => educators.Contains(one.Id)).ToDictionary(one => one.Id.Value, one => one.DisplayName);
        foreach (var one in visit.Db.Sponsors.AsNoTracking().Where(one => sponsors.Contains(one.Id)).ToList()) names[one.Id.Value] = one.DisplayName;
        names[learner.Id.Value] = learner.CalledName;
        return person => names.GetValueOrDefault(person.Value, "");
    }
}

/// <summary>A claim of a piece with every word that is in force about it, side by side.</summary>
public sealed record SeenClaim(FrameworkInForce Framework, Competency Competency, LearningTarget? Target, int? Stage, ProficiencyScale Scale, IReadOnlyList<Judgment> Judgments)
{
    public string Key => Target is null ? $"{Competency.Id.Value:N}" : $"{Competency.Id.Value:N}.{Target.Id.Value:N}";

    /// <summary>Its name in the form of the learner.</summary>
    public string OwnKey => $"{Key}.{Stage}";

    public string Title => EvidenceLook.Claim(Framework.Content, Competency, Target?.Id);

    /// <summary>What educators and mentors said.</summary>
    public IEnumerable<Judgment> Others => Judgments.Where(one => one.Role != JudgeRole.Learner);

    /// <summary>What the learner said last.</summary>
    public Judgment? Own => Judgments.LastOrDefault(one => one.Role == JudgeRole.Learner);

    /// <summary>Does a reader read what the learner said? Who judges says their own first, so that the one does not colour the other; everybody else reads it.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="judges">Does the reader judge the learner today?</param>
    public bool IsOwnOpenTo(PersonId reader, bool judges) => !judges || Judgments.Any(one => one.Judge == reader && one.Role != JudgeRole.Learner);
}
