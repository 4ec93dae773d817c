using System.Linq.Expressions;
using Cairn.Storage.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cairn.Storage.Postgres;

/// <summary>What differs on PostgreSQL: ids are uuids, moments timestamps with time zone, names compare without case by citext, amounts whole numbers.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options)
{
    /// <summary>The options of a context on a database. By its connection, not by a data source: with one of those EF would build the
    /// model again for every district.</summary>
    internal static DbContextOptions<PostgresDb> On(string connection) => new DbContextOptionsBuilder<PostgresDb>()
        .UseNpgsql(connection).EnableThreadSafetyChecks(false)
        // That the migrations make the very model is a test's to say: to compare both takes longer than to make the tables.
        .ConfigureWarnings(warn => warn.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning)).Options;

    internal override IDisposable BeginReading()
    {
        Database.OpenConnection();
        return new OneMoment(this, Database.GetDbConnection().BeginTransaction(System.Data.IsolationLevel.RepeatableRead));
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension("citext");
        foreach (var name in Usernames(modelBuilder)) name.SetColumnType("citext");
        modelBuilder.Entity<Learning.Judgments.Judgment>().ToTable(table => table.HasCheckConstraint("one_thing", "num_nonnulls(level, non_score) + is_completion::int = 1"));
        // A learner's cells are rewritten with every judgment: room on the page, and never moved out of the row.
        modelBuilder.Entity<Standings.StandingRow>().HasStorageParameter("fillfactor", 50);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        foreach (var id in Ids)
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        configurationBuilder.Properties<decimal>().HaveConversion<AmountConverter>();
    }

    private sealed class AmountConverter() : ValueConverter<decimal, long>(amount => (long)(amount * 10_000), stored => stored / 10_000m);

    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(ToGuid(), FromGuid())
        where TId : struct
    {
        private static Expression<Func<TId, Guid>> ToGuid()
        {
            var id = Expression.Parameter(typeof(TId));
            return Expression.Lambda<Func<TId, Guid>>(Expression.Property(id, "Value"), id);
        }

        private static Expression<Func<Guid, TId>> FromGuid()
        {
            var guid = Expression.Parameter(typeof(Guid));
            return Expression.Lambda<Func<Guid, TId>>(Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, guid), guid);
        }
    }
}
