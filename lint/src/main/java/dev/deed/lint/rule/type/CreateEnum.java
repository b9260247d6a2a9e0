package dev.deed.lint.rule.type;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect.CreatesEnum;
import java.util.stream.Collectors;

/// Finds `CREATE TYPE ... AS ENUM`.
final class CreateEnum implements EffectCheck<CreatesEnum> {

  @Override
  public void check(CreatesEnum created, RuleView view) {
    var table = created.type().quoted();
    var values =
        created.labels().stream()
            .map(label -> "(" + SafeSql.literal(label) + ")")
            .collect(Collectors.joining(", "));
    var insert =
        values.isEmpty() ? "" : "\nINSERT INTO " + table + " (name) VALUES " + values + ";";
    view.report(
        created.span(),
        "values of an enum can be added, but they can be neither removed nor moved",
        "use a table, whose rows can be added and deleted\nCREATE TABLE "
            + table
            + " (name text PRIMARY KEY);"
            + insert,
        ObjectName.of(ObjectKind.TYPE, created.type()));
  }
}
