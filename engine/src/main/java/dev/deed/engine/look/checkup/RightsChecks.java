package dev.deed.engine.look.checkup;

import dev.deed.engine.HistoryRemark;
import dev.deed.engine.HistoryRemarks;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.history.HistoryTable;
import dev.deed.sql.Identifier;
import dev.deed.sql.Severity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// deed's privileges in the database, and its history.
final class RightsChecks {

  private static final int MOST = 3;

  /// Whether this session may grant it.
  private static final String GRANTS_NOTES =
      """
      SELECT pg_catalog.pg_has_role(c.relowner, 'USAGE') AND pg_catalog.pg_has_role(n.nspowner, 'USAGE')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.oid = pg_catalog.to_regclass('deed.column_writer')
      """;

  /// Whether a role that exists lacks the right.
  private static final String NOTES =
      """
      SELECT EXISTS (
        SELECT FROM pg_catalog.pg_roles r
        WHERE r.rolname = %s
          AND NOT (pg_catalog.has_schema_privilege(r.oid, 'deed', 'USAGE')
                   AND pg_catalog.has_table_privilege(r.oid, 'deed.column_writer', 'SELECT')
                   AND pg_catalog.has_table_privilege(r.oid, 'deed.column_writer', 'INSERT')
                   AND pg_catalog.has_table_privilege(r.oid, 'deed.column_writer', 'UPDATE')))
      """;

  private RightsChecks() {}

  static Diagnosis history(Server server) throws SQLException {
    var history = new HistoryTable(server.address().target().database()).read(server.connection());
    if (history.rows().isEmpty()) {
      return Diagnosis.ok("history", "none yet: the first run creates it");
    }
    var known = server.expectations().services();
    var foreign =
        history.rows().stream().filter(row -> !known.contains(row.name().service())).toList();
    if (!foreign.isEmpty()) {
      return Diagnosis.problem(
          "history",
          "%s is applied, but there is no service `%s` in the ownership file"
              .formatted(foreign.getFirst().name().words(), foreign.getFirst().name().service()),
          "declare the service in the ownership file, or look at who wrote the row: deed history");
    }
    var odd = HistoryRemarks.of(history, known, server.expectations().searchPaths().keySet());
    if (!odd.isEmpty()) {
      var isChanged = odd.stream().anyMatch(remark -> remark.severity() == Severity.ERROR);
      return odd(odd, isChanged ? Diagnosis.Level.PROBLEM : Diagnosis.Level.WARNING);
    }
    var unfinished = history.rows().stream().filter(row -> isUnfinished(row.state())).toList();
    return unfinished.isEmpty()
        ? Diagnosis.ok("history", "%d versions".formatted(history.rows().size()))
        : Diagnosis.warning(
            "history",
            "%s did not complete".formatted(unfinished.getFirst().name().words()),
            "deed status shows more");
  }

  private static Diagnosis odd(List<HistoryRemark> odd, Diagnosis.Level level) {
    var shown = odd.stream().limit(MOST).toList();
    var more = odd.size() > MOST ? "; and %d more: deed status".formatted(odd.size() - MOST) : "";
    return new Diagnosis(
        "history",
        level,
        shown.stream()
                .map(remark -> remark.name().words() + " " + remark.message())
                .collect(Collectors.joining("; "))
            + more,
        shown.stream().map(HistoryRemark::advice).distinct().collect(Collectors.joining("; ")));
  }

  private static boolean isUnfinished(HistoryRow.State state) {
    return switch (state) {
      case STARTED, FAILED, REVERTING -> true;
      case APPLIED, REVERTED, MANUAL, STAMPED, ABANDONED, ABANDONED_ROLLBACK -> false;
    };
  }

