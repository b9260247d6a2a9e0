package dev.deed.lint.rule;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.Altering;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.effect.TableEffect.DropsNotNull;
import dev.deed.sql.effect.TableEffect.SetsNotNull;
import dev.deed.sql.effect.TableEffect.ValidatesConstraint;
import dev.deed.sql.expression.Expression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What scripts did about nulls in tables that the schema does not have, because they existed
/// before the first script. It keeps `SetNotNull` quiet if an earlier migration added and validated
/// a check.
public final class UnknownTables {

  private record Check(Expression condition, boolean valid) {}

  private static final class Facts {
    private final Map<String, Check> checks = new HashMap<>();
    private final Set<String> notNull = new HashSet<>();
  }

  private final Map<QualifiedName, Facts> tables = new HashMap<>();

  /// Called with each effect after the rules have looked at it.
  public void add(Effect effect, RuleView view) {
    switch (effect) {
      case Altering alters -> alter(alters, view);
      case Drops drops -> tables.remove(view.relation(drops.object().name()));
      case Renames renames -> tables.remove(view.relation(renames.object().name()));
      default -> {}
    }
  }

  private void alter(Altering effect, RuleView view) {
    var table = view.relation(effect.table());
    if (view.catalog().relationNamed(table).isPresent()) {
      return;
    }
    switch (effect) {
      case AddsConstraint adds -> add(table, adds.constraint());
      case ValidatesConstraint validates ->
          of(table)
              .checks
              .computeIfPresent(
                  validates.constraint(), (_, check) -> new Check(check.condition(), true));
      case DropsConstraint drops -> of(table).checks.remove(drops.constraint());
      case SetsNotNull sets -> of(table).notNull.add(sets.column());
      case DropsNotNull drops -> of(table).notNull.remove(drops.column());
      case DropsColumn drops -> of(table).notNull.remove(drops.column());
      default -> {}
    }
  }

  private void add(QualifiedName table, Constraint constraint) {
    if (constraint.name() != null
        && constraint.rule() instanceof Constraint.Check check
        && !constraint.notEnforced()) {
      of(table)
          .checks
          .put(constraint.name(), new Check(check.condition().tree(), !constraint.notValid()));
    }
  }

  private Facts of(QualifiedName table) {
    return tables.computeIfAbsent(table, _ -> new Facts());
  }

  /// Whether a script has set the column `NOT NULL`.
  boolean isNotNull(QualifiedName table, String column) {
    return tables.containsKey(table) && of(table).notNull.contains(column);
  }

  /// The name of the valid check that excludes nulls in the column.
  Optional<String> proof(QualifiedName table, String column) {
    if (!tables.containsKey(table)) {
      return Optional.empty();
    }
    return of(table).checks.entrySet().stream()
        .filter(e -> e.getValue().valid() && NotNull.excludes(e.getValue().condition(), column))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// Whether the check was only a step on the way to `NOT NULL`, which its column has now.
  public boolean isWayToNotNull(QualifiedName table, String constraint) {
    if (!tables.containsKey(table)) {
      return false;
    }
    var check = of(table).checks.get(constraint);
    return check != null
        && of(table).notNull.stream().anyMatch(c -> NotNull.excludes(check.condition(), c));
  }
}
