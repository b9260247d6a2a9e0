package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptPartsTest {

  private static final SourceFile FILE = new SourceFile("dump.sql");

  private static final String TEXT =
      """
      -- a comment; with a semicolon
      CREATE TABLE a (x integer DEFAULT 1, y text DEFAULT ';');
      COPY a (x, y) FROM stdin;
      1\tone; two
      2\tthree
      \\.
      CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
      CREATE FUNCTION g() RETURNS integer BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END;
      END;
      CREATE RULE r AS ON DELETE TO a DO ALSO (DELETE FROM b; DELETE FROM c);
      COMMENT ON TABLE a IS 'it''s; /* no comment */';
      /* ; /* nested; */ ; */ SELECT 1
      """;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 30, 64, 100, 150, 200, 333, 500, 10_000})
  void are_together_the_statements_of_the_whole(int usual) {
    var whole = ScriptReader.read(FILE, TEXT);
    var statements = new ArrayList<String>();
    for (var part : new ScriptParts(FILE, TEXT, usual)) {
      assertThat(part.problems()).isEmpty();
      part.statements().forEach(s -> statements.add(part.textOf(s)));
    }

    assertThat(whole.problems()).isEmpty();
    assertThat(statements)
        .isEqualTo(whole.statements().stream().map(whole::textOf).toList())
        .hasSize(7);
  }

  @Test
  void are_several_where_the_text_is_long() {
    var parts = new ArrayList<Integer>();
    new ScriptParts(FILE, TEXT, 100).forEach(part -> parts.add(part.statements().size()));

    assertThat(parts).hasSizeGreaterThan(3);
  }

  @Test
  void keep_what_cannot_be_read() {
    var problems = new ArrayList<String>();
    new ScriptParts(FILE, "SELECT 1; SELEC 2; SELECT 3; SELECT (", 8)
        .forEach(part -> part.problems().forEach(p -> problems.add(p.rule().text())));

    assertThat(problems).isEqualTo(List.of("syntax-error", "syntax-error"));
  }
}
