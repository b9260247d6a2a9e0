package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.AttachedEffect.CreatesRule;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.MaintenanceEffect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.SequenceEffect.AltersSequence;
import dev.deed.sql.effect.TableDefinition;
import dev.deed.sql.effect.TableEffect.Altering;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.script.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a statement leaves uncertain: it runs code that cannot be read, or names what no script
/// created.
final class Doubts {

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final Certainty certainty;
  private final Statement statement;
  private final boolean missingIsReported;
  private int opaque;
  private boolean runsCode;

  Doubts(ReplaySession surrounding, Statement statement, boolean missingIsReported) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.certainty = state.certainty();
    this.statement = statement;
    this.missingIsReported = missingIsReported;
  }

  // Before the effect changes the state

  void before(Effect effect) {
    runsCode |= effect instanceof RowsEffect || effect instanceof CallsRoutine;
    if (!surrounding.isInBlock() && requiresItsNames(effect)) {
      var isFirst = true;
      for (var touch : effect.touches()) {
        var created = isFirst ? CreatedName.of(effect, touch.object(), surrounding.names()) : null;
        if (created == null && touch.object().kind().isRelation()) {
          use(touch.object().name());
        }
        isFirst = false;
      }
    }
    if (effect instanceof Drops drops) {
      remove(surrounding.names().object(drops.object()));
    }
  }

  /// Whether PostgreSQL refuses the effect if something that it names does not exist.
  private static boolean requiresItsNames(Effect effect) {
    return switch (effect) {
      case Altering e -> !e.target().ifExists();
      case Drops e -> !e.ifExists();
      case ObjectEffect.Renames e -> !e.ifExists();
      case ObjectEffect.MovesToSchema e -> !e.ifExists();
      case AltersSequence e -> !e.ifExists();
      case NamesRelation _, CreatesRoutine _, CreatesRule _, ObjectEffect.ImportsTables _ -> false;
      case MaintenanceEffect _, ObjectEffect _, RowsEffect _ -> true;
      default -> true;
    };
  }

  /// A relation that no script created existed before them, unless its use is reported.
  private void use(QualifiedName written) {
    var name = surrounding.names().relation(written);
    if (state.relation(name) != null
        || Absences.isOutside(name)
        || certainty.isOutside(Certainty.relation(name))) {
      return;
    }
    if (!missingIsReported || !new Absences(state).isMissing(written, surrounding.names())) {
      certainty.foundOlder();
    }
  }

  /// After `DROP ... IF EXISTS` there is no such object, whether there was one or not.
  private void remove(ObjectName object) {
    if (!state.has(object)) {
      certainty.removed(object);
      if (!certainty.isConditional()) {
        state.alternatives().settle(object);
      }
    }
  }

  // After it

  void after(Effect effect, List<Effect.Opaque> all) {
    var isNew = all.size() > opaque;
    opaque = all.size();
    if (isNew && !(effect instanceof CreatesRoutine)) {
      certainty.doubtAll();
    }
    switch (effect) {
      case CallsRoutine call when statement.command().evaluatesExpressions() -> call(call);
      case CreatesTable creates -> create(creates);
      case ObjectEffect.ImportsTables _ -> certainty.foundOlder();
      default -> {}
    }
  }

  /// A function that no script created may do anything.
  private void call(CallsRoutine call) {
    var function = surrounding.names().function(call.routine());
    if (state.routines(function).isEmpty() && !BuiltIns.isHarmlessFunction(function)) {
      certainty.doubtAll();
    }
  }

  private void create(CreatesTable creates) {
    var definition = creates.definition();
    var isTemporary = definition.persistence() == TableDefinition.Persistence.TEMPORARY;
    var name = surrounding.created(creates.table(), isTemporary);
    var created = state.relation(name);
    if (created != null
        && (hasUnknownSource(definition) || (creates.ifNotExists() && !certainty.isComplete()))) {
      certainty.open(created);
    }
  }

  private boolean hasUnknownSource(TableDefinition definition) {
    var partition = definition.partitionOf();
    return definition.asExecute() != null
        || (definition.as() != null && !areKnown(definition.as().columns()))
        || (partition != null && isUnknown(surrounding.names().relation(partition.parent())))
        || definition.inherits().stream()
            .anyMatch(p -> isUnknown(surrounding.names().relation(p.name())))
        || definition.likes().stream()
            .anyMatch(l -> isUnknown(surrounding.names().relation(l.source())))
        || definition.ofType() != null;
  }

  private static boolean areKnown(List<String> columns) {
    return columns.stream().noneMatch(c -> c.isEmpty() || c.equals("*"));
  }

  private boolean isUnknown(QualifiedName relation) {
    @Nullable ObjectName known = state.relation(relation);
    return known == null || !certainty.isCertain(known) || certainty.isOpen(known);
  }

  // At the end of the statement

  /// Functions and triggers that the statement runs may change what they name.
  void end(List<ObjectAccess> touches) {
    if (!runsCode) {
      return;
    }
    for (var touch : touches) {
      if (touch.implied() && touch.access() == Access.DEFINES) {
        certainty.doubt(touch.object());
      }
    }
  }
}
