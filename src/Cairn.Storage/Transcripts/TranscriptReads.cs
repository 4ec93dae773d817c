using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Credits;
using Cairn.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transcripts;

/// <summary>What a transcript is read with: when, where and in which words.</summary>
/// <param name="Frameworks">The frameworks in force.</param>
/// <param name="District">The district's name.</param>
/// <param name="Today">The district's day.</param>
/// <param name="Now">The moment, UTC.</param>
/// <param name="Day">The district's day of a moment.</param>
/// <param name="RuleWords">A rule and its version in words.</param>
/// <param name="StageWords">A stage in words.</param>
public sealed record TranscriptAsk(IReadOnlyList<FrameworkInForce> Frameworks, string District, DateOnly Today, DateTime Now, Func<DateTime, DateOnly> Day, Func<RuleVersion, string> RuleWords, Func<int, string> StageWords);

/// <summary>A learner's transcripts as they are read.</summary>
/// <param name="Learner">Whose.</param>
/// <param name="Facts">What both are made from.</param>
/// <param name="Record">The record that levels were concluded from.</param>
/// <param name="Concluded">The conclusions, each with its framework.</param>
public sealed record TranscriptRead(Learner Learner, TranscriptFacts Facts, LearnerRecord Record, IReadOnlyList<(FrameworkInForce Framework, Determination Is)> Concluded);

/// <summary>Reads all that both transcripts of a learner are made from, in few statements. Nothing of disability, situation or language is read.</summary>
public static class TranscriptReads
{
    private const int MostWorks = 5;