  static Diagnosis privileges(Server server) throws SQLException {
    var exists = server.isTrue("SELECT pg_catalog.to_regclass('deed.migration') IS NOT NULL");
    if (exists) {
      var mayWrite =
          server.isTrue(
              """
              SELECT pg_catalog.bool_and(coalesce(pg_catalog.has_table_privilege(
                  pg_catalog.to_regclass('deed.' || name), privilege), true))
              FROM (VALUES ('migration', 'SELECT'), ('migration', 'INSERT'), ('migration', 'UPDATE'),
                           ('event', 'INSERT'), ('acknowledgement', 'SELECT'),
                           ('column_writer', 'SELECT'), ('backfill', 'SELECT'),
                           ('backfill', 'INSERT'), ('backfill', 'UPDATE'),
                           ('statement_sample', 'SELECT'), ('statement_sample', 'INSERT'),
                           ('statement_sample', 'UPDATE'), ('evidence', 'SELECT'),
                           ('evidence', 'INSERT')) AS needed (name, privilege)
              """);
      return mayWrite
          ? Diagnosis.ok("privileges", "may write the history")
          : Diagnosis.problem(
              "privileges",
              "may not write the history",
              "GRANT USAGE ON SCHEMA deed TO %1$s; GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA deed TO %1$s"
                  .formatted(user(server)));
    }
    return server.isTrue(
            "SELECT pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')")
        ? Diagnosis.ok("privileges", "may create the schema deed")
        : Diagnosis.problem(
            "privileges",
            "may not create the schema deed",
            "GRANT CREATE ON DATABASE %s TO %s"
                .formatted(
                    Identifier.quoted(server.text("SELECT pg_catalog.current_database()")),
                    user(server)));
  }

  static Diagnosis roles(Server server) throws SQLException {
    var missing = new ArrayList<String>();
    for (var role : server.expectations().roles()) {
      roleAdvice(server, role).ifPresent(missing::add);
    }
    if (server.expectations().roles().isEmpty()) {
      return Diagnosis.ok("roles", "no service has a role: all migrations run as " + user(server));
    }
    return missing.isEmpty()
        ? Diagnosis.ok("roles", "may run as " + String.join(", ", server.expectations().roles()))
        : Diagnosis.problem(
            "roles", "may not run migrations as all services' roles", String.join("; ", missing));
  }

  /// The trigger of a changeover writes with the rights of the service's role.
  static Diagnosis changeovers(Server server) throws SQLException {
    if (!server.isTrue("SELECT pg_catalog.to_regclass('deed.column_writer') IS NOT NULL")) {
      return Diagnosis.ok("changeovers", "none yet");
    }
    var grants = server.isTrue(GRANTS_NOTES);
    var lacking = new ArrayList<String>();
    for (var role : server.expectations().roles()) {
      var literal = "'" + role.replace("'", "''") + "'";
      if (!grants && server.isTrue(NOTES.formatted(literal))) {
        lacking.add(
            "GRANT USAGE ON SCHEMA deed TO %1$s; GRANT SELECT, INSERT, UPDATE ON deed.column_writer TO %1$s"
                .formatted(Identifier.quoted(role)));
      }
    }
    return lacking.isEmpty()
        ? Diagnosis.ok("changeovers", "services' roles may note who still writes an old column")
        : Diagnosis.warning(
            "changeovers",
            "migrations of a changeover fail: roles of services may not note who still writes an"
                + " old column, and %s may not grant it".formatted(user(server)),
            "as the owner of schema deed: " + String.join("; ", lacking));
  }

  private static Optional<String> roleAdvice(Server server, String role) throws SQLException {
    var name = Identifier.quoted(role);
    var grant = "GRANT %s TO %s".formatted(name, user(server));
    var literal = "'" + role.replace("'", "''") + "'";
    if (!server.isTrue(
        "SELECT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = %s)".formatted(literal))) {
      return Optional.of("CREATE ROLE " + name + "; " + grant);
    }
    // From 16 on, a member may lack the right to SET ROLE.
    var right = server.major() >= 16 ? "SET" : "MEMBER";
    var may = server.isTrue("SELECT pg_catalog.pg_has_role(%s, '%s')".formatted(literal, right));
    return may ? Optional.empty() : Optional.of(grant);
  }

  private static String user(Server server) throws SQLException {
    return Identifier.quoted(server.text("SELECT session_user"));
  }
}
