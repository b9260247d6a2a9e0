package dev.deed.drift;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.FacetName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each difference is called, and that the reference page says the same.
class SeveritiesTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "")).resolve("../docs/reference/drift.md");

  private static final String TABLE =
      "CREATE TABLE t (a int NOT NULL, b varchar(9), c int DEFAULT 1 NOT NULL); ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a column that may be null        | ALTER TABLE t ADD d int                            | behaviour   | breaking
          a column that needs a value      | ALTER TABLE t ADD d int NOT NULL                   | breaking    | breaking
          a column with a default          | ALTER TABLE t ADD d int NOT NULL DEFAULT 1         | behaviour   | breaking
          an identity column               | ALTER TABLE t ADD d int GENERATED ALWAYS AS IDENTITY | behaviour | breaking
          a table                          | CREATE TABLE u ()                                  | behaviour   | breaking
          another type                     | ALTER TABLE t ALTER a TYPE text                    | breaking    | breaking
          a wider number                   | ALTER TABLE t ALTER a TYPE bigint                  | behaviour   | breaking
          a longer text                    | ALTER TABLE t ALTER b TYPE varchar(20)             | behaviour   | breaking
          a text without a limit           | ALTER TABLE t ALTER b TYPE text                    | behaviour   | breaking
          not null                         | ALTER TABLE t ALTER b SET NOT NULL                 | breaking    | behaviour
          a default                        | ALTER TABLE t ALTER b SET DEFAULT 'x'              | behaviour   | behaviour
          the only default                 | ALTER TABLE t ALTER c DROP DEFAULT                 | breaking    | behaviour
          an index                         | CREATE INDEX i ON t (a)                            | performance | performance
          a unique index                   | CREATE UNIQUE INDEX i ON t (a)                     | breaking    | breaking
          a check                          | ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0)       | breaking    | behaviour
          a unique constraint              | ALTER TABLE t ADD CONSTRAINT k UNIQUE (a)          | breaking    | breaking
          a primary key                    | ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a)     | breaking    | breaking
          a foreign key                    | ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES v | breaking | behaviour
          a comment                        | COMMENT ON TABLE t IS 'x'                          | cosmetic    | cosmetic
          a storage option                 | ALTER TABLE t SET (fillfactor = 70)                | performance | performance
          an unlogged table                | ALTER TABLE t SET UNLOGGED                         | behaviour   | behaviour
          row security                     | ALTER TABLE t ENABLE ROW LEVEL SECURITY            | breaking    | behaviour
          a policy                         | CREATE POLICY p ON t USING (a > 0)                 | behaviour   | breaking
          a restrictive policy             | CREATE POLICY p ON t AS RESTRICTIVE USING (a > 0)  | breaking    | behaviour
          a privilege                      | GRANT SELECT ON t TO app                           | behaviour   | breaking
          an enum's label                  | ALTER TYPE e ADD VALUE 'x, y'                      | behaviour   | breaking
          a function's body                | CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2' | behaviour | behaviour
          a trigger                        | CREATE TRIGGER g BEFORE INSERT ON t EXECUTE FUNCTION h() | behaviour | behaviour
          a view's query                   | CREATE OR REPLACE VIEW w AS SELECT a FROM v WHERE a > 1 | behaviour | behaviour
          a view's columns                 | CREATE OR REPLACE VIEW w AS SELECT a, b FROM v     | behaviour   | breaking
          security definer                 | ALTER FUNCTION f() SECURITY DEFINER                | behaviour   | breaking
          a sequence that ends             | ALTER SEQUENCE s MAXVALUE 9                        | breaking    | breaking
          a sequence's cache               | ALTER SEQUENCE s CACHE 9                           | performance | performance
          extended statistics              | CREATE STATISTICS x ON a, b FROM t                 | performance | performance
          """)
  void is_as_the_page_says(String what, String statement, String forth, String back) {
    var before =
        TABLE
            + """
            CREATE TABLE v (a int PRIMARY KEY, b int);
            CREATE TYPE e AS ENUM ('a');
            CREATE SEQUENCE s;
            CREATE VIEW w AS SELECT a FROM v;
            CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION h() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';
            """;
    var after = before + statement + ";";

    assertThat(worst(before, after)).as(what).isEqualTo(forth);
    assertThat(worst(after, before)).as("the way back of " + what).isEqualTo(back);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GRANT SELECT, INSERT ON t TO app | GRANT SELECT, DELETE ON t TO app | breaking
          GRANT SELECT ON t TO app         | GRANT SELECT, DELETE ON t TO app | behaviour
          ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) | ALTER TABLE t ADD CONSTRAINT k CHECK (a > 1) | breaking
          CREATE UNIQUE INDEX i ON t (a)   | CREATE UNIQUE INDEX i ON t (b)   | breaking
          CREATE INDEX i ON t (a)          | CREATE INDEX i ON t (b)          | performance
          CREATE INDEX i ON t (a)          | CREATE INDEX j ON t (a)          | cosmetic
          CREATE TABLE o (z int)           | CREATE TABLE p (z int)           | breaking
          CREATE VIEW w AS SELECT a, b FROM t | CREATE VIEW w AS SELECT b, a FROM t | breaking
          CREATE TABLE o (y int, z int)    | CREATE TABLE o (z int, y int)    | cosmetic
          CREATE TYPE e AS ENUM ('a', 'b') | CREATE TYPE e AS ENUM ('b', 'a') | behaviour
          """)
  void weighs_two_values(String from, String to, String severity) {
    assertThat(worst(TABLE + from + ";", TABLE + to + ";")).isEqualTo(severity);
  }

  @Test
  void has_a_page_with_all_of_them() {
    var page = Golden.read(PAGE);
    page = filled(page, "severities", severities());
    page = filled(page, "objects", objects());
    page = filled(page, "facets", facets());
    Golden.check(PAGE, page);
  }

  private static String worst(String from, String to) {
    return DriftCheck.between(Owners.DATABASE, side(from), side(to), _ -> Optional.empty())
        .drifts()
        .stream()
        .map(Drift::severity)
        .sorted()
        .findFirst()
        .map(DriftSeverity::words)
        .orElse("none");
  }

  private static Side side(String sql) {
    return Side.ofDatabase("a", new SourceFile("a.sql"), DumpText.of(sql));
  }

  private static String filled(String page, String name, String table) {
    var start = "<!-- %s -->\n".formatted(name);
    var end = "<!-- end of %s -->".formatted(name);
    assertThat(page).contains(start, end);
    return page.substring(0, page.indexOf(start) + start.length())
        + table
        + page.substring(page.indexOf(end));
  }

  private static String severities() {
    return table(
        "severity | what it means",
        Stream.of(DriftSeverity.values()).map(s -> "`%s` | %s".formatted(s.words(), s.meaning())));
  }

  private static String objects() {
    return table(
        "kind of object | added | missing | renamed",
        Stream.of(ObjectKind.values())
            .map(kind -> {
              var severity = ObjectSeverity.of(kind);
              return Stream.of(severity.added(), severity.missing(), severity.renamed())
                  .map(DriftSeverity::words)
                  .collect(joining(" | ", kind.words() + " | ", ""));
            }));
  }

  private static String facets() {
    return table(
        "facet | added | removed | changed",
        Arrays.stream(Facet.values())
            .map(facet -> {
              var severity = FacetSeverity.of(facet);
              var name = new FacetName(facet, "...").words();
              return Stream.of(severity.added(), severity.removed(), severity.changed())
                  .map(DriftSeverity::words)
                  .collect(joining(" | ", name + " | ", ""));
            })
            .sorted()
            .distinct());
  }

  private static String table(String head, Stream<String> rows) {
    var columns = head.split(" \\| ", -1).length;
    return "| %s |\n|%s\n%s"
        .formatted(
            head,
            "---|".repeat(columns),
            rows.map(row -> "| %s |\n".formatted(row)).collect(joining()));
  }
}
