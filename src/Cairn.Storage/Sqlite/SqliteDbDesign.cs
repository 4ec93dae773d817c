using Microsoft.EntityFrameworkCore.Design;

namespace Cairn.Storage.Sqlite;

/// <summary>Lets the migrations tool make a context: it reads the model and no data.</summary>
internal sealed class SqliteDbDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(SqliteDb.On(":memory:"));
}
