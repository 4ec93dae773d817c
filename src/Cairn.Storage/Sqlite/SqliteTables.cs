using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Cairn.Storage.Sqlite;

/// <summary>Tables of short rows are clustered by their key (WITHOUT ROWID): one tree to write instead of two.</summary>
internal sealed class SqliteTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private static readonly HashSet<string> Clustered = new(StringComparer.Ordinal)
    {
        "judgments", "retractions", "stage_entries", "overrides", "claims", "evidence", "stage_requirements", "portrait_links", "enrollments", "teachings",
        "sessions", "role_grants", "caseloads", "kept_answers",
    };

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        if (!terminate || !Clustered.Contains(operation.Name))
        {
            base.Generate(operation, model, builder, terminate);
            return;
        }

        base.Generate(operation, model, builder, terminate: false);
        builder.Append(" WITHOUT ROWID").AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}
