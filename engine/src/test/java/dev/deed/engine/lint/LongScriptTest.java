package dev.deed.engine.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.schema.SchemaReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Dumps and generated files have tens of thousands of statements: what a rule asks about the
/// others must not read all of them again for each. The limits are far above what it takes.
class LongScriptTest {

  private static final int STATEMENTS = 20_000;

  @Test
  void takes_time_in_proportion_where_each_statement_is_a_finding() {
    assertEquals(STATEMENTS, findings("DROP TABLE t%d;\n"));
  }

  @Test
  void takes_time_in_proportion_where_there_is_nothing_to_object_to() {
    assertEquals(0, findings("INSERT INTO t (id) VALUES (%d);\n"));
  }

  private static int findings(String statement) {
    var text =
        IntStream.range(0, STATEMENTS).mapToObj(statement::formatted).collect(Collectors.joining());
    var script = ScriptReader.read(new SourceFile("long.sql"), text);
    var linter =
        new Linter(new SchemaReader(List.of("public"), 16), new Linting(16, true, false, Map.of()));
    return assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> linter.lint(script, false).remarks())
        .size();
  }
}
