package dev.deed.lint.rule.definition;

import dev.deed.lint.facts.DefinedColumns;
import dev.deed.lint.facts.DefinedColumns.Defined;
import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect;
import java.util.function.Predicate;

/// Column types that are better another.
///
/// @param message what is wrong with it, behind the column's name
/// @param better what to write instead, with the column for `%s`
record ColumnTypeAdvice(Predicate<Defined> worse, String message, String better)
    implements EffectLook<TableEffect> {

  @Override
  public void look(TableEffect effect, Scene scene) {
    for (var column : DefinedColumns.of(effect)) {
      if (worse.test(column)) {
        report(column, scene);
      }
    }
  }

  private void report(Defined column, Scene scene) {
    var name = Identifier.quoted(column.column());
    var table = scene.catalog().relation(column.table());
    scene.report(
        column.span(),
        column.column() + " is " + column.type().text() + ": " + message,
        "write instead: " + better.formatted(name),
        new ObjectName(ObjectKind.COLUMN, table, column.column()));
  }
}
