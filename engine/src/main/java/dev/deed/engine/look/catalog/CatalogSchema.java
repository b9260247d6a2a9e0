package dev.deed.engine.look.catalog;

import dev.deed.engine.connect.ReadingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The schema of a live database, read from its catalogs: as statements, so that the same reader
/// turns it and a dump into the same objects. Deed's own schema and the members of extensions are
/// left out.
///
/// @param postgres the server's major version
/// @param sql in the manner of `pg_dump --schema-only`
/// @param unread objects that are there but that the catalogs do not show to this role or program
public record CatalogSchema(int postgres, String sql, List<String> unread) {

  private static final Pattern CONDITION =
      Pattern.compile("(?m)^(.*?)\\s*--@(<)?(\\d+)(\\+|-(\\d+))?$\\n?");

  /// Names of PostgreSQL's own objects only, so that all others are qualified, as in a dump.
  private static final String SEARCH_PATH =
      "SET LOCAL search_path = pg_catalog, pg_temp; " + ReadingSettings.LOCAL;

  /// Compiling queries that run once takes longer than running them.
  private static final String NO_COMPILATION = "SET LOCAL jit = off";

  private static final String HEAD =
      """
      SET check_function_bodies = false;
      SET default_tablespace = '';
      SET default_table_access_method = heap;
      SELECT pg_catalog.set_config('search_path', '', false);
      """;

  private static final String TEXT = resource();

  private static final Map<Integer, List<String>> QUERIES = new ConcurrentHashMap<>();

  public CatalogSchema {
    unread = List.copyOf(unread);
  }

  /// Must run in a transaction: sets the search path. Two round trips, however large the schema.
  public static CatalogSchema read(Connection connection) throws SQLException {
    var postgres = connection.getMetaData().getDatabaseMajorVersion();
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(SEARCH_PATH + ";\n" + NO_COMPILATION);
    }
    return answered(connection, String.join(";\n", queries(postgres)), postgres);
  }

  private static CatalogSchema answered(Connection connection, String questions, int postgres)
      throws SQLException {
    var sql = new StringBuilder(HEAD);
    var unread = new ArrayList<String>();
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      var isResult = statement.execute(questions);
      while (isResult || statement.getUpdateCount() != -1) {
        if (isResult) {
          try (var rows = statement.getResultSet()) {
            add(rows, sql, unread);
          }
        }
        isResult = statement.getMoreResults();
      }
    }
    return new CatalogSchema(postgres, sql.toString(), unread);
  }

  /// What `readAgain` needs, once in a session. Planning these queries takes longer than running
  /// them.
  public static void prepare(Connection connection) throws SQLException {
    var postgres = connection.getMetaData().getDatabaseMajorVersion();
    var text = new StringBuilder("SET plan_cache_mode = force_generic_plan;\n");
    text.append(SEARCH_PATH).append(";\n").append(NO_COMPILATION).append(";\n");
    var queries = queries(postgres);
    for (var i = 0; i < queries.size(); i++) {
      text.append("PREPARE deed_schema_%d AS %s;%n".formatted(i, queries.get(i)));
    }
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("BEGIN;\n" + text + "COMMIT");
    }
  }

  /// The same as `read` in a session in which that was prepared.
  public static CatalogSchema readAgain(Connection connection) throws SQLException {
    var postgres = connection.getMetaData().getDatabaseMajorVersion();
    var text = new StringBuilder("BEGIN READ ONLY;\n");
    text.append(SEARCH_PATH).append(";\n").append(NO_COMPILATION).append(";\n");
    for (var i = 0; i < queries(postgres).size(); i++) {
      text.append("EXECUTE deed_schema_%d;%n".formatted(i));
    }
    return answered(connection, text + "COMMIT", postgres);
  }

  private static void add(ResultSet rows, StringBuilder sql, List<String> unread)
      throws SQLException {
    while (rows.next()) {
      var text = rows.getString(2);
      if (text == null) {
        unread.add(String.valueOf(rows.getString(1)));
      } else {
        sql.append(text).append(";\n");
      }
    }
  }

  static List<String> queries(int postgres) {
    return QUERIES.computeIfAbsent(postgres, CatalogSchema::read);
  }

  private static List<String> read(int postgres) {
    return Pattern.compile("(?m)^----$")
        .splitAsStream(fitting(TEXT, postgres))
        .map(String::strip)
        .collect(Collectors.toList());
  }

  /// Without the lines for other versions.
  private static String fitting(String text, int postgres) {
    return CONDITION
        .matcher(text)
        .replaceAll(line -> {
          var version = Integer.parseInt(line.group(3));
          var last = line.group(5);
          var fits =
              line.group(2) != null
                  ? postgres < version
                  : postgres >= version && (last == null || postgres <= Integer.parseInt(last));
          return fits ? Matcher.quoteReplacement(line.group(1) + "\n") : "";
        });
  }

  private static String resource() {
    try (var resource = CatalogSchema.class.getResourceAsStream("schema.sql")) {
      if (resource == null) {
        throw new IllegalStateException("schema.sql is missing from the program");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
