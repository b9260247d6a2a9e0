package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.EffectLook;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import java.util.Locale;

/// Finds `DROP TABLE`, except of partitions and of tables that the same script creates again.
final class DropTable implements EffectLook<Drops> {

  @Override
  public void look(Drops drop, Scene scene) {
    var table = scene.catalog().object(drop.object());
    var isTable = drop.object().kind() == ObjectKind.TABLE;
    if ((!isTable && drop.object().kind() != ObjectKind.FOREIGN_TABLE)
        || !scene.inUse(drop.object().name())
        || !scene.isMissed(table)
        || isPartition(table.name(), scene)
        || Recreation.follows(drop.object(), scene)) {
      return;
    }
    var loss = isTable ? ", and its rows are lost" : "";
    var message = "code that still uses " + table.name().dotted() + " fails" + loss;
    scene.report(drop.span(), message, advice(drop), table);
  }

  /// Whether the table is a partition: code uses its parent.
  private static boolean isPartition(QualifiedName table, Scene scene) {
    return scene.catalog().table(table).filter(t -> t.partition() != null).isPresent();
  }

  private static String advice(Drops drop) {
    var name = drop.object().name();
    return String.join(
        "\n",
        "deploy code that no longer uses the table, then drop it in a later migration with this directive",
        Deployed.ignore("drop-table", name.dotted()),
        "DROP "
            + drop.object().kind().words().toUpperCase(Locale.ROOT)
            + " "
            + name.quoted()
            + ";");
  }
}
