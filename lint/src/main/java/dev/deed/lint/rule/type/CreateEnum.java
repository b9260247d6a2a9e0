package dev.deed.lint.rule.type;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect.CreatesEnum;
import java.util.stream.Collectors;

/// Finds `CREATE TYPE ... AS ENUM`.
final class CreateEnum implements EffectLook<CreatesEnum> {

  @Override
  public void look(CreatesEnum created, RuleView scene) {
    var table = created.type().quoted();
    var values =
        created.labels().stream()
            .map(label -> "(" + SafeSql.literal(label) + ")")
            .collect(Collectors.joining(", "));
    var insert =
        values.isEmpty() ? "" : "\nINSERT INTO " + table + " (name) VALUES " + values + ";";
    scene.report(
        created.span(),
        "values of an enum can be added, but they can be neither removed nor moved",
        "use a table, whose rows can be added and deleted\nCREATE TABLE "
            + table
            + " (name text PRIMARY KEY);"
            + insert,
        ObjectName.of(ObjectKind.TYPE, created.type()));
  }
}
