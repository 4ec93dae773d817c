using Microsoft.EntityFrameworkCore.Design;

namespace Cairn.Storage.Postgres;

/// <summary>Lets the migrations tool make a context: it reads the model and no data.</summary>
internal sealed class PostgresDbDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(PostgresDb.On("Host=nowhere"));
}
