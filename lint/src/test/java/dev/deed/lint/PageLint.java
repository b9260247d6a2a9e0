package dev.deed.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deed.lint.RulePage.Block;
import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lints the examples of a page, its setup being there before.
public final class PageLint {

  /// @param migration number of the example's migration, from 0
  public record Found(int migration, Finding finding) {}

  private PageLint() {}

  public static List<Found> of(RulePage page, Block block) {
    var reader = new SchemaReader(List.of("public"), block.postgres());
    if (!block.unproved()) {
      reader.startFromNothing();
    }
    reader.readBaseline(readable(page.setup()));
    // What is off otherwise is on for its own page.
    var levels = Map.of(page.rule().name(), Severity.ERROR);
    var weighed = page.rule().severity() == Severity.OFF ? levels : Map.<RuleName, Severity>of();
    var linter =
        new Linter(reader, new LintSettings(block.postgres(), block.byEngine(), false, weighed));
    var found = new ArrayList<Found>();
    var migrations = block.migrations();
    @Nullable LintResult last = null;
    for (var i = 0; i < migrations.size(); i++) {
      var number = i;
      var script = readable(migrations.get(i));
      var alone = migrations.get(i).contains("-- deed: transaction none");
      var linted =
          last != null && block.down() && i == migrations.size() - 1
              ? linter.lintDown(script, alone, last.asUp())
              : linter.lint(script, alone);
      linted.remarks().forEach(remark -> found.add(new Found(number, remark.finding())));
      last = linted;
    }
    return found;
  }

  private static Script readable(String text) {
    var script = ScriptReader.read(new SourceFile("example.sql"), text);
    assertEquals(List.of(), script.problems());
    return script;
  }
}
