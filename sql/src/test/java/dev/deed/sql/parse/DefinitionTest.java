package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectEffect.Creates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two spellings of one object have one definition, so that a migration and a dump compare equal.
final class DefinitionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CREATE COLLATION c (locale = 'en', provider = icu) | create collation c (PROVIDER='icu',LOCALE=en)
          CREATE TEXT SEARCH DICTIONARY d (template = s.t, a = 1) | CREATE TEXT SEARCH DICTIONARY d (a = '1', template = S.T)
          CREATE STATISTICS s (mcv, ndistinct) ON a, b FROM t | CREATE STATISTICS s (ndistinct, mcv) ON A,B FROM t
          CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (b 'x', a 'y') | CREATE SERVER s FOREIGN DATA WRAPPER "w" OPTIONS (a 'y', b E'x')
          CREATE FOREIGN DATA WRAPPER w HANDLER h VALIDATOR v | CREATE FOREIGN DATA WRAPPER w VALIDATOR v HANDLER h
          CREATE USER u CREATEDB | CREATE ROLE u WITH LOGIN CREATEDB
          CREATE DATABASE d OWNER o TEMPLATE template0 | CREATE DATABASE d WITH TEMPLATE = 'template0' OWNER = o
          CREATE TABLESPACE t LOCATION '/x' WITH (b = 1, a = 2) | CREATE TABLESPACE t LOCATION '/x' WITH (a = 2, b = 1)
          """)
  void is_the_same_for_two_spellings(String one, String other) {
    assertThat(definitionOf(one)).isEqualTo(definitionOf(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CREATE COLLATION c (locale = 'en') | CREATE COLLATION c (locale = 'de')
          CREATE STATISTICS s ON a, b FROM t | CREATE STATISTICS s ON a, c FROM t
          CREATE ROLE u NOLOGIN | CREATE ROLE u LOGIN
          CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (a 'x') | CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (a 'X')
          """)
  void differs_where_the_objects_do(String one, String other) {
    assertThat(definitionOf(one)).isNotEqualTo(definitionOf(other));
  }

  private static String definitionOf(String sql) {
    var script = ScriptReader.read(new SourceFile("a.sql"), sql);
    assertThat(script.problems()).isEmpty();
    return ((Creates) script.statements().getFirst().effects().getFirst()).definition();
  }
}
