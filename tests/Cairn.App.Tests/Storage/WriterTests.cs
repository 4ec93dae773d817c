using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

public sealed class WriterTests : IAsyncLifetime
{
    private readonly StillClock _clock = new(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc));
    private TestDistrict _district = null!;

    public async ValueTask InitializeAsync() => _district = await TestDistrict.With(clock: _clock);

    [Fact]
    public async Task What_is_recorded_is_stored_and_concluded_from_when_the_call_returns()
    {
        await _district.Record(_district.OnePiece());

        using var db = _district.Open();
        (await db.Judgments.CountAsync(), await db.EvidenceTexts.CountAsync()).ShouldBe((1, 1));
        var row = await db.Standings.SingleAsync();
        row.AsOf.ShouldBe(await db.Judgments.MaxAsync(one => one.RecordedAt));
        db.Head.Single().LastRecordedAt.ShouldBe(row.AsOf!.Value);
    }

    [Fact]
    public async Task Recorded_moments_strictly_rise_even_where_the_clock_stands_or_goes_back()
    {
        foreach (var minutes in (int[])[0, 0, -60, 5, -1000])
        {
            _clock.Now = _clock.Now.AddMinutes(minutes);
            await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _district.Record(_district.OnePiece())));
        }

        using var db = _district.Open();
        var moments = db.Judgments.Select(one => one.RecordedAt).ToList().Concat(db.Evidence.Select(one => one.RecordedAt).ToList()).Order().ToList();
        moments.Count.ShouldBe(100);
        moments.Distinct().Count().ShouldBe(100);
        db.Head.Single().LastRecordedAt.ShouldBe(moments[^1]);
        moments.ShouldAllBe(one => one.Kind == DateTimeKind.Utc && one.Ticks % TimeSpan.TicksPerMicrosecond == 0);
    }

    [Fact]
    public async Task Later_facts_are_recorded_later_also_after_a_restart()
    {
        await _district.Record(_district.OnePiece());
        var before = Head();
        await _district.District.DisposeAsync();
        _clock.Now = _clock.Now.AddDays(-1);

        await using var again = District.OpenExisting(_district.Folder, "test", toWrite: true, _clock);
        await again.Writer.Record(_district.OnePiece());

        using var db = again.Open();
        db.Head.Single().LastRecordedAt.ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task What_waits_together_is_committed_together_and_all_of_it_is_durable()
    {
        using var watched = _district.Open();
        await watched.Database.OpenConnectionAsync();
        using var started = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        // While one piece of work is under way, the others wait for it.
        var busy = _district.District.Writer.Alone(_ =>
        {
            started.Set();
            return go.Wait(TimeSpan.FromSeconds(30));
        });
        started.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        var before = Commits();
        var calls = Enumerable.Range(0, 200).Select(i => _district.Record(_district.OnePiece(i % 2 == 0 ? _district.Ada : _district.Ben))).ToList();
        go.Set();
        await Task.WhenAll(calls);
        (await busy).ShouldBeTrue();

        (Commits() - before).ShouldBeInRange(1, 20);
        await _district.District.DisposeAsync();
        await using var again = District.OpenExisting(_district.Folder, "test", toWrite: false, _clock);
        using var db = again.Open();
        (await db.Judgments.CountAsync()).ShouldBe(200);
        (await db.Standings.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Calls_from_many_threads_are_all_answered()
    {
        await Parallel.ForAsync(0, 200, async (i, _) => await _district.Record(_district.OnePiece(i % 2 == 0 ? _district.Ada : _district.Ben)));

        using var db = _district.Open();
        (await db.Judgments.CountAsync()).ShouldBe(200);
        (await _district.Recompute()).ShouldBe(0);
    }

    [Fact]
    public async Task A_bad_recording_fails_alone()
    {
        var twice = _district.OnePiece();
        var (stranger, empty) = (_district.OnePiece(new LearnerId(Guid.CreateVersion7())), _district.Piece());
        var nothing = new Recording(_district.Ada) { Evidence = [empty], Judgments = [_district.Judged(empty, level: null, target: _district.Lines)] };
        List<Recording> all = [.. Enumerable.Range(0, 10).Select(_ => _district.OnePiece()), twice, stranger, nothing, twice, .. Enumerable.Range(0, 10).Select(_ => _district.OnePiece(_district.Ben))];

        var calls = all.ConvertAll(_district.Record);
        try
        {
            await Task.WhenAll(calls);
        }
        catch (Exception wrong) when (wrong is DbUpdateException or InvalidOperationException)
        {
            // Looked at below, call by call.
        }

        calls.Select(call => call.IsFaulted).ShouldBe([.. Enumerable.Repeat(false, 11), true, true, true, .. Enumerable.Repeat(false, 10)]);
        using var db = _district.Open();
        ((await db.Judgments.CountAsync()), await db.Evidence.CountAsync()).ShouldBe((21, 21));
        (await _district.Recompute()).ShouldBe(0);
    }

    [Fact]
    public async Task Work_alone_that_throws_leaves_nothing_behind_and_the_writer_goes_on()
    {
        await _district.Record(_district.OnePiece());
        var (before, head) = (_district.Standings(), Head());

        await Should.ThrowAsync<FormatException>(() => _district.District.Writer.Alone<bool>(turn =>
        {
            turn.Record(_district.OnePiece());
            turn.Record(_district.OnePiece(_district.Ben));
            turn.ConcludeNow();
            throw new FormatException("no");
        }));

        _district.Standings().ShouldBe(before);
        Head().ShouldBe(head);
        await _district.Record(_district.OnePiece());
        using var db = _district.Open();
        (await db.Judgments.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_its_turn_is_told_so()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => _district.District.Writer.Record(_district.OnePiece(), cancel: cancel.Token));
    }

    [Fact]
    public async Task A_fact_is_retracted_once()
    {
        var facts = _district.OnePiece();
        await _district.Record(facts);
        Recording Take() => new(_district.Ada) { Retractions = [new Retraction(new RetractionId(Guid.CreateVersion7()), _district.Ada, RetractedKind.Judgment, facts.Judgments[0].Id.Value, TestDistrict.Teacher, default)] };
        await _district.Record(Take());

        await Should.ThrowAsync<DbUpdateException>(() => _district.Record(Take()));
    }

    [Fact]
    public async Task A_district_that_was_opened_to_read_has_no_writer()
    {
        await using var reader = District.OpenExisting(_district.Folder, "test", toWrite: false, _clock);

        Should.Throw<InvalidOperationException>(() => reader.Writer);
    }

    [Fact]
    [Trait(Engines.Trait, Engines.Sqlite)]
    public async Task A_second_writer_of_a_file_is_refused_until_the_first_has_closed()
    {
        Should.Throw<RefusedException>(() => District.OpenExisting(_district.Folder, "test", toWrite: true, _clock)).Message.ShouldContain("in use by another cairn process");

        await _district.District.DisposeAsync();
        await using var writer = District.OpenExisting(_district.Folder, "test", toWrite: true, _clock);
        await writer.Writer.Record(_district.OnePiece());
    }

    private DateTime Head()
    {
        using var db = _district.Open();
        return db.Head.AsNoTracking().Single().LastRecordedAt;
    }

    /// <summary>How often the database was committed to: on a server, by the transactions that rows came in; in a file, by the write-ahead
    /// log, which ends every transaction with a frame that tells the size of the file.</summary>
    private int Commits()
    {
        if (Engines.IsPostgres)
        {
            using var db = _district.Open();
            return int.Parse(Sql.Ask(db, "SELECT count(DISTINCT xmin::text) FROM judgments"), System.Globalization.CultureInfo.InvariantCulture);
        }

        using var log = new FileStream(_district.District.Where + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[log.Length];
        log.ReadExactly(bytes);
        const int header = 32, frame = 24 + 4096;
        var commits = 0;
        for (var at = header; at + frame <= bytes.Length; at += frame)
            if (bytes.AsSpan(at + 4, 4).IndexOfAnyExcept((byte)0) >= 0 && bytes.AsSpan(at + 8, 8).SequenceEqual(bytes.AsSpan(16, 8))) commits++;
        return commits;
    }

    public async ValueTask DisposeAsync() => await _district.DisposeAsync();
}