    /// <summary>What a learner's transcripts are made from; null where the asker may not see the record.</summary>
    public static TranscriptRead? Of(Db db, Scope scope, LearnerId learner, TranscriptAsk ask)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.SeeRecord) && scope.Find(learner) is { } found ? Read(db, found, ask) : null;
    }

    /// <summary>What goes along with a record's file beside both transcripts: judgments of educators that are in force, and what they were made on.</summary>
    public static (IReadOnlyList<Judgment> Judgments, IReadOnlyList<PieceOfEvidence> Evidence, IReadOnlyDictionary<EvidenceId, EvidenceText> Texts, IReadOnlyDictionary<Guid, string> Names) Along(Db db, TranscriptRead read)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(read);
        var id = read.Learner.Id;
        var judgments = db.Judgments.AsNoTracking().Where(one => one.Learner == id && one.Role != JudgeRole.Learner).ToList().FindAll(one => !read.Record.IsRetracted(one, AsOf.Everything));
        judgments.Sort(Judgment.InOrder);
        var judged = judgments.Select(one => one.Evidence).OfType<EvidenceId>().ToHashSet();
        var evidence = db.Evidence.AsNoTracking().Where(one => one.Learner == id).ToList().Where(one => judged.Contains(one.Id)).OrderBy(one => one.DemonstratedOn).ThenBy(one => one.RecordedAt).ToList();
        var texts = db.Evidence.AsNoTracking().Where(one => one.Learner == id).Join(db.EvidenceTexts.AsNoTracking(), one => one.Id, text => text.Evidence, (_, text) => text).ToDictionary(one => one.Evidence);
        return (judgments, evidence, texts, PeopleNames.OfStaff(db, judgments.Select(one => one.Judge.Value).Concat(read.Facts.Credit.All.Select(one => one.Award.By.Value))));
    }

    private static TranscriptRead Read(Db db, Learner learner, TranscriptAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var record = Queries.Records.Whole(db, learner.Id);
        List<(FrameworkInForce Framework, IReadOnlyList<(CompetencyStanding Standing, Determination Is)> Shown)> read = [.. ask.Frameworks.Select(one => (one, StandingsIn(one, learner, record, ask)))];
        var person = PersonOf(db, learner, ask);
        var facts = new TranscriptFacts(person, ask.Today, CreditRows.Read(db, learner.Id))
        {
            Areas = [.. read.SelectMany(one => AreasOf(one.Framework.Content))],
            Competencies = [.. read.SelectMany(one => one.Shown.Select(each => each.Standing))],
            Conversions = db.Set<GradeConversion>().AsNoTracking().ToList(),
            Scales = [.. read.SelectMany(one => one.Shown).Select(one => one.Is.Scale).DistinctBy(one => one.Id)],
            Rules = [.. read.SelectMany(one => one.Shown).Where(one => one.Standing.IsProficient).Select(one => ask.RuleWords(one.Is.Rule)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Works = WorksOf(db, learner, ask),
            Profile = SchoolProfile.For(db.SchoolProfiles.AsNoTracking().ToList(), learner.School),
        };
        return new TranscriptRead(learner, facts, record, [.. read.SelectMany(one => one.Shown.Select(each => (one.Framework, each.Is)))]);
    }

    private static TranscriptPerson PersonOf(Db db, Learner learner, TranscriptAsk ask)
    {
        var (id, school) = (learner.Id, learner.School);
        return new(learner.FullName, learner.CalledName, school is null ? "" : db.Organizations.AsNoTracking().Where(one => one.Id == school).Select(one => one.Name).FirstOrDefault() ?? "", ask.District)
        {
            Born = learner.BirthDate,
            Enrolled = db.Enrollments.AsNoTracking().Where(one => one.Learner == id).Select(one => (DateOnly?)one.From).ToList().Min(),
            Left = learner.EndedAt is { } left ? ask.Day(left) : null,
            ClassOf = learner.GraduationYear,
        };
    }

    private static IEnumerable<TranscriptAreaOf> AreasOf(FrameworkContent content) =>
        from area in content.Areas
        where area is { Kind: AreaKind.Learning, IsActive: true }
        let counted = content.Competencies.Where(one => one.Area == area.Id && content.Counts(one.Id)).ToList()
        let scales = counted.Select(one => one.Scale).Distinct().ToList()
        select new TranscriptAreaOf(area.Id, area.Title, scales is [var only] ? content.Scales[only] : null, counted.Count);

    private static List<(CompetencyStanding Standing, Determination Is)> StandingsIn(FrameworkInForce framework, Learner learner, LearnerRecord record, TranscriptAsk ask)
    {
        var (content, rules) = (framework.Content, framework.RulesFor(learner.Place));
        List<(CompetencyStanding, Determination)> all = [];
        foreach (var competency in content.Competencies.Where(one => content.Counts(one.Id) && content.AreaOf(one).Kind == AreaKind.Learning && record.NewestOf(one.Id, AsOf.Everything) is not null))
        {
            // Of several stages the highest that holds.
            var stages = Standing.Of(competency, record, content, rules, AsOf.Everything);
            if ((stages.LastOrDefault(one => one.At(ask.Now).IsProficient) ?? (stages.Count > 0 ? stages[^1] : null)) is not { } is_) continue;
            var held = is_.At(ask.Now);
            var isStage = is_.Rule.Rule is Continuum && !held.IsSetByPerson;
            all.Add((new CompetencyStanding(competency.Id, competency.Area, competency.Code, competency.Title, competency.Statement, is_.Scale.Id, held.IsProficient, held.Level?.Number,
                isStage && is_.Stage is { } stage ? ask.StageWords(stage) : held.Level?.Label ?? "", is_.LastShown is { } last ? ask.Day(last) : null) { Stage = is_.Stage }, is_));
        }

        return all;
    }

    // What the learner took into the portfolio, and whose words still stand; nothing that another permission would be needed for.
    private static List<TranscriptWork> WorksOf(Db db, Learner learner, TranscriptAsk ask)
    {
        var id = learner.Id;
        if (ConsentRows.InForce(db, learner, ConsentPurpose.Sharing, null, null, ask.Today, ask.Now).State == ConsentState.Refused) return [];
        var picks = db.PortfolioPicks.AsNoTracking().Where(one => one.Learner == id && one.IsPicked && one.ShownTo == PortfolioReader.Family).ToList().OrderBy(one => one.Position).ThenBy(one => one.At).ToList();
        if (picks.Count == 0) return [];
        var pieces = picks.ConvertAll(one => one.Evidence);
        var gone = db.Retractions.AsNoTracking().Where(one => one.Learner == id && one.Kind == RetractedKind.Evidence).Select(one => one.Fact).ToList().ToHashSet();
        var shown = (from piece in db.Evidence.AsNoTracking()
                     where pieces.Contains(piece.Id)
                     join text in db.EvidenceTexts.AsNoTracking() on piece.Id equals text.Evidence
                     select new { piece.Id, piece.DemonstratedOn, text.Title }).ToList().Where(one => !gone.Contains(one.Id.Value)).ToDictionary(one => one.Id);
        var speaks = db.Claims.AsNoTracking().Where(one => pieces.Contains(one.Evidence)).ToList().Select(one => (one.Evidence, one.Competency))
            .Concat(db.Judgments.AsNoTracking().Where(one => one.Learner == id && one.Evidence != null).Select(one => new { one.Evidence, one.Competency }).ToList().Select(one => (one.Evidence!.Value, one.Competency)))
            .ToLookup(one => one.Item1, one => one.Competency);
        string? Title(CompetencyId competency) => ask.Frameworks.Select(one => one.Content.Find(competency)?.Title).FirstOrDefault(one => one is not null);
        return [.. picks.Where(one => shown.ContainsKey(one.Evidence)).Take(MostWorks).Select(one => new TranscriptWork(shown[one.Evidence].Title, one.Why, ask.Day(shown[one.Evidence].DemonstratedOn),
            [.. speaks[one.Evidence].Distinct().Select(Title).OfType<string>()]))];
    }
}
