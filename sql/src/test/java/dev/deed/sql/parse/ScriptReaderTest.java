package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.lex.StringBody;
import dev.deed.sql.lex.Strings;
import dev.deed.sql.lex.Tokens;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScriptReaderTest {

  @Test
  void a_statement_starts_at_its_first_token_and_ends_before_its_semicolon() {
    var script = read("-- first\n  SELECT 1 /* one */ ;\n\n/* second */ TABLE t");
    assertThat(script.statements())
        .extracting(script::textOf)
        .containsExactly("SELECT 1", "TABLE t");
    assertThat(script.statements().getFirst().span().line()).isEqualTo(2);
    assertThat(script.statements().getFirst().span().column()).isEqualTo(3);
  }

  @Test
  void statements_and_what_is_between_them_give_the_text_back() {
    var text = "\uFEFF-- x\r\nSELECT ';' ;; /* ; */ DO $$ BEGIN; END $$;\r\nTABLE \"a;b\";\n";
    var script = read(text);
    var rest = new StringBuilder();
    var behind = 0;
    for (var statement : script.statements()) {
      rest.append(text, behind, statement.span().start()).append(script.textOf(statement));
      behind = statement.span().end();
    }
    assertThat(rest.append(text.substring(behind)).toString()).isEqualTo(text);
    assertThat(script.statements()).hasSize(3);
  }

  @Test
  void goes_on_behind_a_statement_that_cannot_be_read() {
    var script = read("SELECT 1 +;\nSELECT (2;\nSELECT 3; CREATE TABEL t ();\nSELECT 4");
    assertThat(script.problems())
        .extracting(Finding::message)
        .containsExactly(
            "syntax error at \";\", expected an expression",
            "syntax error at \";\", expected \")\"",
            "syntax error at \"TABEL\", expected the kind of object to create");
    assertThat(script.problems()).extracting(p -> p.span().line()).containsExactly(1, 2, 3);
  }

  @Test
  void an_error_in_an_atomic_body_does_not_end_the_statement_at_the_body_s_semicolon() {
    var script =
        read(
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN; END; SELECT 2 END;\n"
                + "SELECT 1;");
    assertThat(script.problems()).hasSize(1);
    assertThat(script.statements()).extracting(script::textOf).containsExactly("SELECT 1");
  }

  @Test
  void a_string_counts_by_its_value() {
    assertValue("'it''s'", "it's");
    assertValue("'a' -- b\n 'c'\n\n'd'", "acd");
    assertValue("e'\\x41\\102\\u0043\\'\\n'", "ABC'\n");
    assertValue("E'\\uD83D\\uDE00'", "\uD83D\uDE00");
    assertValue("U&'d\\0061t\\+000061'", "data");
    assertValue("U&'d!0061t!+000061!!' UESCAPE '!'", "data!");
    assertValue("$$it's$$", "it's");
    assertValue("$a$$b$$a$", "$b$");
    assertValue("n'x'", "x");
  }

  private static void assertValue(String literal, String value) {
    var tokens = Tokens.of(literal);
    assertThat(tokens.count()).as(literal).isEqualTo(2);
    assertThat(Strings.value(tokens, 0)).isEqualTo(value);
    assertThat(ScriptReader.canonical(literal)).isEqualTo("'" + value.replace("'", "''") + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT a+-1 , B                    | select a + - 1, b",
        "SELECT a @- b                      | select a @- b",
        "SELECT a != b                      | select a <> b",
        "SELECT \"users\".\"Id\" FROM Users | select users.\"Id\" from users",
        "SELECT 1_000, 0xFF, .5, 1..2       | select 1_000, 0xff, .5, 1 .. 2",
        "SELECT 1/*2*/--3                   | select 1",
        "SELECT a*/*x/*y*/z*/b              | select a * b",
        "SELECT x :: int [ 1 ]              | select x::int[1]",
      })
  void the_normal_spelling_forgets_space_comments_and_case(String sql, String expected) {
    assertThat(ScriptReader.canonical(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 'a        | unterminated quoted string at \"'a\"",
        "SELECT \"a       | unterminated quoted identifier at \"\"a\"",
        "SELECT $$a       | unterminated dollar-quoted string at \"$$a\"",
        "SELECT /* /* */  | unterminated /* comment at \"/* /* */\"",
        "SELECT 12abc     | trailing junk after numeric literal at \"12abc\"",
        "SELECT 0x        | trailing junk after numeric literal at \"0x\"",
        "SELECT 1__0      | trailing junk after numeric literal at \"1__0\"",
        "SELECT \"\"      | zero-length delimited identifier at \"\"\"\"",
        "SELECT a < b < c | syntax error at \"<\", expected parentheses: this operator does not"
            + " chain",
        "SELECT :name     | psql variable \":name\": only psql replaces it, so write the value",
        "SELECT E'\\u12'  | invalid Unicode escape",
      })
  void says_what_is_wrong(String sql, String message) {
    assertThat(EffectsOf.error(sql)).isEqualTo(message);
  }

  @Test
  void a_name_longer_than_63_bytes_is_a_warning() {
    var script = read("CREATE TABLE " + "é".repeat(32) + " (); TABLE " + "a".repeat(63));
    assertThat(script.problems()).hasSize(1);
    var problem = script.problems().getFirst();
    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.rule().text()).isEqualTo("identifier-too-long");
    assertThat(script.statements().getFirst().effects().getFirst().touches().getFirst().object())
        .isEqualTo(ObjectName.of(ObjectKind.TABLE, "é".repeat(31)));
  }

  @Test
  void a_meta_command_of_psql_is_a_finding_with_advice() {
    var script = read("\\set x 1\n\\i other.sql\nSELECT 1 \\gexec\nSELECT 2;\n");
    assertThat(script.problems())
        .extracting(p -> p.rule().text())
        .containsOnly("psql-meta-command");
    assertThat(script.problems()).extracting(p -> p.span().line()).containsExactly(1, 2, 3);
    assertThat(script.problems())
        .extracting(Finding::advice)
        .doesNotContain("")
        .doesNotHaveDuplicates();
    assertThat(script.statements())
        .extracting(script::textOf)
        .containsExactly("SELECT 1", "SELECT 2");
  }

  @Test
  void what_pg_dump_writes_for_psql_is_fine() {
    var script = read("\\restrict Abc123\nSELECT 1;\n\\unrestrict Abc123\n");
    assertThat(script.problems()).isEmpty();
    assertThat(script.statements()).hasSize(1);
  }

  @Test
  void rows_of_copy_are_not_statements() {
    var script = read("COPY t (a) FROM stdin;\nDROP TABLE x;\n'\t\\N\n\\.\n\nSELECT 1;");
    assertThat(script.problems()).isEmpty();
    assertThat(script.statements())
        .extracting(s -> s.command())
        .containsExactly(CommandTag.COPY, CommandTag.SELECT);
  }

  @Test
  void rows_of_copy_without_their_end_are_an_error() {
    var script = read("COPY t FROM stdin;\n1\nDROP TABLE x;\n");
    assertThat(script.problems())
        .extracting(Finding::message)
        .containsExactly("rows of COPY without a final line \\. at \"1...\"");
  }

  @Test
  void directives_know_the_statement_that_follows() {
    var script =
        read(
            "-- deed: requires main/7\nSELECT 1;\n  --deed:ignore x until=2030-01-01\nSELECT 2;\n"
                + "-- deed: last\n-- indeed: no\nSELECT '-- deed: no';");
    assertThat(script.directives())
        .extracting(Directive::name, Directive::arguments, Directive::nextStatement)
        .containsExactly(
            tuple("requires", "main/7", 0),
            tuple("ignore", "x until=2030-01-01", 1),
            tuple("last", "", 2));
  }

  @Test
  void lines_end_with_cr_lf_or_both_and_columns_count_code_points() {
    var script = read("SELECT 1;\rSELECT 2;\r\nSELECT '\uD83D\uDE00' FROM t;");
    var effect = script.statements().getLast().effects().getFirst();
    assertThat(effect.span().line()).isEqualTo(3);
    assertThat(effect.span().column()).isEqualTo(17);
  }

  @Test
  void places_in_a_dollar_quoted_text_are_those_of_the_file() {
    var outer = Tokens.of("x\n $a$ SELECT * FROM\n t $a$ 'it''s t'");
    var body = outer.inside(StringBody.of(outer, 1));
    assertThat(body.span(2).line()).isEqualTo(2);
    assertThat(body.span(3).line()).isEqualTo(3);
    assertThat(body.span(3).column()).isEqualTo(2);
    assertThat(outer.text().substring(body.span(3).start(), body.span(3).end())).isEqualTo("t");
    var escaped = outer.inside(StringBody.of(outer, 2)).span(0);
    assertThat(outer.text().substring(escaped.start(), escaped.end())).isEqualTo("it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'users'", "'public.users'", "E'users'", "$$users$$", "'\"users\"'"})
  void a_relation_in_a_string_is_named(String literal) {
    assertThat(EffectsOf.effects("SELECT " + literal + "::regclass"))
        .singleElement()
        .isInstanceOfSatisfying(
            NamesRelation.class, n -> assertThat(n.relation().name()).isEqualTo("users"));
  }

  @Test
  void a_quoted_name_keeps_its_case_and_others_lose_it() {
    assertThat(EffectsOf.effects("SELECT FROM Users, \"Users\", U&\"\\0055sers\", ÄRA"))
        .extracting(e -> ((ReadsRows) e).relation().name())
        .isEqualTo(List.of("users", "Users", "Users", "Ära"));
  }

  private static Script read(String text) {
    return ScriptReader.read(new SourceFile("test.sql"), text);
  }
}
