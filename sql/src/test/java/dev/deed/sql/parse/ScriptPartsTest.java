package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.script.Statement;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
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
      COMMENT ON TABLE a IS 'it''s; /* no comment: \u00e9\ud83d\ude00 */'; COMMENT ON TABLE b IS 'b';
      /* ; /* nested; */ ; */ SELECT 1
      """;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 30, 64, 100, 150, 200, 333, 500, 10_000})
  void are_together_the_statements_of_the_whole(int usual) {
    var whole = ScriptReader.read(FILE, TEXT);
    var statements = new ArrayList<String>();
    var places = new ArrayList<Span>();
    var parts = parts(TEXT, usual);
    parts.forEachRemaining(part -> {
      assertThat(part.problems()).isEmpty();
      part.statements().forEach(s -> statements.add(part.textOf(s)));
      part.statements().forEach(s -> places.add(parts.inWhole(s.span())));
    });

    assertThat(whole.problems()).isEmpty();
    assertThat(statements)
        .isEqualTo(whole.statements().stream().map(whole::textOf).toList())
        .hasSize(8);
    assertThat(places).isEqualTo(whole.statements().stream().map(Statement::span).toList());
  }

  @Test
  void are_several_where_the_text_is_long() {
    var parts = new ArrayList<Integer>();
    parts(TEXT, 100).forEachRemaining(part -> parts.add(part.statements().size()));

    assertThat(parts).hasSizeGreaterThan(3);
  }

  @Test
  void keep_what_cannot_be_read() {
    var problems = new ArrayList<String>();
    parts("SELECT 1; SELEC 2; SELECT 3; SELECT (", 8)
        .forEachRemaining(part -> part.problems().forEach(p -> problems.add(p.rule().text())));

    assertThat(problems).isEqualTo(List.of("syntax-error", "syntax-error"));
  }

  private static ScriptParts parts(String text, int usual) {
    return new ScriptParts(FILE, source(text), usual);
  }

  private static ScriptParts.Source source(String text) {
    var reader = new StringReader(text);
    return buffer -> {
      try {
        return reader.read(buffer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
