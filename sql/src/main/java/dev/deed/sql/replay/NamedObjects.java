package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.AttachedEffect.CreatesRule;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.Effect.NamesObject;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.schema.BuiltIns;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The objects that the queries and expressions of a definition name, and that it therefore depends
/// on: a view, a policy, a rule, a body in standard SQL.
final class NamedObjects {

  private final SchemaState state;
  private final NameResolution names;
  private final Set<ObjectName> found = new LinkedHashSet<>();

  private NamedObjects(SchemaState state, NameResolution names) {
    this.state = state;
    this.names = names;
  }

  /// Those that the state knows, and extensions with a function of that name.
  static List<ObjectName> in(
      Collection<? extends Effect> effects, SchemaState state, NameResolution names) {
    var named = new NamedObjects(state, names);
    effects.forEach(named::add);
    return List.copyOf(named.found);
  }

  /// A relation that is named as a type, not read.
  static ObjectName rowType(QualifiedName relation) {
    return ObjectName.of(ObjectKind.TYPE, relation);
  }

  private void add(Effect effect) {
    switch (effect) {
      case NamesObject e -> add(e.object());
      case CallsRoutine e -> call(e);
      case RowsEffect e -> {
        var relation = state.relation(names.relation(e.relation()));
        if (relation != null) {
          found.add(relation);
        }
      }
      case CreatesRule e -> e.effects().forEach(this::add);
      default -> {}
    }
  }

  private void add(ObjectName written) {
    if (written.kind() == ObjectKind.OPERATOR) {
      found.addAll(state.operators(written.name()));
      return;
    }
    if (written.kind() == ObjectKind.COLUMN) {
      found.addAll(RowFunctions.called(state, written, names));
      return;
    }
    if (written.kind() == ObjectKind.TYPE) {
      var name = names.type(written.name());
      var type = state.type(name);
      var extension = BuiltIns.extensionOf(name.name());
      if (type != null) {
        found.add(type);
      } else if (state.relation(name) != null) {
        found.add(rowType(name));
      } else if (extension != null) {
        found.add(extension);
      }
      return;
    }
    var known = names.object(written);
    if (state.has(known)) {
      found.add(known);
    }
  }

  private void call(CallsRoutine call) {
    var routines = state.routines(names.function(call.routine()));
    var extension = BuiltIns.extensionOfFunction(call.routine().name());
    if (!routines.isEmpty()) {
      found.addAll(routines);
    } else if (extension != null) {
      found.add(extension);
    }
  }
}
