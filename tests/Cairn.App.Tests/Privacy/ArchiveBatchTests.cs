using System.Diagnostics;
using Cairn.App.Features.Archives;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Storage;

namespace Cairn.App.Tests.Privacy;

/// <summary>Many archives at the same time are not mixed up, and a long life's archive is made in time.</summary>
public sealed class ArchiveBatchTests(ITestOutputHelper output) : IAsyncLifetime
{
    private Family _family = null!;

    public async ValueTask InitializeAsync() => _family = await Family.Make();

    [Fact]
    [Trait("Abuse", "G9")]
    [Trait("Abuse", "C5")]
    public async Task Archives_that_are_made_at_the_same_time_hold_only_their_own_learner()
    {
        const int many = 40;
        var learners = new List<(LearnerId Id, string Mark)>();
        for (var i = 0; i < many; i++)
        {
            var mark = $"MARK{i:000}X";
            learners.Add((await _family.Learner(mark), mark));
            await _family.Work(learners[i].Id, mark);
            await _family.Guardian($"guard{mark}", learners[i].Id);
        }

        var archives = await Task.WhenAll(learners.Concat(learners).Select(one => Task.Run(() => (one.Mark, Files: _family.Archive(one.Id)))));

        foreach (var (mark, files) in archives)
            foreach (var (name, text) in files)
            {
                learners.Where(one => one.Mark != mark && text.Contains(one.Mark, StringComparison.Ordinal)).ShouldBeEmpty($"{name} of {mark}");
                if (name is "index.html" or "archive.json" or "csv/evidence.csv" or "csv/person.csv") text.ShouldContain(mark);
            }
    }

    [Fact]
    public async Task Ten_years_of_evidence_are_handed_over_within_a_minute()
    {
        // Twelve judgments a week, forty weeks a year: the load case of a learner, and half as much again.
        const int pieces = 7_200;
        await _family.District.District.Writer.Alone(turn =>
        {
            List<PieceOfEvidence> work = [.. Enumerable.Range(0, pieces).Select(i => _family.District.Piece(_family.Ada, new DateTime(2016, 9, 1, 12, 0, 0, DateTimeKind.Utc).AddMinutes(i * 720)))];
            turn.Insert(work.Select(one => one with { RecordedAt = turn.Next() }).ToList());
            turn.Insert(work.Select((one, i) => new EvidenceText(one.Id, $"A piece of work {i}", "An experience with a longer name", "At school", new string('w', 400))));
            turn.Insert(work.Select(one => new Artifact(one.Id, 1, "a picture", "https://files.example/picture")));
            List<Judgment> judged = [.. work.SelectMany((one, i) => (Judgment[])[_family.District.Judged(one, 1 + i % 4, target: _family.District.Lines), _family.District.Judged(one, 1 + i % 3, target: _family.District.Shades)])];
            turn.Insert(judged.Select(one => one with { RecordedAt = turn.Next() }).ToList());
            turn.Insert(judged.Select(one => new JudgmentText(one.Id, new string('r', 200))));
            return true;
        });
        var began = Stopwatch.GetTimestamp();
        using var to = new MemoryStream();
        using (var db = _family.District.Open()) MakeArchive.OfLearner(_family.Making(), db, Family.Scope(db), _family.Ada, to).ShouldBeTrue();
        var took = Stopwatch.GetElapsedTime(began);

        output.WriteLine($"archive of {pieces} pieces and {pieces * 2} judgments: {to.Length / 1024} KiB in {took.TotalSeconds:0.0} s");
        took.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        Family.Json(Family.Files(to.ToArray())).GetProperty("judgments").GetArrayLength().ShouldBe(pieces * 2);
    }

    public ValueTask DisposeAsync() => _family.DisposeAsync();
}
