using Microsoft.EntityFrameworkCore.Migrations;

namespace Cairn.Storage.Sqlite;

/// <summary>The database itself refuses to change or delete a fact, or the words beside it. Erasure comes with its own procedure.</summary>
internal static class InsertOnly
{
    public static void Guard(MigrationBuilder migration, params ReadOnlySpan<string> tables)
    {
        foreach (var table in tables)
            foreach (var action in (string[])["update", "delete"])
                migration.Sql($"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table} BEGIN SELECT RAISE(ABORT, '{table} holds facts: a row is inserted and never changed'); END;");
    }
}
