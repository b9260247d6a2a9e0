package dev.deed.lint.rule;

import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Index over the effects of a script by object name (without schema): rules ask what other
/// statements do to an object, and must not search the whole script each time.
public final class EffectIndex {

  /// An effect and the statement that has it.
  ///
  /// @param index the position of the statement in its script
  public record Placed(int index, Statement statement, Effect effect) {}

  private final Map<String, List<Placed>> byName = new HashMap<>();
  private final Map<String, List<Placed>> indexes = new HashMap<>();
  private final Map<String, List<Placed>> constraints = new HashMap<>();

  public EffectIndex(List<Statement> statements) {
    for (var index = 0; index < statements.size(); index++) {
      var statement = statements.get(index);
      for (var effect : statement.effects()) {
        add(new Placed(index, statement, effect));
      }
    }
  }

  private void add(Placed placed) {
    switch (placed.effect()) {
      case CreatesTable creates -> add(byName, creates.table().name(), placed);
      case CreatesView creates -> add(byName, creates.view().name(), placed);
      case CreatesRoutine creates -> add(byName, creates.routine().name().name(), placed);
      case CreatesTrigger creates -> add(byName, creates.table().name(), placed);
      case TypeEffect type -> add(byName, type.type().name(), placed);
      case Renames renames -> add(byName, renames.newName(), placed);
      case MovesToSchema moves -> add(byName, moves.object().name().name(), placed);
      case Drops drops -> add(byName, drops.object().name().name(), placed);
      case CreatesIndex creates -> add(indexes, creates.table().name(), placed);
      case DropsConstraint drops -> add(byName, drops.table().name(), placed);
      case AddsConstraint adds -> add(constraints, adds.table().name(), placed);
      default -> {}
    }
  }

  private static void add(Map<String, List<Placed>> map, String name, Placed placed) {
    map.computeIfAbsent(name, _ -> new ArrayList<>()).add(placed);
  }

  /// Effects that create, rename, move or drop an object of that name, create a trigger on it, or
  /// drop a constraint of it, in the order of the script.
  public List<Placed> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  public List<Placed> indexesOf(String table) {
    return indexes.getOrDefault(table, List.of());
  }

  public List<Placed> constraintsOf(String table) {
    return constraints.getOrDefault(table, List.of());
  }
}
