package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.Deployed;
import dev.deed.lint.facts.Expand;
import dev.deed.lint.facts.Undone;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;

/// Finds `RENAME COLUMN`.
final class RenameColumn implements EffectCheck<Renames> {

  @Override
  public void check(Renames rename, RuleView view) {
    if (rename.object().kind() != ObjectKind.COLUMN
        || view.waitsForGates()
        || isExchanged(rename, view)
        || !view.inUse(rename.object().name())
        || Undone.renames(rename, view)) {
      return;
    }
    var column = view.catalog().object(rename.object());
    if (view.isMissed(column)) {
      var message =
          "code that still uses %s by its old name fails immediately".formatted(column.text());
      view.report(
          rename.span(), message, advice(rename, column, view), ObjectName.table(column.name()));
    }
  }

  /// Whether another column of the table gives its name to this one, or takes its name, in the
  /// switch of a changeover.
  private static boolean isExchanged(Renames rename, RuleView view) {
    return view.isPartOf("switch") && (getsFreeName(rename, view) || givesNameAway(rename, view));
  }

  private static boolean getsFreeName(Renames rename, RuleView view) {
    return view.read().stream()
        .flatMap(resolved -> resolved.statement().effects().stream())
        .anyMatch(e ->
            e instanceof Renames other
                && isOfSameTable(other, rename)
                && other.object().own().equals(rename.newName()));
  }

  private static boolean givesNameAway(Renames rename, RuleView view) {
    return view.later(rename.object().own())
        .anyMatch(e ->
            e.effect() instanceof Renames other
                && isOfSameTable(other, rename)
                && other.newName().equals(rename.object().own()));
  }

  private static boolean isOfSameTable(Renames other, Renames rename) {
    return other.object().kind() == ObjectKind.COLUMN
        && other.object().name().equals(rename.object().name());
  }

  private static String advice(Renames rename, ObjectName column, RuleView view) {
    var known = view.catalog().column(column.name(), column.own());
    var type = known.map(c -> " " + c.type().text()).orElse("");
    return type.isEmpty() || view.catalog().view(column.name()).isPresent()
        ? "keep the old name, or provide the new name as well until no deployed code uses the old one; then rename it in a later migration with this directive\n"
            + Deployed.ignore("rename-column", SafeSql.column(rename.object().name(), column.own()))
        : Expand.first("rename-column", column.name(), column.own(), rename.newName())
            + beside(rename.object().name(), column.own(), rename.newName(), type);
  }

  private static String beside(QualifiedName table, String oldName, String newName, String type) {
    var old = Identifier.quoted(oldName);
    var added = Identifier.quoted(newName);
    return String.join(
        "\n",
        "add a column with the new name, deploy code that writes both, backfill it, deploy code that reads it, then drop the old one",
        SafeSql.alterTable(table, "ADD COLUMN " + added + type + ";"),
        "-- in a later migration, when deployed code writes both, a few thousand rows at a time",
        "UPDATE %s SET %s = %s WHERE %s IS DISTINCT FROM %s;"
            .formatted(table.quoted(), added, old, added, old),
        "-- in a later migration, when no deployed code uses the old name",
        Deployed.ignore("drop-column", SafeSql.column(table, oldName)),
        SafeSql.alterTable(table, "DROP COLUMN " + old + ";"));
  }
}
