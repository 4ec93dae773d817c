using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>Rows that are inserted in bulk are the rows that EF would have written, column by column.</summary>
public sealed class BulkInsertTests
{
    private static readonly DateTime Moment = new DateTime(2026, 3, 31, 14, 5, 9, DateTimeKind.Utc).AddMicroseconds(123456);

    [Fact]
    public async Task They_are_the_same_rows_to_the_byte()
    {
        await using var bulk = await TestDistrict.With();
        await using var tracked = await TestDistrict.With();
        var learners = new[] { new Learner(new LearnerId(Guid.CreateVersion7()), "zoë", "Zoë", "名前").KeptBy("test").Graduates(2031).Born(new DateOnly(2010, 2, 28)), new Learner(new LearnerId(Guid.CreateVersion7()), "x", "X", "").Leave(Moment) };
        var piece = new PieceOfEvidence(new EvidenceId(Guid.CreateVersion7()), learners[0].Id, new ExperienceId(Guid.CreateVersion7()), EvidenceKind.Exam, "test", "10", Moment, Moment);
        Judgment[] judgments =
        [
            Judged(piece, 2.25m, null, false, null, 1), Judged(piece, null, NonScore.Missed, false, new TargetId(Guid.CreateVersion7()), null), Judged(piece, null, null, true, null, 255) with { Evidence = null },
        ];
        var entry = new StageEntry(new StageEntryId(Guid.CreateVersion7()), learners[0].Id, new CompetencyId(Guid.CreateVersion7()), 3, "enrollment", 2.75m, "test", DateTime.UnixEpoch, Moment);
        var set = new Override(new OverrideId(Guid.CreateVersion7()), learners[0].Id, new CompetencyId(Guid.CreateVersion7()), null, 3.5m, new PersonId(Guid.Empty), Moment, Moment, Moment.AddDays(1));
        var framework = new Framework(new FrameworkId(Guid.CreateVersion7()), "bulk", "Bulk 'quoted'; DROP TABLE learners");

        await Both(bulk, tracked, learners);
        await Both(bulk, tracked, [piece]);
        await Both(bulk, tracked, [new EvidenceText(piece.Id, "a\nb", "", "\"", "'")]);
        await Both(bulk, tracked, [new Artifact(piece.Id, 1, "A tree", "https://example.org/tree")]);
        await Both(bulk, tracked, judgments);
        await Both(bulk, tracked, [new JudgmentText(judgments[0].Id, "bold")]);
        await Both(bulk, tracked, [entry, entry with { Id = new StageEntryId(Guid.CreateVersion7()), Baseline = null }]);
        await Both(bulk, tracked, [set, set with { Id = new OverrideId(Guid.CreateVersion7()), Stage = 2, ExpiresAt = null }]);
        await Both(bulk, tracked, [new Retraction(new RetractionId(Guid.CreateVersion7()), learners[0].Id, RetractedKind.StageEntry, entry.Id.Value, new PersonId(Guid.Empty), Moment)]);
        await Both(bulk, tracked, [new Educator(new EducatorId(Guid.CreateVersion7()), "ms", "Ms. Okafor", EducatorRole.Leader)]);
        await Both(bulk, tracked, [framework]);
        await Both(bulk, tracked, [new RuleAssignment(new RuleId(Guid.CreateVersion7()), framework.Id, null, true, 2, Moment, new WeightedRecent(75))]);
    }

