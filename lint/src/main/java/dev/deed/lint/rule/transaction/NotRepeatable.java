package dev.deed.lint.rule.transaction;

import dev.deed.lint.rule.RuleCheck.ScriptCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.CreatesExtension;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.effect.TypeEffect.AddsEnumValue;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.script.Statement;
import java.util.List;
import java.util.Optional;

/// Finds scripts that cannot be one transaction and cannot be run again after they failed. In a
/// migration, deed knows how far it got and continues from there.
final class NotRepeatable implements ScriptCheck {

  @Override
  public void check(RuleView view) {
    var statements = view.script().statements();
    if (view.byEngine() || view.isWrapped() || statements.size() < 2) {
      return;
    }
    var last = lastAlone(statements);
    for (var i = 0; i < last; i++) {
      var statement = statements.get(i);
      statement.effects().stream()
          .map(NotRepeatable::guard)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(guard -> report(guard, statement, view));
    }
  }

  private static void report(String guard, Statement statement, RuleView view) {
    var message =
        "if a later statement of this script fails, this one is already done, and the next run fails here";
    view.report(
        statement.span(),
        message,
        "add " + guard + ", or move the statement to a script of its own");
  }

  /// The index of the last statement that runs outside a transaction; if it fails, the statements
  /// before it are done. -1 if there is none.
  private static int lastAlone(List<Statement> statements) {
    for (var i = statements.size() - 1; i >= 0; i--) {
      if (statements.get(i).runsAlone()) {
        return i;
      }
    }
    return -1;
  }

  /// The clause that would make the statement succeed a second time.
  private static Optional<String> guard(Effect effect) {
    var missing =
        switch (effect) {
          case CreatesTable e when !e.ifNotExists() -> "IF NOT EXISTS";
          case AddsColumn e when !e.ifNotExists() -> "IF NOT EXISTS";
          case AddsEnumValue e when !e.ifNotExists() -> "IF NOT EXISTS";
          case CreatesExtension e when !e.ifNotExists() -> "IF NOT EXISTS";
          case CreatesView e when !e.ifNotExists() && !e.orReplace() -> "OR REPLACE";
          case Drops e when !e.ifExists() -> "IF EXISTS";
          case DropsColumn e when !e.ifExists() -> "IF EXISTS";
          case DropsConstraint e when !e.ifExists() -> "IF EXISTS";
          default -> "";
        };
    return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
  }
}
