package dev.deed.engine.history;

import dev.deed.engine.JournalEntry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// `deed.journal` of one database: who changed the schema, when and how. Event triggers write it,
/// where they are installed.
public final class JournalTable {

  /// The beginning of the names of its event triggers, which no command reports as drift.
  public static final String TRIGGERS = "deed_journal";

  /// Creates it, or brings it to this version. The functions belong to the role that installs them
  /// and write for every role; a failure of the journal is a warning, and stops no statement.
  public static final String INSTALL =
      """
      DO $$ BEGIN
        IF pg_catalog.to_regnamespace('deed') IS NULL THEN
          CREATE SCHEMA deed;
        END IF;
      END $$;
      CREATE TABLE IF NOT EXISTS deed.journal (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
        role text NOT NULL,
        application text NOT NULL,
        address inet,
        tag text NOT NULL,
        kind text NOT NULL,
        identity text NOT NULL,
        statement text NOT NULL
      );
      COMMENT ON TABLE deed.journal IS 'Who changed the schema: one row for each object of a statement';
      CREATE INDEX IF NOT EXISTS journal_identity ON deed.journal (identity, id);
      CREATE OR REPLACE FUNCTION deed.journal_note(tag text, kind text, identity text)
        RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
        INSERT INTO deed.journal (role, application, address, tag, kind, identity, statement)
        VALUES (session_user, coalesce(current_setting('application_name', true), ''), inet_client_addr(),
                tag, kind, identity,
                CASE WHEN tag ~ '(SERVER|USER MAPPING|SUBSCRIPTION|FOREIGN)'
                       OR current_query() ~* '(password|passwd|secret|identified)' THEN ''
                     ELSE left(current_query(), 20000) END)
      $$;
      CREATE OR REPLACE FUNCTION deed.journal_ddl() RETURNS event_trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        done record;
      BEGIN
        FOR done IN
          SELECT DISTINCT c.command_tag, c.object_type, c.object_identity
          FROM pg_event_trigger_ddl_commands() c
          WHERE NOT c.in_extension AND c.object_identity IS NOT NULL
            AND c.command_tag NOT IN ('REFRESH MATERIALIZED VIEW', 'REINDEX')
            AND coalesce(c.schema_name, '') <> 'deed' AND coalesce(c.schema_name, '') !~ '^pg_temp'
        LOOP
          PERFORM deed.journal_note(done.command_tag, coalesce(done.object_type, ''), done.object_identity);
        END LOOP;
      EXCEPTION WHEN OTHERS THEN
        RAISE WARNING 'deed''s journal could not note this: %', SQLERRM;
      END $$;
      CREATE OR REPLACE FUNCTION deed.journal_drop() RETURNS event_trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        gone record;
      BEGIN
        FOR gone IN
          SELECT DISTINCT d.object_type, d.object_identity
          FROM pg_event_trigger_dropped_objects() d
          WHERE NOT d.is_temporary AND coalesce(d.schema_name, '') <> 'deed'
            AND (d.original OR d.object_type IN ('table', 'view', 'materialized view', 'foreign table', 'index',
                 'sequence', 'function', 'procedure', 'trigger', 'policy', 'rule', 'table column',
                 'table constraint'))
        LOOP
          PERFORM deed.journal_note(tg_tag, gone.object_type, gone.object_identity);
        END LOOP;
      EXCEPTION WHEN OTHERS THEN
        RAISE WARNING 'deed''s journal could not note this: %', SQLERRM;
      END $$;
      REVOKE ALL ON FUNCTION deed.journal_note(text, text, text) FROM PUBLIC;
      DROP EVENT TRIGGER IF EXISTS deed_journal_ddl;
      DROP EVENT TRIGGER IF EXISTS deed_journal_drop;
      CREATE EVENT TRIGGER deed_journal_ddl ON ddl_command_end EXECUTE FUNCTION deed.journal_ddl();
      CREATE EVENT TRIGGER deed_journal_drop ON sql_drop EXECUTE FUNCTION deed.journal_drop();
      """;

  public static final String REMOVE =
      """
      DROP EVENT TRIGGER IF EXISTS deed_journal_ddl;
      DROP EVENT TRIGGER IF EXISTS deed_journal_drop;
      DROP FUNCTION IF EXISTS deed.journal_ddl();
      DROP FUNCTION IF EXISTS deed.journal_drop();
      DROP FUNCTION IF EXISTS deed.journal_note(text, text, text);
      DROP TABLE IF EXISTS deed.journal;
      """;

  private static final String IS_THERE =
      """
      SELECT pg_catalog.to_regclass('deed.journal') IS NOT NULL AND 2 = (
        SELECT count(*) FROM pg_catalog.pg_event_trigger t
        WHERE t.evtname IN ('deed_journal_ddl', 'deed_journal_drop') AND t.evtenabled IN ('O', 'A'))
      """;

  private static final String COLUMNS =
      """
      SELECT at, role, application, pg_catalog.host(address) AS address, tag, kind, identity, statement
      FROM deed.journal
      """;

  private JournalTable() {}

  /// Whether every change of the schema is noted.
  public static boolean isInstalled(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(IS_THERE)) {
      return results.next() && results.getBoolean(1);
    }
  }

  /// The last entries, newest first.
  public static List<JournalEntry> last(Connection connection, int count) throws SQLException {
    try (var statement = connection.prepareStatement(COLUMNS + "ORDER BY id DESC LIMIT " + count)) {
      return read(statement.executeQuery());
    }
  }

  /// All entries about some objects, newest first.
  ///
  /// @param identities as PostgreSQL prints them
  public static List<JournalEntry> about(Connection connection, Collection<String> identities)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            COLUMNS + "WHERE identity = ANY (?) ORDER BY id DESC LIMIT 10000")) {
      statement.setArray(1, connection.createArrayOf("text", identities.toArray()));
      return read(statement.executeQuery());
    }
  }

  private static List<JournalEntry> read(ResultSet results) throws SQLException {
    var entries = new ArrayList<JournalEntry>();
    try (results) {
      while (results.next()) {
        var at = results.getObject("at", OffsetDateTime.class);
        entries.add(
            new JournalEntry(
                at == null ? Instant.EPOCH : at.toInstant(),
                text(results, "role"),
                text(results, "application"),
                results.getString("address"),
                text(results, "tag"),
                text(results, "kind"),
                text(results, "identity"),
                text(results, "statement")));
      }
    }
    return entries;
  }

  private static String text(ResultSet results, String column) throws SQLException {
    return Objects.requireNonNullElse(results.getString(column), "");
  }
}