    [Fact]
    public async Task So_are_the_rows_of_a_framework_version()
    {
        await using var bulk = await TestDistrict.With();
        await using var tracked = await TestDistrict.With();
        var (framework, version, area, target) = (new Framework(new FrameworkId(Guid.CreateVersion7()), "bulk", "Bulk"), new FrameworkVersionId(Guid.CreateVersion7()), new AreaId(Guid.CreateVersion7()), new TargetId(Guid.CreateVersion7()));
        var (scale, competency, quality) = (ProficiencyScale.OfStages(new ScaleId(Guid.CreateVersion7()), "Stages", 12), new CompetencyId(Guid.CreateVersion7()), new QualityId(Guid.CreateVersion7()));

        await Both(bulk, tracked, [framework]);
        await Both(bulk, tracked, [scale]);
        await Both(bulk, tracked, [new FrameworkVersion(version, framework.Id, 0, null, 12) { Note = "First", Edits = 3 }]);
        await Both(bulk, tracked, [new Area(version, area, "A", "Área", AreaKind.Habits, false, 1) { PriorityCap = 7 }]);
        await Both(bulk, tracked, [new Competency(version, competency, area, "A.1", "One", "I can.", "They can.", scale.Id, 100, true, 65_535, 1) { OfficialStatement = "Shall.", IsPriority = true, RefreshAfterDays = 10_000 }]);
        await Both(bulk, tracked, [new LearningTarget(version, target, competency, "A.1.a", "Step", "I do.", 0, 2.5m, true, true, 1) { FamilyStatement = "They do.", OfficialStatement = "Does.", IsPriority = true }]);
        await Both(bulk, tracked, [new StageRequirement(version, target, 255, 3)]);
        await Both(bulk, tracked, [new Descriptor(version, competency, 3.5m, "Solid") { FamilyWords = "Well" }]);
        await Both(bulk, tracked, [new StageDescriptor(version, target, 12, "Words") { FamilyWords = "" }]);
        await Both(bulk, tracked, [new Exemplar(version, new ExemplarId(Guid.CreateVersion7()), competency, 4, "A map", "https://example.org/map", "The legend", 1)]);
        await Both(bulk, tracked, [new Association(version, new AssociationId(Guid.CreateVersion7()), AssociationKind.Other, competency.Value, null, 1) { OtherKind = "ext:x", DestinationText = "urn:y" }]);
        await Both(bulk, tracked, [new PortraitQuality(version, quality, "Q", "Curious", "Asks.", 1)]);
        await Both(bulk, tracked, [new PortraitLink(version, quality, competency)]);
        await Both(bulk, tracked, [new SourcePackage(version, "case-1.1", [0, 255, 10, 13])]);
    }

    [Fact]
    public async Task A_row_that_breaks_a_rule_takes_the_whole_turn_back()
    {
        await using var district = await TestDistrict.With();
        var piece = district.Piece();

        await Should.ThrowAsync<System.Data.Common.DbException>(() => district.District.Writer.Alone(turn =>
        {
            turn.Insert<PieceOfEvidence>([piece with { RecordedAt = turn.Next() }, piece with { RecordedAt = turn.Next() }]);
            return true;
        }));

        using var db = district.Open();
        db.Evidence.Count().ShouldBe(0);
    }

    private static Judgment Judged(PieceOfEvidence piece, decimal? level, NonScore? nonScore, bool isCompletion, TargetId? target, int? stage) => new(
        new JudgmentId(Guid.CreateVersion7()), piece.Learner, new CompetencyId(Guid.CreateVersion7()), target, stage, piece.Id, level, nonScore, isCompletion,
        new PersonId(Guid.CreateVersion7()), JudgeRole.Moderator, Moment.AddDays(-1), Moment, Moment.AddMicroseconds(1));

    private static async Task Both<T>(TestDistrict bulk, TestDistrict tracked, T[] rows)
        where T : class
    {
        await bulk.District.Writer.Alone(turn =>
        {
            turn.Insert<T>(rows);
            return true;
        });
        await tracked.District.Writer.Alone(turn =>
        {
            turn.Db.AddRange(rows);
            return turn.Db.SaveChanges();
        });
        var (left, right) = (Dump<T>(bulk), Dump<T>(tracked));
        left.Count(row => right.Contains(row)).ShouldBeGreaterThanOrEqualTo(rows.Length, typeof(T).Name);
    }

    private static List<string> Dump<T>(TestDistrict district)
    {
        using var db = district.Open();
        return Sql.Dump(db, db.Model.FindEntityType(typeof(T))!.GetTableName()!);
    }
}
