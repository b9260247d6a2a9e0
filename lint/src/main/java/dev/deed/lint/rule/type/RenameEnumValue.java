package dev.deed.lint.rule.type;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect.RenamesEnumValue;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;

/// Finds `ALTER TYPE ... RENAME VALUE`.
final class RenameEnumValue implements EffectCheck<RenamesEnumValue> {

  @Override
  public void check(RenamesEnumValue rename, RuleView view) {
    var type = view.catalog().object(ObjectName.of(ObjectKind.TYPE, rename.type()));
    if (!view.isMissed(type) || isUndone(rename, view)) {
      return;
    }
    var message =
        "code that still writes or compares '%s' of %s fails immediately"
            .formatted(rename.label(), type.name().dotted());
    view.report(rename.span(), message, advice(rename, type, view), type);
  }

  private static boolean isUndone(RenamesEnumValue rename, RuleView view) {
    return view.undone(rename.type().name()).stream()
        .anyMatch(placed ->
            placed.effect() instanceof RenamesEnumValue up && up.newLabel().equals(rename.label()));
  }

  private static String advice(RenamesEnumValue rename, ObjectName type, RuleView view) {
    var old = SafeSql.literal(rename.label());
    var next = SafeSql.literal(rename.newLabel());
    var lines = new ArrayList<String>();
    lines.add(
        "add the new value next to the old one, and change the rows when deployed code knows both");
    lines.add("ALTER TYPE %s ADD VALUE %s AFTER %s;".formatted(rename.type().quoted(), next, old));
    var columns =
        view.catalog().dependants(type).stream()
            .filter(TableColumn.class::isInstance)
            .map(TableColumn.class::cast)
            .toList();
    if (!columns.isEmpty()) {
      lines.add("-- in a later migration, a few thousand rows at a time");
    }
    for (var column : columns) {
      var name = Identifier.quoted(column.part());
      lines.add(
          "UPDATE %s SET %s = %s WHERE %s = %s;"
              .formatted(column.relation().quoted(), name, next, name, old));
    }
    return String.join("\n", lines);
  }
}
