package dev.deed.lint.rule.definition;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.CreatesTable;

/// `CREATE TABLE` without a schema.
final class UnqualifiedTable implements EffectLook<CreatesTable> {

  @Override
  public void look(CreatesTable creates, Scene scene) {
    if (creates.table().isQualified()
        || creates.definition().persistence() == Persistence.TEMPORARY) {
      return;
    }
    var name = scene.catalog().created(creates.table());
    var message =
        "where this table is created depends on the search_path; here it is %s"
            .formatted(name.dotted());
    scene.report(
        creates.span(), message, "say so: CREATE TABLE " + name.quoted(), ObjectName.table(name));
  }
}
