package dev.deed.drift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.ownership.DriftIgnore;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.sql.SourceFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an entry of `drift.ignore` leaves out.
class IgnoredDriftTest {

  private static final String FROM =
      """
      CREATE SCHEMA partman;
      CREATE TABLE users (id integer, name text DEFAULT 'a');
      CREATE TABLE user_notes (id integer);
      CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
      """;

  private static final String TO =
      """
      CREATE SCHEMA partman;
      CREATE TABLE partman.parts (id integer);
      CREATE TABLE users (id integer, name text DEFAULT 'b' NOT NULL, age integer);
      COMMENT ON COLUMN users.name IS 'x';
      CREATE INDEX users_name ON users (name);
      CREATE TABLE user_notes (id integer);
      COMMENT ON TABLE user_notes IS 'x';
      CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 2';
      """;

  /// The differences without any entry.
  private static final List<String> ALL =
      List.of(
          "breaking column public.users.name",
          "behaviour table partman.parts",
          "behaviour column public.users.age",
          "behaviour function public.f(integer)",
          "performance index public.users_name",
          "cosmetic table public.user_notes");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          object: users                           | column public.users.name, column public.users.age, index public.users_name
          object: public.users                    | column public.users.name, column public.users.age, index public.users_name
          object: users.age                       | column public.users.age
          object: public.users.a*                 | column public.users.age
          object: users_name                      | index public.users_name
          object: "user*"                         | column public.users.name, column public.users.age, index public.users_name, table public.user_notes
          object: "*"                             | column public.users.name, table partman.parts, column public.users.age, function public.f(integer), index public.users_name, table public.user_notes
          object: "partman.*"                     | table partman.parts
          object: parts                           |
          object: f                               | function public.f(integer)
          object: f(integer)                      | function public.f(integer)
          object: f(text)                         |
          object: Users                           |
          kind: table                             | table partman.parts, table public.user_notes
          object: users, kind: index              | index public.users_name
          facet: comment                          | table public.user_notes
          facet: body                             | function public.f(integer)
          object: users, database: main           | column public.users.name, column public.users.age, index public.users_name
          object: users, database: other          |
          """)
  void leaves_out_what_matches(String entry, String ignored) {
    var left = left("{%s, reason: x}".formatted(entry));

    var expected = ignored == null ? List.<String>of() : List.of(ignored.split(", "));
    assertThat(left.ignored())
        .extracting(drift -> drift.difference().object().words())
        .containsExactlyElementsOf(expected);
    assertThat(left.report().drifts()).hasSize(ALL.size() - expected.size());
    assertThat(left.used()).hasSize(expected.isEmpty() && !entry.contains("facet") ? 0 : 1);
  }

  @Test
  void reports_all_without_an_entry() {
    assertThat(words(left("{object: nothing, reason: x}"))).isEqualTo(ALL);
  }

  @Test
  void leaves_the_other_facets_with_their_own_severity() {
    var left =
        left(
            "{object: users.name, facet: not null, reason: x}",
            "{object: users.name, facet: default, reason: x}");

    assertThat(words(left)).contains("cosmetic column public.users.name");
    assertThat(left.ignored()).isEmpty();
    assertThat(left.used()).hasSize(2);
  }

  @Test
  void leaves_nothing_of_an_object_whose_facets_are_all_ignored() {
    var left =
        left(
            "{facet: comment, reason: x}",
            "{facet: default, reason: x}",
            "{facet: not_null, reason: x}");

    assertThat(words(left)).noneMatch(words -> words.contains("users.name"));
  }

  @Test
  void closes_only_what_is_left() {
    var report = report();
    var closings =
        report.drifts().stream()
            .map(drift -> drift.difference().object())
            .map(object -> new Closing("SELECT", List.of(object), false, Closing.Held.NO, null))
            .toList();
    var proved = new Reconciliation("a", "b", closings, List.of(), false, false).withProof();

    var all = IgnoredDrift.of(report.with(proved), List.of(), List.of("public")).report();
    var some =
        IgnoredDrift.of(
                report.with(proved), ignores("{object: users, reason: x}"), List.of("public"))
            .report();

    assertThat(all.reconciliation()).isEqualTo(proved);
    assertThat(Objects.requireNonNull(some.reconciliation()).closings()).hasSize(ALL.size() - 3);
    assertThat(Objects.requireNonNull(some.reconciliation()).proved()).isFalse();
  }

  private static IgnoredDrift left(String... entries) {
    return IgnoredDrift.of(report(), ignores(entries), List.of("public"));
  }

  private static List<DriftIgnore> ignores(String... entries) {
    var yaml =
        """
        version: 1
        databases: {main: {}, other: {}}
        services: {web: {owns: {main: ["*"]}}}
        drift:
          ignore:
            - %s
        """
            .formatted(String.join("\n    - ", entries));
    var file = OwnershipFile.of(new SourceFile("a.yaml"), yaml.getBytes(UTF_8));
    assertThat(file.problems()).isEmpty();
    return file.driftIgnores();
  }

  private static DriftReport report() {
    return DriftCheck.between(Owners.DATABASE, side(FROM), side(TO), _ -> Optional.empty());
  }

  private static List<String> words(IgnoredDrift left) {
    return left.report().drifts().stream()
        .map(drift -> drift.severity().words() + " " + drift.difference().object().words())
        .toList();
  }

  private static Side side(String sql) {
    return Side.ofDatabase("a", new SourceFile("a.sql"), DumpText.of(sql));
  }
}
