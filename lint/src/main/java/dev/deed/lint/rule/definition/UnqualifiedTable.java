package dev.deed.lint.rule.definition;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.CreatesTable;

/// Finds `CREATE TABLE` without a schema.
final class UnqualifiedTable implements EffectCheck<CreatesTable> {

  @Override
  public void check(CreatesTable creates, RuleView view) {
    if (creates.table().isQualified()
        || creates.definition().persistence() == Persistence.TEMPORARY) {
      return;
    }
    var name = view.catalog().created(creates.table());
    var message =
        "the schema of this table depends on the search_path; here the table is %s"
            .formatted(name.dotted());
    view.report(
        creates.span(),
        message,
        "write the schema: CREATE TABLE " + name.quoted(),
        ObjectName.table(name));
  }
}
