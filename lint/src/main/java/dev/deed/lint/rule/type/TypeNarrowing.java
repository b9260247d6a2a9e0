package dev.deed.lint.rule.type;

import dev.deed.lint.facts.Narrowing;
import dev.deed.lint.facts.TypeChange;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;

/// Finds `ALTER COLUMN ... TYPE` to a type that cannot hold all values.
final class TypeNarrowing implements TypeChange.Check {

  @Override
  public void check(TypeChange change) {
    var using = change.effect().using();
    var isCast = using != null && using.tree() instanceof Cast(Column _, var _);
    if (using == null || isCast || using.tree() instanceof Column) {
      change
          .old()
          .flatMap(old -> Narrowing.of(change.base(old.type()), change.next(), isCast))
          .ifPresent(narrowing -> report(change, narrowing));
    }
  }

  private static void report(TypeChange change, Narrowing narrowing) {
    var column = Identifier.quoted(change.effect().column());
    var message =
        "values of %s that do not fit %s %s"
            .formatted(change.columnText(), change.next().text(), narrowing.what());
    var advice =
        "count the values that do not fit first, and define in the migration what they become\n"
            + "SELECT count(*) FROM %s WHERE %s;"
                .formatted(
                    change.effect().table().quoted(), narrowing.condition().formatted(column));
    change.view().report(change.effect().span(), message, advice, ObjectName.table(change.table()));
  }
}
