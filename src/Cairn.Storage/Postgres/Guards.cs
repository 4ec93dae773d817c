using Microsoft.EntityFrameworkCore.Migrations;

namespace Cairn.Storage.Postgres;

/// <summary>The database itself refuses to change or delete a fact, or to touch what an adopted version holds.</summary>
internal static class Guards
{
    public static void Facts(MigrationBuilder migration, params ReadOnlySpan<string> tables)
    {
        migration.Sql("""
            CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '% holds facts: a row is inserted and never changed', TG_TABLE_NAME; END $$;
            """);
        foreach (var table in tables)
            migration.Sql($"CREATE TRIGGER {table}_only_insert BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
    }

    /// <summary>Words may go by the procedure of erasure: once the seal of their entry stands, and never otherwise.</summary>
    public static void Erasable(MigrationBuilder migration, params ReadOnlySpan<(string Table, string Of, int Kind)> tables)
    {
        migration.Sql("""
            CREATE OR REPLACE FUNCTION refuse_unsealed_payload() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF NOT EXISTS (SELECT 1 FROM journal_seals WHERE "index" = OLD."index") THEN RAISE EXCEPTION 'what the journal says goes by an erasure only'; END IF;
              RETURN OLD;
            END $$;
            CREATE TRIGGER journal_payloads_only_insert BEFORE UPDATE OR TRUNCATE ON journal_payloads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER journal_payloads_only_erased BEFORE DELETE ON journal_payloads FOR EACH ROW EXECUTE FUNCTION refuse_unsealed_payload();
            """);
        Words(migration, tables);
    }

    /// <summary>Of tables that are guarded already: what stands beside a fact may go once its seal stands.</summary>
    public static void Words(MigrationBuilder migration, params ReadOnlySpan<(string Table, string Of, int Kind)> tables)
    {
        foreach (var (table, of, kind) in tables)
            migration.Sql($"""
                DROP TRIGGER {table}_only_insert ON {table};
                CREATE TRIGGER {table}_only_insert BEFORE UPDATE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
                CREATE OR REPLACE FUNCTION refuse_unsealed_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF NOT EXISTS (SELECT 1 FROM journal_seals WHERE "of" = OLD."{of}" AND kind = {kind}) THEN RAISE EXCEPTION '{table} holds facts: words beside them go by an erasure only'; END IF;
                  RETURN OLD;
                END $$;
                CREATE TRIGGER {table}_only_erased BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_unsealed_{table}();
                """);
    }

    public static void Adopted(MigrationBuilder migration, params ReadOnlySpan<string> tables)
    {
        migration.Sql("""
            CREATE OR REPLACE FUNCTION refuse_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              -- A row is neither taken out of an adopted version nor put into one.
              IF EXISTS (SELECT 1 FROM framework_versions WHERE adopted_at IS NOT NULL AND (TG_OP <> 'INSERT' AND id = OLD.version OR TG_OP <> 'DELETE' AND id = NEW.version)) THEN
                RAISE EXCEPTION 'an adopted version never changes: make a draft of the next';
              END IF;
              RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
            END $$;
            CREATE OR REPLACE FUNCTION refuse_adopted_version() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF OLD.adopted_at IS NOT NULL THEN RAISE EXCEPTION 'an adopted version never changes: make a draft of the next'; END IF;
              RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
            END $$;
            CREATE OR REPLACE FUNCTION refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'an adopted version never changes: make a draft of the next'; END $$;
            CREATE TRIGGER framework_versions_not_emptied BEFORE TRUNCATE ON framework_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
            CREATE TRIGGER framework_versions_adopted BEFORE UPDATE OR DELETE ON framework_versions FOR EACH ROW EXECUTE FUNCTION refuse_adopted_version();
            """);
        foreach (var table in tables)
        {
            migration.Sql($"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();");
            migration.Sql($"CREATE TRIGGER {table}_adopted BEFORE INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_adopted();");
        }
    }
}
