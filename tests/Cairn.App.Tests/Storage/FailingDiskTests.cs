using Cairn.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Storage;

/// <summary>A flush that failed is never tried again as if nothing had happened: the system may have dropped what it could not write.</summary>
[Trait(Engines.Trait, Engines.Sqlite)]
public sealed class FailingDiskTests : IAsyncLifetime
{
    private TestDistrict _district = null!;

    public async ValueTask InitializeAsync() => _district = await TestDistrict.With();

    [Fact]
    public async Task After_a_failed_flush_nothing_is_written_until_the_district_is_opened_again()
    {
        await _district.Record(_district.OnePiece());
        var writer = _district.District.Writer;
        writer.StoppedBecause.ShouldBeNull();

        var first = await Should.ThrowAsync<RefusedException>(() => Fail(10, 1034));
        var second = await Should.ThrowAsync<RefusedException>(() => _district.Record(_district.OnePiece()));

        first.Message.ShouldBe("The disk failed while the record was written (SQLite Error 10: 'disk I/O error'). What was not answered may be missing. "
            + "Nothing more is written until Cairn is started again: look at the disk first, then run cairn doctor.");
        second.Message.ShouldBe(first.Message);
        first.InnerException.ShouldBeOfType<SqliteException>();
        writer.StoppedBecause.ShouldBe(first.Message);
        Pieces().ShouldBe(1);
        await _district.District.DisposeAsync();
        await using var again = District.OpenExisting(_district.Folder, "test", toWrite: true, TimeProvider.System);
        await again.Writer.Record(_district.OnePiece());
        again.Writer.StoppedBecause.ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_waits_behind_a_failed_flush_is_refused_and_not_tried_again()
    {
        using var started = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var busy = _district.District.Writer.Alone<bool>(_ =>
        {
            started.Set();
            go.Wait(TimeSpan.FromSeconds(30));
            throw new DbUpdateException("no", new SqliteException("disk I/O error", 10, 778));
        });
        started.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        var calls = Enumerable.Range(0, 20).Select(_ => _district.Record(_district.OnePiece())).ToList();
        go.Set();

        await Should.ThrowAsync<RefusedException>(() => busy);
        foreach (var call in calls) await Should.ThrowAsync<RefusedException>(() => call);
        Pieces().ShouldBe(0);
    }

    [Theory]
    [InlineData(13, 13, "a full disk takes nothing and says so")]
    [InlineData(10, 4874, "the shared index of the log could not grow: a full disk, too")]
    [InlineData(19, 787, "a row that points at nothing")]
    [InlineData(5, 5, "somebody else is busy")]
    public async Task What_is_no_failed_flush_leaves_the_writer_as_it_was(int code, int extended, string why)
    {
        await Should.ThrowAsync<SqliteException>(() => Fail(code, extended));
        await _district.Record(_district.OnePiece());

        _district.District.Writer.StoppedBecause.ShouldBeNull(why);
        Pieces().ShouldBe(1);
    }

    [Fact]
    public async Task The_log_is_brought_into_the_file_as_it_grows()
    {
        var text = new string('x', 20_000);
        for (var i = 0; i < 300; i++)
        {
            var facts = _district.OnePiece();
            await _district.Record(facts with { EvidenceTexts = [facts.EvidenceTexts[0] with { Comment = text }] });
        }

        // More than six megabytes were written; the log holds four before it begins anew.
        new FileInfo(_district.District.Where + "-wal").Length.ShouldBeInRange(4096 * 1000, 5_500_000);
        new FileInfo(_district.District.Where).Length.ShouldBeGreaterThan(3_000_000);
    }

    private Task<bool> Fail(int code, int extended) => _district.District.Writer.Alone<bool>(_ => throw new SqliteException(code == 10 ? "SQLite Error 10: 'disk I/O error'." : "no", code, extended));

    private int Pieces()
    {
        using var db = _district.Open();
        return db.Evidence.Count();
    }

    public async ValueTask DisposeAsync() => await _district.DisposeAsync();
}
