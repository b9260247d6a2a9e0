package dev.deed.lint.rule.index;

import dev.deed.lint.facts.VectorIndexes;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.SessionEffect.SetsParameter;

/// Finds builds of pgvector indexes on tables in use that leave maintenance_work_mem as it is.
final class VectorIndexMemory implements EffectCheck<CreatesIndex> {

  private static final String MEMORY = "maintenance_work_mem";

  @Override
  public void check(CreatesIndex index, RuleView view) {
    var table = view.relation(index.table());
    if (!VectorIndexes.isMethod(index.method()) || view.isNewRelation(table) || isSet(view)) {
      return;
    }
    view.report(
        index.span(),
        "this %s index of %s is built with maintenance_work_mem as the server has it: once the index no longer fits, the build takes many times as long"
            .formatted(index.method(), table.dotted()),
        "write before it, as much as the server can spare: SET maintenance_work_mem = '2GB';",
        ObjectName.table(table));
  }

  private static boolean isSet(RuleView view) {
    return view.read().stream()
        .flatMap(statement -> statement.statement().effects().stream())
        .anyMatch(effect ->
            effect instanceof SetsParameter sets && sets.parameter().equalsIgnoreCase(MEMORY));
  }
}
