package dev.deed.lint.rule.file;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.lint.rule.RuleCheck.atScript;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import java.util.List;

/// The rules about what a migration file should not contain, because many people read it and every
/// environment runs it.
public final class FileRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "hard-coded-secret",
              "the text contains a password or key",
              atScript(new HardCodedSecret())),
          warning(
              "hard-coded-host",
              "the text contains the address of one environment",
              atScript(new HardCodedHost())),
          warning(
              "hand-written-history",
              "rows are written to a migration tool's history by hand",
              at(WritesRows.class, new HandWrittenHistory())));

  private FileRules() {}
}
