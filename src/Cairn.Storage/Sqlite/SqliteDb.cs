using System.Linq.Expressions;
using Cairn.Storage.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cairn.Storage.Sqlite;

/// <summary>What differs on SQLite: ids are 16 bytes in order, moments whole microseconds, days and amounts whole numbers.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : Db(options)
{
    /// <summary>The options of a context on a file; with its own pool of connections.</summary>
    internal static DbContextOptions<SqliteDb> On(string file) => new DbContextOptionsBuilder<SqliteDb>()
        .UseSqlite(Connection(file)).AddInterceptors(new OnEveryOpen()).ReplaceService<IMigrationsSqlGenerator, SqliteTables>()
        .EnableThreadSafetyChecks(false)
        // That the migrations make the very model is a test's to say: to compare both takes longer than to make the tables.
        .ConfigureWarnings(warn => warn.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning)).Options;

    /// <summary>Closes the pooled connections to a file.</summary>
    internal static void Close(string file)
    {
        using var connection = new SqliteConnection(Connection(file));
        SqliteConnection.ClearPool(connection);
    }

    private static string Connection(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = true, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    // Deferred: anything else would hold the writer up.
    internal override IDisposable BeginReading()
    {
        Database.OpenConnection();
        var reading = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        return new OneMoment(this, reading);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var name in Usernames(modelBuilder)) name.SetCollation("NOCASE");
        modelBuilder.Entity<Learning.Judgments.Judgment>().ToTable(table => table.HasCheckConstraint("one_thing", "(level is not null) + (non_score is not null) + is_completion = 1"));
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        foreach (var id in Ids)
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        configurationBuilder.Properties<DateTime>().HaveConversion<MomentConverter>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DayConverter>();
        configurationBuilder.Properties<decimal>().HaveConversion<AmountConverter>();
        configurationBuilder.Properties<Guid>().HaveConversion<GuidConverter>();
    }

    private sealed class MomentConverter() : ValueConverter<DateTime, long>(
        moment => (moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        stored => new DateTime(DateTime.UnixEpoch.Ticks + stored * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc));

    private sealed class DayConverter() : ValueConverter<DateOnly, int>(day => day.DayNumber, stored => DateOnly.FromDayNumber(stored));

    private sealed class AmountConverter() : ValueConverter<decimal, long>(amount => (long)(amount * 10_000), stored => stored / 10_000m);

    private sealed class GuidConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), stored => new Guid(stored, true));

    // Big-endian bytes sort as the id does, so that time-ordered ids are appended.
    private sealed class IdConverter<TId>() : ValueConverter<TId, byte[]>(ToBytes(), FromBytes())
        where TId : struct
    {
        private static Expression<Func<TId, byte[]>> ToBytes()
        {
            var id = Expression.Parameter(typeof(TId));
            var toBytes = typeof(Guid).GetMethod(nameof(Guid.ToByteArray), [typeof(bool)])!;
            return Expression.Lambda<Func<TId, byte[]>>(Expression.Call(Expression.Property(id, "Value"), toBytes, Expression.Constant(true)), id);
        }

        private static Expression<Func<byte[], TId>> FromBytes()
        {
            var bytes = Expression.Parameter(typeof(byte[]));
            var guid = Expression.New(typeof(Guid).GetConstructor([typeof(ReadOnlySpan<byte>), typeof(bool)])!,
                Expression.Convert(bytes, typeof(ReadOnlySpan<byte>)), Expression.Constant(true));
            return Expression.Lambda<Func<byte[], TId>>(Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, guid), bytes);
        }
    }
}
