package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.Deployed;
import dev.deed.lint.facts.Expand;
import dev.deed.lint.facts.Recreation;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import java.util.Locale;

/// Finds `DROP TABLE`, except of partitions and of tables that the same script creates again.
final class DropTable implements EffectCheck<Drops> {

  @Override
  public void check(Drops drop, RuleView view) {
    var table = view.catalog().object(drop.object());
    var isTable = drop.object().kind() == ObjectKind.TABLE;
    if (view.waitsForGates()
        || (!isTable && drop.object().kind() != ObjectKind.FOREIGN_TABLE)
        || !view.inUse(drop.object().name())
        || !view.isMissed(table)
        || isPartition(table.name(), view)
        || Recreation.follows(drop.object(), view)) {
      return;
    }
    var loss = isTable ? ", and its rows are lost" : "";
    var message = "code that still uses " + table.name().dotted() + " fails" + loss;
    view.report(drop.span(), message, advice(drop, table.name()), table);
  }

  /// Whether the table is a partition: code uses its parent.
  private static boolean isPartition(QualifiedName table, RuleView view) {
    return view.catalog().table(table).filter(t -> t.partition() != null).isPresent();
  }

  private static String advice(Drops drop, QualifiedName table) {
    var name = drop.object().name();
    return String.join(
        "\n",
        (drop.object().kind() == ObjectKind.TABLE ? Expand.first("drop-table", table) : "")
            + "deploy code that no longer uses the table, then drop it in a later migration with this directive",
        Deployed.ignore("drop-table", name.dotted()),
        "DROP "
            + drop.object().kind().words().toUpperCase(Locale.ROOT)
            + (drop.ifExists() ? " IF EXISTS " : " ")
            + name.quoted()
            + ";");
  }
}
