package dev.deed.engine.look.checkup;

import dev.deed.engine.protocol.AssumedSettings;
import dev.deed.sql.Identifier;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// With which settings sessions start here, compared with what deed sets for its own.
final class SettingsChecks {

  private static final String SET =
      """
      SELECT CASE s.source WHEN 'client' THEN 'the URL' WHEN 'user' THEN 'the role'
                 WHEN 'database user' THEN 'the role in this database'
                 WHEN 'database' THEN 'the database' ELSE 'the server' END,
             s.reset_val
      FROM pg_catalog.pg_settings s
      WHERE s.name = 'search_path'
      """;

  private SettingsChecks() {}

  static Diagnosis searchPath(Server server) throws SQLException {
    var database = server.address().target().database();
    var declared = server.expectations().searchPaths().getOrDefault(database, List.of("public"));
    var found = server.one(SET, row -> List.of(row.getString(1), row.getString(2)));
    var schemas = plain(found.get(1));
    // PostgreSQL's own default begins with a schema of the user's name.
    var isSame = schemas.equals(declared) || schemas.equals(userFirst(server, declared));
    return isSame
        ? Diagnosis.ok("search path", String.join(", ", declared))
        : Diagnosis.warning(
            "search path",
            "sessions start with %s, set for %s, and the ownership file declares %s: deed sets that, other programs take names for other tables"
                .formatted(found.get(1), found.get(0), String.join(", ", declared)),
            "declare databases.%s.search_path, or type: ALTER DATABASE %s SET search_path = %s"
                .formatted(
                    database,
                    Identifier.quoted(server.text("SELECT pg_catalog.current_database()")),
                    declared.stream().map(Identifier::quoted).collect(Collectors.joining(", "))));
  }

  /// A setting under which SQL means something else, and a run sends none.
  static Diagnosis refused(Server server) throws SQLException {
    var found =
        server.all(
            AssumedSettings.REFUSED,
            row -> new Refused(row.getString(1), row.getString(2), row.getString(3)));
    if (found.isEmpty()) {
      return Diagnosis.ok("settings", "none under which SQL means something else");
    }
    var database = Identifier.quoted(server.text("SELECT pg_catalog.current_database()"));
    var role = Identifier.quoted(server.text("SELECT session_user::pg_catalog.text"));
    return Diagnosis.problem(
        "settings",
        "sessions start with %s: SQL means something else under it, and deed apply refuses"
            .formatted(found.stream().map(Refused::words).collect(Collectors.joining(", "))),
        found.stream()
            .map(one -> one.advice(role, database))
            .distinct()
            .collect(Collectors.joining("; ")));
  }

  /// @param source as `pg_settings` has it
  private record Refused(String name, String value, String source) {

    String words() {
      return "%s = %s, set for %s".formatted(name, value, place());
    }

    private String place() {
      return switch (source) {
        case "client" -> "the URL";
        case "user" -> "the role";
        case "database user" -> "the role in this database";
        case "database" -> "the database";
        default -> "the server";
      };
    }

    String advice(String role, String database) {
      return switch (source) {
        case "client" -> "take %s out of the URL".formatted(name);
        case "user" -> "ALTER ROLE %s RESET %s".formatted(role, name);
        case "database user" ->
            "ALTER ROLE %s IN DATABASE %s RESET %s".formatted(role, database, name);
        case "database" -> "ALTER DATABASE %s RESET %s".formatted(database, name);
        default -> "take %s out of postgresql.conf and reload".formatted(name);
      };
    }
  }

  /// Where the role has no schema of its own, `"$user"` means nothing.
  private static List<String> userFirst(Server server, List<String> declared) throws SQLException {
    var hasOwn =
        server.isTrue(
            "SELECT pg_catalog.to_regnamespace(pg_catalog.quote_ident(session_user)) IS NOT NULL");
    return hasOwn ? declared : Stream.concat(Stream.of("$user"), declared.stream()).toList();
  }

  private static List<String> plain(String path) {
    return List.of(path.replace("\"", "").strip().split("\\s*,\\s*"));
  }
}
