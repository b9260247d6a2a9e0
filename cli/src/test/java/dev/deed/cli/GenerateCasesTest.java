package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.golden.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `generate` on the pairs of schemas of the drift checker's cases: up leads there, down leads
/// back, and `check` has nothing to object to. With `-Ddeed.cases=all` on all of them, else on
/// some.
@ExtendWith(PostgresExtension.class)
class GenerateCasesTest {

  private static final Path CASES =
      Path.of(System.getProperty("basedir", "."))
          .resolve("../drift-checker/src/test/resources/cases");

  /// One in so many.
  private static final int SOME = 12;

  /// Their dumps are of objects that no ordinary server has, or that PostgreSQL itself owns, or are
  /// not whole.
  private static final List<String> NOT_LIVE =
      List.of(
          "materialized_view/access_method",
          "privileges/built_in_objects",
          "schema/rare_facets",
          "table/changes_without_the_table");

  /// What the schemas of these have came with 15.
  private static final List<String> NOT_BEFORE_15 =
      List.of(
          "access_method/added_with_its_tables",
          "constraint/foreign_key_actions",
          "constraint/unique",
          "constraint/unique_deferrable",
          "index/nulls_not_distinct",
          "publication/changed",
          "publication/column_of_a_list",
          "publication/tables",
          "publication/type_under_a_filter",
          "publication/with_schema",
          "schema/public",
          "sequence/changed",
          "sequence/identity_persistence",
          "statistics/columns_moved",
          "table/access_method",
          "view/options_and_recursion");

  /// Their functions are in languages that deed cannot read, so that `check` asks a person what
  /// they touch.
  private static final List<String> NOT_READ =
      List.of(
          "base_type/added",
          "language/changed_under_a_function",
          "language/with_a_handler",
          "many/rich");

  /// A column that comes back is the last one, and statistics name their columns in the order of
  /// the table: deed says that the way back does not lead back.
  private static final List<String> NOT_BACK = List.of("column/dropped_with_dependents");

  private static final Pattern ROLE =
      Pattern.compile(
          "(?:OWNER TO|GRANT .* TO|REVOKE .* FROM|FOR ROLE|USER MAPPING FOR|AUTHORIZATION|TO) "
              + "(\"[^\"]+\"|[a-z_][\\w$]*)[;\\n ]");

  private static final String OWNERSHIP =
      """
      version: 1
      databases: {main: {postgres: 15}}
      services: {web: {owns: {main: ["*.*"]}}}
      """;

  @TempDir private Path folder;

  /// With stories the tables in use change step by step, and what no story closes is left out.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leads_there_and_back(boolean atOnce, TestDatabase server) throws IOException {
    var failures = new StringBuilder();
    for (var kase : cases(atOnce ? 0 : SOME / 2 + 1)) {
      if (server.majorVersion() < 15 && NOT_BEFORE_15.contains(name(kase))) {
        continue;
      }
      roles(server, kase);
      var failure = failure(kase, atOnce, server);
      if (!failure.isEmpty()) {
        failures.append("\n## ").append(CASES.relativize(kase)).append('\n').append(failure);
      }
    }
    assertThat(failures.toString()).isEmpty();
  }

  /// @param first the number of the first one
  private static List<Path> cases(int first) throws IOException {
    var all = new ArrayList<Path>();
    try (var kinds = Files.list(CASES)) {
      for (var kind : kinds.sorted().toList()) {
        try (var folders = Files.list(kind)) {
          folders.sorted().forEach(all::add);
        }
      }
    }
    all.removeIf(f -> {
      var name = name(f);
      return NOT_LIVE.contains(name) || NOT_READ.contains(name) || NOT_BACK.contains(name);
    });
    if (System.getProperty("deed.case") != null || "all".equals(System.getProperty("deed.cases"))) {
      return Cases.chosen(CASES, all);
    }
    var some = new ArrayList<Path>();
    for (var i = first; i < all.size(); i += SOME) {
      some.add(all.get(i));
    }
    return some;
  }

  private static String name(Path kase) {
    return CASES.relativize(kase).toString().replace('\\', '/');
  }

  private String failure(Path kase, boolean atOnce, TestDatabase server) throws IOException {
    var project = Files.createTempDirectory(folder, "project");
    Files.writeString(project.resolve("schema-ownership.yaml"), OWNERSHIP);
    var web = Files.createDirectories(project.resolve("migrations/main/web"));
    Files.writeString(web.resolve("20260101000000_before.sql"), schema(kase, "expected"));
    Files.writeString(project.resolve("wanted.sql"), schema(kase, "actual"));
    var console = Console.in(project);
    var words =
        new ArrayList<>(
            List.of("generate", "next", "--to", "wanted.sql", "--scratch", server.url()));
    if (atOnce) {
      words.add("--allow-destructive");
    }
    var answer = console.run(words.toArray(String[]::new));
    if (answer.exit() != 0) {
      // Where all is left out, no file waits for a person.
      return !atOnce && answer.exit() == 1 && answer.out().contains("note: no file is written")
          ? ""
          : answer.screen();
    }
    var isProved =
        answer.out().contains("there is nothing to write")
            || ((!atOnce || answer.out().contains("the migrations lead to the wanted schema"))
                && answer.out().contains("the downs lead back"));
    var text = new StringBuilder(isProved ? "" : answer.out());
    try (var written = Files.list(web)) {
      for (var file : written.sorted().skip(1).toList()) {
        var check = console.run("check", "migrations/main/web/" + file.getFileName());
        var expected = file.toString().endsWith(".down.sql") ? "no findings" : "1 warning";
        if (check.exit() != 0 || !check.out().contains("1 migration checked: " + expected)) {
          text.append(check.screen());
        }
        text.append(text.isEmpty() ? "" : Files.readString(file));
      }
    }
    return text.toString();
  }

  /// Without what pg_dump says to psql, and without owners: `generate` does not compare them.
  private static String schema(Path kase, String name) throws IOException {
    return Files.readString(kase.resolve(name + ".sql"))
        .replaceAll("(?m)^\\\\.*$", "")
        .replaceAll("(?m)^SET .*$", "")
        .replaceAll("(?m)^SELECT pg_catalog.set_config.*$", "")
        .replaceAll("(?m)^ALTER [A-Z].* OWNER TO .*$", "")
        .replace("PostgreSQL database dump", "dump");
  }

  private static void roles(TestDatabase server, Path kase) throws IOException {
    var names = new TreeSet<String>();
    for (var name : List.of("expected", "actual")) {
      var found = ROLE.matcher(schema(kase, name));
      while (found.find()) {
        names.add(found.group(1));
      }
    }
    names.removeIf(
        n -> n.equalsIgnoreCase("public") || n.startsWith("pg_") || n.startsWith("\"pg_"));
    for (var role : names) {
      server.execute(
          "DO $$ BEGIN CREATE ROLE %s; EXCEPTION WHEN OTHERS THEN END $$".formatted(role));
    }
  }
}
