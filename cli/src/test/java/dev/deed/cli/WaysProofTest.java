package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the check of ownership says of objects of two services that depend on each other, as a
/// server has it: what `DROP ... CASCADE` takes from another service, and what a definition depends
/// on. No object less, and none more.
@ExtendWith(PostgresExtension.class)
class WaysProofTest {

  private static final Path WAYS = Path.of("..", "ownership", "src", "test", "resources", "ways");
  private static final Pattern QUESTION =
      Pattern.compile("-- ask web: (.*)\n((?:DROP|ALTER) .*CASCADE;)\n");

  /// Definitions of web that may come to depend on objects of `auth`.
  private static final Pattern DEFINITION =
      Pattern.compile(
          "-- ask web: (.*)\n((?:CREATE (?!EXTENSION|SCHEMA|PUBLICATION|USER|SERVER|FOREIGN|EVENT|SUBS)"
              + "|ALTER TABLE items |ALTER DOMAIN web_|ALTER TYPE web_).*;)\n");

  private static final Pattern NAMED =
      Pattern.compile("(?<! as )(?<! as public\\.)\\bauth_\\w+|=~~=");
  private static final Pattern BOUND = Pattern.compile("\\bauth_\\w+|====");

  /// The types, routines, collations and operators of `auth`, with the number of objects that
  /// depend on each.
  private static final String DEPENDANTS =
      """
      SELECT object, count(*) FROM pg_depend d, LATERAL (
          SELECT coalesce(
              (SELECT coalesce(element.typname, t.typname) FROM pg_type t
               LEFT JOIN pg_type element ON element.oid = t.typelem AND t.typcategory = 'A'
               LEFT JOIN pg_class c ON c.oid = coalesce(element.typrelid, t.typrelid)
               WHERE d.refclassid = 'pg_type'::regclass AND t.oid = d.refobjid
                 AND (c.relkind IS NULL OR c.relkind = 'c')),
              (SELECT proname FROM pg_proc WHERE d.refclassid = 'pg_proc'::regclass AND oid = d.refobjid),
              (SELECT collname FROM pg_collation WHERE d.refclassid = 'pg_collation'::regclass AND oid = d.refobjid),
              (SELECT oprname FROM pg_operator WHERE d.refclassid = 'pg_operator'::regclass AND oid = d.refobjid),
              (SELECT relname FROM pg_class WHERE d.refclassid = 'pg_class'::regclass AND oid = d.refobjid
               AND relkind = 'c')) AS object) AS named
      WHERE deptype IN ('n', 'a') AND (object LIKE 'auth\\_%' OR object = '====')
      GROUP BY object
      """;

  /// Every object of the service `auth` that web's objects may take along, with its definition.
  private static final String OBJECTS =
      """
      SELECT c.relname AS name, concat_ws('; ',
          (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
                    || coalesce(pg_get_expr(d.adbin, d.adrelid), ''), ', ' ORDER BY a.attnum)
           FROM pg_attribute a LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
           WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
          (SELECT string_agg(conname, ', ' ORDER BY conname) FROM pg_constraint WHERE conrelid = c.oid),
          (SELECT string_agg(indexrelid::text, ', ' ORDER BY indexrelid) FROM pg_index WHERE indrelid = c.oid),
          (SELECT string_agg(tgname, ', ' ORDER BY tgname) FROM pg_trigger
           WHERE tgrelid = c.oid AND NOT tgisinternal),
          (SELECT string_agg(polname, ', ' ORDER BY polname) FROM pg_policy WHERE polrelid = c.oid),
          (SELECT string_agg(rulename, ', ' ORDER BY rulename) FROM pg_rewrite WHERE ev_class = c.oid),
          (SELECT string_agg(inhparent::text, ', ') FROM pg_inherits WHERE inhrelid = c.oid),
          c.reloftype) AS definition
      FROM pg_class c WHERE c.relname LIKE 'auth\\_%' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      UNION ALL
      SELECT t.typname, concat_ws('; ', t.typbasetype,
          pg_get_expr(t.typdefaultbin, 0),
          (SELECT string_agg(conname, ', ' ORDER BY conname) FROM pg_constraint WHERE contypid = t.oid),
          (SELECT string_agg(attname, ', ' ORDER BY attname) FROM pg_attribute
           WHERE attrelid = t.typrelid AND attnum > 0 AND NOT attisdropped))
      FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
      WHERE t.typname LIKE 'auth\\_%' AND (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c')
      UNION ALL
      SELECT proname, oid::text FROM pg_proc
      WHERE proname LIKE 'auth\\_%' AND prorettype NOT IN (SELECT oid FROM pg_type WHERE typtype = 'r' OR typtype = 'm')
      UNION ALL
      SELECT oprname, '' FROM pg_operator WHERE oprname = '=~~='
      UNION ALL
      SELECT stxname, '' FROM pg_statistic_ext WHERE stxname LIKE 'auth\\_%'
      UNION ALL
      SELECT srvname, '' FROM pg_foreign_server WHERE srvname LIKE 'auth\\_%'
      """;

