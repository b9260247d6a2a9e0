package dev.deed.engine.evidence;

import dev.deed.engine.protocol.HistorySql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;

/// Whether `deed.evidence` of a database is as deed made it, and what the role may do with it.
final class EvidenceTableCheck {

  private static final String STATE =
      """
      SELECT t.oid IS NOT NULL AS made,
             pg_catalog.pg_is_in_recovery()
               OR pg_catalog.current_setting('default_transaction_read_only')::boolean AS fixed,
             coalesce(pg_catalog.has_schema_privilege(s.oid, 'USAGE'), true) AS enters,
             coalesce(pg_catalog.has_table_privilege(t.oid, 'SELECT'), true) AS reads,
             coalesce(pg_catalog.has_table_privilege(t.oid, 'INSERT'),
                      pg_catalog.has_schema_privilege(s.oid, 'CREATE'),
                      pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')) AS writes,
             coalesce(pg_catalog.row_security_active(t.oid), false) AS hides,
             (SELECT coalesce(pg_catalog.string_agg(n.name, ', '), '') FROM pg_catalog.unnest(?) AS n (name)
              WHERE t.oid IS NOT NULL
                AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
                                WHERE a.attrelid = t.oid AND a.attname = n.name AND NOT a.attisdropped)) AS lacks,
             pg_catalog.to_regclass('deed.format') IS NOT NULL AS has_format,
             pg_catalog.current_user() AS role
      FROM (SELECT) one
           LEFT JOIN pg_catalog.pg_namespace s ON s.nspname = 'deed'
           LEFT JOIN pg_catalog.pg_class t ON t.relnamespace = s.oid AND t.relname = 'evidence'
      """;

  private static final String FORMAT = "SELECT coalesce(max(version), 0) FROM deed.format";
  private static final String COUNT = "SELECT pg_catalog.count(*) FROM deed.evidence";

  private EvidenceTableCheck() {}

  static EvidenceStore.Condition condition(Connection connection, String words)
      throws SQLException {
    try (var statement = connection.prepareStatement(STATE)) {
      var columns =
          Stream.concat(EvidenceRow.TEXTS.stream(), Stream.of("id", "at", "expires", "details"));
      statement.setArray(1, connection.createArrayOf("text", columns.toArray()));
      try (var state = statement.executeQuery()) {
        state.next();
        return condition(connection, words, state);
      }
    }
  }

  private static EvidenceStore.Condition condition(
      Connection connection, String words, ResultSet state) throws SQLException {
    var role = state.getString("role");
    if (!state.getBoolean("enters") || !state.getBoolean("reads")) {
      return unreadable(
          words,
          "role %s may not".formatted(role),
          "GRANT USAGE ON SCHEMA deed TO %1$s; GRANT SELECT ON deed.evidence TO %1$s"
              .formatted(role));
    }
    if (!state.getString("lacks").isEmpty()) {
      return unreadable(
          words,
          "it has no column " + state.getString("lacks"),
          "restore the table from a backup, or rename it: deed creates it when evidence is kept");
    }
    if (state.getBoolean("hides")) {
      return unreadable(
          words,
          "row security may hide rows from role " + role,
          "ALTER TABLE deed.evidence DISABLE ROW LEVEL SECURITY");
    }
    if (state.getBoolean("has_format") && number(connection, FORMAT) > HistorySql.FORMAT) {
      return unreadable(words, "a newer deed has changed its format", "install the newest deed");
    }
    var found =
        state.getBoolean("made")
            ? "%s, rows: %d".formatted(words, number(connection, COUNT))
            : words + ", which the first evidence creates";
    if (state.getBoolean("fixed")) {
      return new EvidenceStore.Condition(
          found,
          "",
          "the server or the role is read-only",
          "keep evidence as a role that may write, or in a file: policies.evidence, --evidence FILE");
    }
    return state.getBoolean("writes")
        ? new EvidenceStore.Condition(found, "", "", "")
        : new EvidenceStore.Condition(
            found,
            "",
            "role %s may not".formatted(role),
            state.getBoolean("made")
                ? "GRANT INSERT ON deed.evidence TO %s, if this role is to keep evidence"
                    .formatted(role)
                : "let a role that may create schema deed keep the first evidence");
  }

  private static EvidenceStore.Condition unreadable(String words, String why, String advice) {
    return new EvidenceStore.Condition(words, why, "", advice);
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
