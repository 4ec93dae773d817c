using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Storage.Districts;

/// <summary>The directory: which districts there are, on what engine, and by what host names they are asked for. A file in the
/// data folder, or a PostgreSQL database that several nodes share.</summary>
internal sealed class DirectoryDb(DbContextOptions<DirectoryDb> options) : DbContext(options)
{
    public const string FileName = "directory.db";

    public DbSet<DistrictEntry> Districts => Set<DistrictEntry>();

    public DbSet<HostName> Hosts => Set<HostName>();

    /// <summary>Opens the directory of a file; makes it where it is not there yet.</summary>
    public static DirectoryDb In(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        return Made(new DirectoryDb(new DbContextOptionsBuilder<DirectoryDb>().UseSqlite(connection).Options));
    }

    /// <summary>Opens the directory on a server; makes its tables where they are not there yet.</summary>
    public static DirectoryDb On(string connection) =>
        Made(new DirectoryDb(new DbContextOptionsBuilder<DirectoryDb>().UseNpgsql(Postgres.PostgresEngine.Read(connection).ToString()).Options));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DistrictEntry>().ToTable("districts").HasKey(one => one.Name);
        modelBuilder.Entity<HostName>().ToTable("hosts").HasKey(one => one.Host);
        modelBuilder.Entity<HostName>().HasOne<DistrictEntry>().WithMany().HasForeignKey(one => one.District);
        Tables.SnakeCase.Apply(modelBuilder);
    }

    private static DirectoryDb Made(DirectoryDb db)
    {
        try
        {
            db.Database.EnsureCreated();
            _ = db.Hosts.Count();
            return db;
        }
        catch (Exception wrong) when ((wrong as DbException ?? wrong.InnerException as DbException ?? (Exception?)(wrong as SocketException)) is { } why)
        {
            db.Dispose();
            // A database that holds other tables is given none of ours.
            var hint = why is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } ? " Give it a database of its own." : "";
            throw new RefusedException($"The directory of districts cannot be opened: {why.Message}.{hint}", wrong);
        }
    }
}

/// <summary>A district in the directory.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Connection">Its connection, sealed; empty where it is a file of the data folder.</param>
internal sealed record DistrictEntry(string Name, string Connection);

/// <summary>A host name that a district is asked for by.</summary>
/// <param name="Host">The name, lower case, without port.</param>
/// <param name="District">The district's short name.</param>
internal sealed record HostName(string Host, string District);
