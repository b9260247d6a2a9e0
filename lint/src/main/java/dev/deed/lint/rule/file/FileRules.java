package dev.deed.lint.rule.file;

import static dev.deed.lint.rule.Look.at;
import static dev.deed.lint.rule.Look.atScript;
import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.warning;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import java.util.List;

/// About what a file that everybody reads, and every environment runs, should not hold.
public final class FileRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "hard-coded-secret",
              "a password or key stands in the text",
              atScript(new HardCodedSecret())),
          warning(
              "hard-coded-host",
              "the address of one environment stands in the text",
              atScript(new HardCodedHost())),
          warning(
              "hand-written-history",
              "rows are written into a tool's history by hand",
              at(WritesRows.class, new HandWrittenHistory())));

  private FileRules() {}
}