  @Test
  void takes_from_another_service_what_the_check_names(TestDatabase database)
      throws IOException, SQLException {
    create(database);
    var expected = new LinkedHashMap<String, String>();
    var actual = new LinkedHashMap<String, String>();
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (var question : questions().entrySet()) {
        var sql = question.getKey();
        var before = objects(statement);
        statement.execute(sql);
        var after = objects(statement);
        connection.rollback();
        var changed = new TreeSet<String>();
        before.forEach((name, definition) -> {
          if (!definition.equals(after.get(name))) {
            changed.add(name);
          }
        });
        expected.put(sql, question.getValue());
        actual.put(sql, String.join(" ", changed));
      }
    }
    assertThat(expected).hasSizeGreaterThan(25);
    assertThat(actual).isEqualTo(expected);
  }

  /// A definition binds another service's type, function, collation or operator if the server
  /// records a dependency on it, and only then.
  @Test
  void binds_what_the_server_records_a_dependency_on(TestDatabase database)
      throws IOException, SQLException {
    create(database);
    var expected = new LinkedHashMap<String, String>();
    var actual = new LinkedHashMap<String, String>();
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (var question : bound().entrySet()) {
        var sql = question.getKey();
        var before = dependants(statement);
        try {
          statement.execute(sql);
        } catch (SQLException refused) {
          // Some say nothing about a server: they name objects that nobody created.
          connection.rollback();
          continue;
        }
        var after = dependants(statement);
        connection.rollback();
        var more = new TreeSet<String>();
        after.forEach((name, count) -> {
          if (count > before.getOrDefault(name, 0)) {
            more.add(name);
          }
        });
        expected.put(sql, question.getValue());
        actual.put(sql, String.join(" ", more));
      }
    }
    assertThat(expected.values()).filteredOn(String::isEmpty).hasSizeGreaterThan(15);
    assertThat(expected.values()).filteredOn(names -> !names.isEmpty()).hasSizeGreaterThan(40);
    assertThat(actual).isEqualTo(expected);
  }

  private static Map<String, String> bound() throws IOException {
    var questions = new LinkedHashMap<String, String>();
    var matcher = DEFINITION.matcher(Files.readString(WAYS.resolve("statements.sql")));
    while (matcher.find()) {
      var answer = matcher.group(1);
      var isOnlyBound =
          answer.equals("nothing")
              || (answer.startsWith("reference-not-allowed")
                  && !answer.contains("; ")
                  && !answer.contains(" table ")
                  && !answer.contains(" sequence "));
      if (isOnlyBound) {
        var names = new TreeSet<String>();
        var named = BOUND.matcher(answer);
        while (named.find()) {
          names.add(named.group());
        }
        questions.put(matcher.group(2), String.join(" ", names));
      }
    }
    return questions;
  }

  private static Map<String, Integer> dependants(Statement statement) throws SQLException {
    var dependants = new TreeMap<String, Integer>();
    try (var rows = statement.executeQuery(DEPENDANTS)) {
      while (rows.next()) {
        dependants.put(rows.getString(1), rows.getInt(2));
      }
    }
    return dependants;
  }

  private static void create(TestDatabase database) throws IOException {
    for (var file : List.of("web/001_orders.sql", "auth/002_users.sql", "auth/003_on_web.sql")) {
      var text = Files.readString(WAYS.resolve("migrations/main").resolve(file));
      var script = ScriptReader.read(new SourceFile(file), text);
      script.statements().forEach(statement -> database.execute(script.textOf(statement)));
    }
  }

  /// The statements that only other services' dependants keep from being right, with their names.
  private static Map<String, String> questions() throws IOException {
    var questions = new LinkedHashMap<String, String>();
    var matcher = QUESTION.matcher(Files.readString(WAYS.resolve("statements.sql")));
    while (matcher.find()) {
      var answer = matcher.group(1);
      if (!answer.contains("not-owner") && !answer.contains("opaque")) {
        var names = new TreeSet<String>();
        var named = NAMED.matcher(answer);
        while (named.find()) {
          names.add(named.group());
        }
        questions.put(matcher.group(2), String.join(" ", names));
      }
    }
    return questions;
  }

  private static Map<String, List<String>> objects(Statement statement) throws SQLException {
    var objects = new TreeMap<String, List<String>>();
    try (var rows = statement.executeQuery(OBJECTS)) {
      while (rows.next()) {
        objects
            .computeIfAbsent(rows.getString("name"), _ -> new ArrayList<>())
            .add(String.valueOf(rows.getString("definition")));
      }
    }
    objects.values().forEach(definitions -> definitions.sort(null));
    return objects;
  }
}
