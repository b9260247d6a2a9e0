package dev.deed.cli.proof;

import static org.junit.jupiter.api.Assertions.assertNull;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.lint.Linter;
import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// The SQL of any rule's advice runs on a server in the place of the statement, also for scripts
/// that were not written for that rule: those of `will-fail/advice`.
@ExtendWith(PostgresExtension.class)
class OtherAdviceTest {

  private static final Pattern NEXT = Pattern.compile("(?m)^-- .*\\bmigration\\b.*$");

  @TestFactory
  Stream<DynamicTest> gives_sql_that_runs(TestDatabase database) throws IOException {
    return FailureFiles.each("advice", file -> check(FailureCase.read(file), database));
  }

  private static void check(FailureCase passing, TestDatabase database) throws SQLException {
    var version = database.majorVersion();
    if (!passing.isFor(version)) {
      return;
    }
    var reader = new SchemaReader(List.of("public"), version);
    reader.startFromNothing();
    var linter = new Linter(reader, new LintSettings(version, true, false, Map.of()));
    for (var i = 0; i < passing.migrations().size(); i++) {
      var text = passing.migrations().get(i);
      for (var remark : linter.lint(script(text), text.contains("transaction none")).remarks()) {
        if (!sql(remark.finding()).isBlank()) {
          follow(passing, i, remark.finding(), database);
        }
      }
    }
  }

  private static String sql(Finding finding) {
    return String.join("\n", finding.advice().lines().skip(1).toList());
  }

  private static void follow(
      FailureCase passing, int migration, Finding finding, TestDatabase database)
      throws SQLException {
    var migrations = new ArrayList<>(passing.migrations().subList(0, migration));
    var text = passing.migrations().get(migration);
    var kept =
        script(text).statements().stream()
            .filter(s -> s.span().end() > finding.span().start())
            .findFirst()
            .map(s -> text.substring(0, s.span().start()))
            .orElse(text + "\n");
    Arrays.stream(NEXT.split(kept + sql(finding)))
        .filter(step -> !step.isBlank())
        .forEach(migrations::add);
    var followed = new FailureCase(migrations, null, 0, Integer.MAX_VALUE);
    var refused = FailureFiles.run(followed, database);
    assertNull(refused, () -> finding + "\n" + String.join("\n-- migration\n", migrations));
  }

  private static Script script(String text) {
    return ScriptReader.read(new SourceFile("advice.sql"), text);
  }
}
