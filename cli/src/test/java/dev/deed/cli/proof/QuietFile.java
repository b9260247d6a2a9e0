package dev.deed.cli.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deed.lint.LintResult;
import dev.deed.lint.Linter;
import dev.deed.lint.RulePage;
import dev.deed.lint.rule.LintFinding;
import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file of harmless migrations: `-- baseline`, `-- migration`, `-- next migration`, `-- down`.
///
/// @param down the last migration takes back the one before it
/// @param runs the tests' server can run it
record QuietFile(
    String baseline, List<String> migrations, boolean down, int postgres, boolean runs) {

  private static final Pattern POSTGRES = Pattern.compile("(?m)^-- postgres (\\d+)$");
  private static final String NOT_EVERYWHERE = "-- not on every server";
  private static final String WITH_TIME_OUT = "SET lock_timeout = '5s';\n";

  QuietFile {
    migrations = List.copyOf(migrations);
  }

  static QuietFile read(Path file) throws IOException {
    var text = Files.readString(file);
    var parts = text.split("(?m)^-- migration$", 2);
    var postgres = POSTGRES.matcher(text);
    var version = postgres.find() ? Integer.parseInt(postgres.group(1)) : RulePage.USUAL;
    return new QuietFile(
        parts[0],
        List.of(parts[1].split("(?m)^-- (?:next migration|down)$")),
        text.contains("\n-- down\n"),
        version,
        version <= RulePage.USUAL && !text.contains(NOT_EVERYWHERE));
  }

  /// @param byEngine false: another program runs each, with a `lock_timeout` set where it locks
  List<LintFinding> lint(boolean byEngine) {
    var reader = new SchemaReader(List.of("public"), postgres);
    reader.startFromNothing();
    reader.readBaseline(readable(baseline));
    var linter = new Linter(reader, new LintSettings(postgres, byEngine, false, Map.of()));
    var remarks = new ArrayList<LintFinding>();
    var last = Optional.<LintResult>empty();
    for (var i = 0; i < migrations.size(); i++) {
      var text = (byEngine ? "" : timeout(migrations.get(i))) + migrations.get(i);
      var alone = text.contains("-- deed: transaction none");
      var isDown = down && i == migrations.size() - 1;
      var linted =
          isDown && last.isPresent()
              ? linter.lintDown(readable(text), alone, last.get().asUp())
              : linter.lint(readable(text), alone);
      remarks.addAll(linted.remarks());
      last = Optional.of(linted);
    }
    return remarks;
  }

  /// What runs concurrently waits for others by its nature, and must not be broken off.
  private static String timeout(String migration) {
    return readable(migration).statements().stream().anyMatch(Statement::runsAlone)
        ? ""
        : WITH_TIME_OUT;
  }

  private static Script readable(String text) {
    var script = ScriptReader.read(new SourceFile("quiet.sql"), text);
    assertEquals(List.of(), script.problems());
    return script;
  }
}
