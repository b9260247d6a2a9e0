package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.script.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever looks like a directive is one, or an error that says so.
class StrayDirectivesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- Deed: ignore drop-table reason=\"x\"",
        "-- DEED: ignore drop-table reason=\"x\"",
        "--Deed:requires auth/1",
        "-- deed : requires auth/1",
        "-- deed; requires auth/1",
        "-- deed = ignore drop-table reason=\"x\"",
        "-- deed, touches nothing",
        "-- deed-ignore drop-table",
        "-- deed.transaction none",
        "-- deed requires auth/20260131120000",
        "-- deed transaction none",
        "-- deed touches users writes",
        "-- deed touches nothing",
        "-- deed irreversible \"gone\"",
        "-- deed irreversible",
        "-- deed ignore drop-table until=2026-12-31 reason=\"x\"",
        "-- deed expect SELECT count(*) FROM users = 0",
        "-- Deed: ignroe drop-table",
        "-- Deed: transactoin none",
        "--- deed: touches nothing",
        "-- # deed: touches nothing",
        "-- @deed: touches nothing",
        "-- // deed: touches nothing",
        "-- dead: ignore drop-table reason=\"x\"",
        "-- ded: requires auth/1",
        "-- deeed: transaction none",
        "-- deeds: touches nothing",
        "-- dede: touches nothing",
        "/* deed: ignore drop-table reason=\"x\" */",
        "/* Deed: touches nothing */",
        "/*deed: touches nothing*/",
        "/*\n * deed: requires auth/1\n */",
        "/* two lines\n   deed: requires auth/1 */",
        "/* deed touches users reads */",
        "/* deed transaction none */",
      })
  void finds_what_only_looks_like_a_directive(String comment) {
    var script = read(comment + "\nSELECT 1;");
    assertThat(script.problems())
        .extracting(p -> p.rule().text())
        .containsExactly("unreadable-directive");
    assertThat(script.directives()).isEmpty();
    assertThat(script.problems().getFirst().span().start()).isZero();
    assertThat(script.statements()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- deed: touches nothing",
        "--deed: touches nothing",
        "--\tdeed:touches nothing",
        "SELECT 1; -- deed: touches nothing",
      })
  void reads_directives(String text) {
    var script = read(text);
    assertThat(script.problems()).isEmpty();
    assertThat(script.directives()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- deeds of land, one row each",
        "-- Deed: one row for each piece of land",
        "-- Deed requires a notary",
        "-- deed ignores comments",
        "-- deed expects the owner to sign",
        "-- deed contract between seller and buyer",
        "-- the deed: requires a signature",
        "-- see deed: https://example.com/deed",
        "-- need: ignorance is no excuse",
        "-- feed: rows of the importer",
        "-- seed: users",
        "-- seed users with data",
        "-- read: requirements.md",
        "-- dead code follows",
        "-- deed touches on many tables",
        "-- deed ignore this",
        "/* Deed registry: tables of the notary */",
        "/* the deed: ignore nothing */",
        "/*\n * Deeds are kept here.\n */",
        "SELECT '-- Deed: ignore x';",
        "SELECT $$\n-- Deed: ignore x\n/* deed: ignore x */\n$$;",
        "DO $$\nBEGIN\n  -- Deed: touches nothing\n  NULL;\nEND $$;",
        "SELECT \"/* deed: ignore x */\" FROM t;",
      })
  void lets_prose_strings_and_bodies_pass(String text) {
    var script = read(text + "\n");
    assertThat(script.problems()).isEmpty();
    assertThat(script.directives()).isEmpty();
  }

  @Test
  void advises_where_the_comment_is_of_another_language() {
    var problems = read("# deed: ignore drop-table reason=\"x\"\nDROP TABLE t;").problems();
    assertThat(problems).extracting(Finding::advice).first().asString().contains("-- deed: <name>");
  }

  private static Script read(String text) {
    return ScriptReader.read(new SourceFile("a.sql"), text);
  }
}
