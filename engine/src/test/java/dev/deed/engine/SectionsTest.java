package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the down of a file begins.
class SectionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- DOWN Migration (Rollback)",
        "-- DOWN  Migration",
        "-- down migration",
        "-- migrate:down",
        "-- +goose Down",
        "-- +migrate Down",
        "-- +migrate Down notransaction",
        "-- !Downs",
        "--//@UNDO",
        "-- //@UNDO",
        "---- create above / drop below ----",
      })
  void reads_the_markers_of_known_tools(String marker) {
    var text = "CREATE TABLE a ();\n" + marker + "\nDROP TABLE a;\n";

    assertThat(Sections.of(text).up()).contains("CREATE").doesNotContain("DROP");
    assertThat(Sections.of(text).down()).contains("DROP").doesNotContain("CREATE");
    assertThat(Sections.unclear(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- DOWN",
        "-- Rollback",
        "-- rollback:",
        "-- ==== DOWN ====",
        "/* DOWN Migration */",
        "/* down */",
        "--- Down ---",
        "-- [DOWN]",
        "-- @down",
        "-- Undo",
        "-- Revert",
        "-- Rollback script",
        "-- Migration down",
        "-- Migrate Down",
        "-- Rollback migration",
        "-- # --- !Downs",
        "-- Begin rollback",
        "  -- down",
        "/*\n * DOWN\n */",
        "-- =============================================== DOWN ===============================================",
        "-- downgrade",
        "-- Reverse",
        "-- To roll back:",
        "-- section: down",
        "-- name: down",
        "-- rambler down",
        "-- +micrate Down",
        "-- any-tool:down",
        "-- 1 down SQL",
        "-- Revert this migration",
      })
  void refuses_what_looks_like_a_marker_and_is_not_one(String comment) {
    var text = "-- UP\nCREATE TABLE a ();\n" + comment + "\nDROP TABLE a;\n";

    assertThat(Sections.of(text).down()).isNull();
    assertThat(Sections.unclear(text).orElseThrow().line()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT '\n-- DOWN Migration\n';",
        "SELECT '\n-- Rollback\n';",
        "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$\n-- DOWN Migration\nSELECT 1\n$$;",
        "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $a$\n-- rollback\nSELECT 1\n$a$;",
        "/* how\n-- DOWN Migration\n*/ SELECT 1;",
        "-- the rollback of this takes long\nSELECT 1;",
        "-- rollback is not possible\nSELECT 1;",
        "-- counts down\nSELECT 1;",
        "SELECT 1;\n-- Rollback:\n-- DROP TABLE a;\n",
        "SELECT 1;\n/* down */ /* DROP TABLE a; */\n",
        "-- tear down\nSELECT 1;",
        "-- reverse the order of the names\nSELECT 1;",
        "-- http://host:80/down\nSELECT 1;",
      })
  void takes_no_other_text_for_a_marker(String text) {
    assertThat(Sections.of(text).down()).isNull();
    assertThat(Sections.unclear(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- nothing to undo",
        "-- Nothing to undo: the rows are gone.",
        "-- n/a",
        "-- This cannot be undone.\n-- Ask the data team; they have a backup",
        "-- None",
        "-- can't be undone",
      })
  void takes_words_for_words(String comment) {
    var down = Sections.of("SELECT 1;\n-- DOWN Migration\n" + comment + "\n").down();

    assertThat(ScriptReader.read(new SourceFile("a.sql"), String.valueOf(down)).problems())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-- DORP TABLE a;", "-- DROP TABLE a", "-- WITH a AS (SELECT 1) SELECT 1"})
  void takes_no_sql_for_words(String comment) {
    var sections = Sections.of("SELECT 1;\n-- DOWN Migration\n" + comment + "\n");

    assertThat(sections.down()).contains(comment.substring(3)).doesNotContain(comment);
  }

  @Test
  void finds_a_marker_after_a_string_that_does_not_end() {
    assertThat(Sections.of("SELECT 'x;\n-- DOWN Migration\nSELECT 1;").down()).isNotNull();
  }

  /// Written as comments and taken back, a function has the body that it had.
  @Test
  void takes_strings_of_several_lines_as_they_stand_behind_the_dashes() {
    var sections =
        Sections.of(
            """
            -- UP Migration
            SELECT 1;
            -- DOWN Migration (Rollback)
            -- CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $f$
            --   SELECT 1
            --
            --     + 2
            -- $f$;
            -- COMMENT ON TABLE t IS 'two
            -- lines';
            -- SELECT "it's" FROM t;
            """);
    var down = sections.down();

    assertThat(down)
        .contains("AS $f$\n  SELECT 1\n\n    + 2\n$f$", "IS 'two\nlines'")
        .contains("\n   SELECT \"it's\" FROM t;")
        .hasSameSizeAs(sections.up());
    var statements = ScriptReader.read(new SourceFile("a.sql"), String.valueOf(down)).statements();
    assertThat(statements).extracting(s -> s.span().line()).containsExactly(4, 9, 11);
  }
}
