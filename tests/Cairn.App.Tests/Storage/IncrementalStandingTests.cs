using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Cairn.Storage.Standings;

namespace Cairn.App.Tests.Storage;

/// <summary>A standing that was brought up fact by fact is the standing that all the facts give, to the byte, under any rule.</summary>
public sealed class IncrementalStandingTests
{
    public static TheoryData<string, string?> Rules => new()
    {
        { "continuum last-stage=4", null },
        { "continuum last-stage=4 minimum-rating=2 growth=first-to-last", null },
        { "weighted-recent", null },
        { "power-law", null },
        { "times-shown times=2 threshold=2", null },
        { "mean minimum-experiences=2", null },
        { "mode tie=higher", null },
        { "mean", "decaying-average" },
        { "all-shown", "most-recent" },
        { "points needed=2", "median last=3" },
        { "judged", null },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Facts_in_any_order_conclude_as_if_read_from_the_beginning(string rule, string? ofTargets)
    {
        await using var district = await TestDistrict.With(RuleText.Parse(rule), ofTargets is null ? null : RuleText.Parse(ofTargets));
        var random = new Random(rule.Length);
        var history = new List<(LearnerId Learner, RetractedKind Kind, Guid Fact)>();
        for (var round = 0; round < 40; round++)
        {
            await district.Record(Facts(district, random, history));
            if (round % 4 == 3) ShouldStand(district);
        }

        ShouldStand(district);
        var before = district.Standings();
        (await district.Recompute()).ShouldBe(0);
        district.Standings().ShouldBe(before);
    }

    [Fact]
    public async Task Facts_of_many_recordings_in_one_group_conclude_the_same()
    {
        await using var district = await TestDistrict.With();
        var random = new Random(11);
        var history = new List<(LearnerId, RetractedKind, Guid)>();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => district.Record(Facts(district, random, history))));

        ShouldStand(district);
        (await district.Recompute()).ShouldBe(0);
    }

    [Fact]
    public async Task A_conclusion_that_is_the_same_is_no_new_version()
    {
        await using var district = await TestDistrict.With();
        await district.Record(district.OnePiece());
        using var db = district.Open();
        var version = db.Standings.Single().Version;

        await district.Recompute();

        using var again = district.Open();
        again.Standings.Single().Version.ShouldBe(version);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Nothing_recorded_is_nothing_concluded(string rule, string? ofTargets)
    {
        await using var district = await TestDistrict.With(RuleText.Parse(rule), ofTargets is null ? null : RuleText.Parse(ofTargets));

        (await district.Recompute()).ShouldBe(0);
        district.Standings().ShouldBeEmpty();
        Convert.ToHexString(district.District.Frameworks[0].UntouchedCells(district.District.Frameworks[0].Rules))
            .ShouldBe(Convert.ToHexString(Concluding.Pack(new LearnerRecord(district.Ada, [], []), district.District.Frameworks[0], district.District.Frameworks[0].Rules)));
    }

    [Fact]
    public async Task Facts_that_had_no_place_in_a_version_are_concluded_when_they_have_one()
    {
        await using var district = await TestDistrict.With();
        await district.Revise(one => one with { IsActive = one.Id != district.Clay });
        var piece = district.Piece();
        await district.Record(new Recording(district.Ada) { Evidence = [piece], Judgments = [district.Judged(piece, competency: district.Clay)] });
        district.Standings().ShouldBeEmpty();

        await district.Revise(one => one with { IsActive = true });

        ShouldStand(district);
        district.Standings().ShouldNotBeEmpty();
        (await district.Recompute()).ShouldBe(0);
    }

    private static Recording Facts(TestDistrict district, Random random, List<(LearnerId Learner, RetractedKind Kind, Guid Fact)> history)
    {
        var learner = random.Next(3) == 0 ? district.Ben : district.Ada;
        var own = history.Where(one => one.Learner == learner).ToList();
        if (own.Count > 0 && random.Next(4) == 0)
        {
            var (_, kind, fact) = own[random.Next(own.Count)];
            history.Remove((learner, kind, fact));
            return new Recording(learner) { Retractions = [new Retraction(new RetractionId(Guid.CreateVersion7()), learner, kind, fact, TestDistrict.Teacher, default)] };
        }

        var isContinuum = district.Rule is Continuum;
        var (competency, stage) = (random.Next(2) == 0 ? district.Drawing : district.Clay, isContinuum ? random.Next(1, 5) : (int?)null);
        var shown = TestDistrict.Day.AddHours(random.Next(-500, 500));
        if (random.Next(5) == 0)
        {
            var set = new Override(new OverrideId(Guid.CreateVersion7()), learner, competency, stage, random.Next(1, 5), TestDistrict.Teacher, shown, default, random.Next(2) == 0 ? null : shown.AddDays(9));
            history.Add((learner, RetractedKind.Override, set.Id.Value));
            return new Recording(learner) { Overrides = [set], OverrideTexts = [new OverrideText(set.Id, "seen")] };
        }

        if (isContinuum && random.Next(4) == 0)
        {
            var entry = new StageEntry(new StageEntryId(Guid.CreateVersion7()), learner, competency, stage!.Value, "", random.Next(3) == 0 ? null : random.Next(0, 400) / 100m, "", shown, default);
            history.Add((learner, RetractedKind.StageEntry, entry.Id.Value));
            return new Recording(learner) { StageEntries = [entry] };
        }

        var piece = district.Piece(learner, shown);
        var judgments = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Judged(district, random, piece, competency, stage)).ToList();
        history.Add((learner, RetractedKind.Evidence, piece.Id.Value));
        history.AddRange(judgments.Select(one => (learner, RetractedKind.Judgment, one.Id.Value)));
        return new Recording(learner) { Evidence = [piece], Judgments = judgments };
    }

    private static Judgment Judged(TestDistrict district, Random random, Learning.Evidence.PieceOfEvidence piece, CompetencyId competency, int? stage)
    {
        TargetId? target = competency != district.Drawing || (stage is null && random.Next(2) == 0) ? null : random.Next(2) == 0 ? district.Lines : district.Shades;
        var says = random.Next(8);
        var judgment = district.Judged(piece, says > 1 ? random.Next(1, 5) : null, competency, target, stage, says == 0 ? NonScore.Missed : null, says == 1);
        return judgment with
        {
            Role = (JudgeRole)Math.Max(0, random.Next(-5, 4)), Judge = random.Next(3) == 0 ? new PersonId(Guid.CreateVersion7()) : judgment.Judge,
            Evidence = random.Next(10) == 0 ? null : judgment.Evidence, JudgedAt = piece.DemonstratedOn.AddHours(random.Next(0, 50)),
        };
    }

    private static void ShouldStand(TestDistrict district)
    {
        using var db = district.Open();
        var framework = district.District.Frameworks.ShouldHaveSingleItem();
        foreach (var learner in (LearnerId[])[district.Ada, district.Ben])
        {
            var record = Records.Whole(db, learner);
            var row = db.Standings.Find(learner, district.Framework);
            Convert.ToHexString(row?.Cells ?? []).ShouldBe(Convert.ToHexString(row is null ? [] : Concluding.Pack(record, framework, framework.Rules)));
            row?.AsOf.ShouldBe(Standing.NewestFact(record, framework.Content, AsOf.Everything));
        }
    }
}
