package dev.deed.lint.rule.definition;

import dev.deed.lint.facts.DefinedColumns;
import dev.deed.lint.facts.DefinedColumns.Defined;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect;
import java.util.function.Predicate;

/// Finds columns of a type for which another one is better.
///
/// @param worse which columns are found
/// @param message what is wrong with the type; follows the column's name and type
/// @param better what to write instead; `%s` is the column
record ColumnTypeAdvice(Predicate<Defined> worse, String message, String better)
    implements EffectCheck<TableEffect> {

  @Override
  public void check(TableEffect effect, RuleView view) {
    for (var column : DefinedColumns.of(effect)) {
      if (worse.test(column)) {
        report(column, view);
      }
    }
  }

  private void report(Defined column, RuleView view) {
    var name = Identifier.quoted(column.column());
    var table = view.catalog().relation(column.table());
    view.report(
        column.span(),
        column.column() + " is " + column.type().text() + ": " + message,
        "write instead: " + better.formatted(name),
        ObjectName.column(table, column.column()));
  }
}
