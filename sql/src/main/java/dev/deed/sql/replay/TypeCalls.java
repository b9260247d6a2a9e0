package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Other;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Operators and casts for values of a type, whose functions a statement may call without a name
/// that shows it: an implicit cast, an operator that is named like one of PostgreSQL's own. Those
/// whose functions do nothing that is known are left out.
final class TypeCalls {

  private static final Pattern COMMA = Pattern.compile(", ");

  private TypeCalls() {}

  static List<ObjectName> of(SchemaState state, QualifiedName type) {
    var known = known(state);
    return known.isEmpty()
        ? List.of()
        : known.stream().filter(o -> takes(o, type) && callsSomething(state, o)).toList();
  }

  private static Set<ObjectName> known(SchemaState state) {
    var earlier = state.alternatives().operatorsAndCasts();
    if (earlier.isEmpty()) {
      return state.operatorsAndCasts();
    }
    var known = new LinkedHashSet<>(state.operatorsAndCasts());
    known.addAll(earlier);
    return known;
  }

  /// Whether there are none at all, as usual.
  static boolean areNone(SchemaState state) {
    return known(state).isEmpty();
  }

  /// Also for values of the fields of a composite type.
  static Set<ObjectName> within(SchemaState state, QualifiedName type) {
    var found = new LinkedHashSet<ObjectName>();
    addWithin(state, type, new HashSet<>(), found);
    return found;
  }

  /// @param seen a script may say that a type contains itself, which PostgreSQL refuses
  private static void addWithin(
      SchemaState state, QualifiedName type, Set<QualifiedName> seen, Set<ObjectName> found) {
    found.addAll(of(state, type));
    var name = state.type(type);
    if (name != null && state.get(name) instanceof CompositeType composite && seen.add(type)) {
      composite.fields().forEach(f -> addWithin(state, f.type().name(), seen, found));
    }
  }

  private static boolean takes(ObjectName object, QualifiedName type) {
    if (object.kind() == ObjectKind.CAST) {
      return object.name().equals(type) || object.castTarget().equals(type.quoted());
    }
    var operands = object.arguments();
    return operands.length() > 2
        && COMMA
            .splitAsStream(operands.substring(1, operands.length() - 1))
            .anyMatch(o -> RelationLiteral.parse(o).name().equals(type.name()));
  }

  private static boolean callsSomething(SchemaState state, ObjectName object) {
    return versions(state, object, Other.class)
        .flatMap(other -> other.parts().stream())
        .flatMap(part -> versions(state, part, Routine.class))
        .anyMatch(routine -> !routine.body().effects().isEmpty());
  }

  private static <T extends SchemaObject> Stream<T> versions(
      SchemaState state, ObjectName name, Class<T> kind) {
    return Stream.concat(
            Stream.ofNullable(state.get(name)), state.alternatives().of(name, kind).stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
