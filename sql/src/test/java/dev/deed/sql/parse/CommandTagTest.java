package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Statement;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The kinds of statements, and who reads them.
class CommandTagTest {

  private static final SourceFile FILE = new SourceFile("x.sql");

  @Test
  void has_a_statement_in_the_fixtures_or_the_oracle_for_every_tag() {
    var unread = EnumSet.allOf(CommandTag.class);
    Golden.entries("statements").stream()
        .map(Golden::read)
        .flatMap(CommandTagTest::statements)
        .map(Statement::command)
        .forEach(unread::remove);
    Verdict.recorded("statements")
        .map(Verdict::sql)
        .flatMap(CommandTagTest::statements)
        .map(Statement::command)
        .forEach(unread::remove);
    assertThat(unread).isEmpty();
  }

  @Test
  void evaluates_what_runs_now_and_keeps_what_is_defined() {
    assertThat(Stream.of("create view v as select f()", "create table t (a int default f())"))
        .allMatch(sql -> !EffectsOf.statement(sql).command().evaluatesExpressions());
    assertThat(
            Stream.of(
                "create table t as select f()",
                "create materialized view v as select f()",
                "alter table t add a int default f()",
                "create index on t (f(a))",
                "explain analyze select f()"))
        .allMatch(sql -> EffectsOf.statement(sql).command().evaluatesExpressions());
  }

  private static Stream<Statement> statements(String sql) {
    return ScriptReader.read(FILE, sql).statements().stream();
  }
}
