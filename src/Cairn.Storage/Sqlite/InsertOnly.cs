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

    /// <summary>Words may go by the procedure of erasure: once the seal of their entry stands, and never otherwise.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="tables">Each table, the column that names the fact, and the number that the journal knows the table by.</param>
    public static void GuardErasable(MigrationBuilder migration, params ReadOnlySpan<(string Table, string Of, int Kind)> tables)
    {
        GuardWords(migration, tables);
        migration.Sql("CREATE TRIGGER journal_payloads_no_update BEFORE UPDATE ON journal_payloads BEGIN SELECT RAISE(ABORT, 'the journal never changes'); END;");
        migration.Sql("CREATE TRIGGER journal_payloads_no_delete BEFORE DELETE ON journal_payloads WHEN NOT EXISTS (SELECT 1 FROM journal_seals WHERE \"index\" = OLD.\"index\") "
            + "BEGIN SELECT RAISE(ABORT, 'what the journal says goes by an erasure only'); END;");
    }

    /// <summary>Of tables that are guarded already: what stands beside a fact may go once its seal stands.</summary>
    public static void GuardWords(MigrationBuilder migration, params ReadOnlySpan<(string Table, string Of, int Kind)> tables)
    {
        foreach (var (table, of, kind) in tables)
        {
            migration.Sql($"DROP TRIGGER {table}_no_delete;");
            migration.Sql($"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} WHEN NOT EXISTS (SELECT 1 FROM journal_seals WHERE \"of\" = OLD.\"{of}\" AND kind = {kind}) "
                + $"BEGIN SELECT RAISE(ABORT, '{table} holds facts: words beside them go by an erasure only'); END;");
        }
    }

    /// <summary>What an adopted version of a framework holds is not touched any more, and neither is the version.</summary>
    public static void GuardAdopted(MigrationBuilder migration, params ReadOnlySpan<string> tables)
    {
        const string refusal = "RAISE(ABORT, 'an adopted version never changes: make a draft of the next')";
        foreach (var action in (string[])["update", "delete"])
            migration.Sql($"CREATE TRIGGER framework_versions_adopted_{action} BEFORE {action} ON framework_versions WHEN OLD.adopted_at IS NOT NULL BEGIN SELECT {refusal}; END;");
        foreach (var table in tables)
            // A row is neither taken out of an adopted version nor put into one.
            foreach (var (action, rows) in ((string, string)[])[("insert", "NEW.version"), ("update", "OLD.version, NEW.version"), ("delete", "OLD.version")])
                migration.Sql($"CREATE TRIGGER {table}_adopted_{action} BEFORE {action} ON {table} WHEN EXISTS (SELECT 1 FROM framework_versions WHERE id IN ({rows}) AND adopted_at IS NOT NULL) BEGIN SELECT {refusal}; END;");
    }
}
