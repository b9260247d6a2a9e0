package dev.deed.lint.rule.type;

import dev.deed.lint.facts.DefinedColumns;
import dev.deed.lint.facts.VectorIndexes;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect;
import java.util.Map;

/// Finds columns of pgvector's types with more dimensions than the type takes, or with none.
final class VectorDimensions implements EffectCheck<TableEffect> {

  private static final Map<String, Long> MOST =
      Map.of("vector", 16_000L, "halfvec", 16_000L, "sparsevec", 1_000_000_000L);

  @Override
  public void check(TableEffect effect, RuleView view) {
    for (var column : DefinedColumns.of(effect)) {
      var type = column.type();
      var most = MOST.get(type.name().name());
      var dimensions = VectorIndexes.dimensions(type);
      if (most == null || dimensions.isEmpty() || isWithin(dimensions.get(), most)) {
        continue;
      }
      view.report(
          column.span(),
          "PostgreSQL refuses column %s: type %s takes 1 to %d dimensions, not %d"
              .formatted(column.column(), type.name().name(), most, dimensions.get()),
          "store fewer dimensions, or several columns",
          ObjectName.table(view.relation(column.table())));
    }
  }

  private static boolean isWithin(long dimensions, long most) {
    return dimensions >= 1 && dimensions <= most;
  }
}
