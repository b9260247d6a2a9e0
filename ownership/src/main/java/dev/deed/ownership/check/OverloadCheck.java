package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.Routine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds functions that a service gives the name of another service's function: a call with as many
/// arguments may then mean the new one, or neither.
final class OverloadCheck {

  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  private OverloadCheck() {}

  /// @param added the function that gets the name of the other
  record Overload(ObjectName added, ObjectName existing, ServiceName owner, Span span) {}

  static List<Finding> of(OwnershipMessages asking, OwnedStatement statement) {
    var findings = new ArrayList<Finding>();
    for (var overload : statement.overloads()) {
      var owner = overload.owner();
      if (!owner.equals(asking.service())) {
        findings.add(
            asking.error(
                OwnershipRules.NOT_OWNER,
                overload.span(),
                "service %s gives %s the name of %s, which service %s created: what calls that function may then call the new one"
                    .formatted(
                        asking.service(),
                        overload.added().words(),
                        overload.existing().words(),
                        owner),
                "choose another name or another schema, or ask %s to make this change, in %s"
                    .formatted(asking.peopleOf(owner), asking.folderOf(owner)),
                asking.subject(overload.existing(), owner)));
      }
    }
    return findings;
  }

  /// The functions of services that the effect puts another one existing.
  ///
  /// @param subject what the effect names first
  static List<Overload> of(Effect effect, ObjectName subject, Catalog catalog, OwnerRules rules) {
    var name = newName(effect, subject);
    var arguments = arguments(effect, subject, catalog);
    if (name == null || arguments == null) {
      return List.of();
    }
    var added = subject.named(name);
    var overloads = new ArrayList<Overload>();
    for (var existing : catalog.routines(name)) {
      if (!existing.name().equals(added)
          && !existing.name().equals(subject)
          && haveCallsInCommon(arguments, existing.arguments(), catalog)) {
        rules
            .of(existing.name())
            .service()
            .ifPresent(o -> overloads.add(new Overload(added, existing.name(), o, effect.span())));
      }
    }
    return overloads;
  }

  private static @Nullable QualifiedName newName(Effect effect, ObjectName subject) {
    if (!subject.kind().isRoutine()) {
      return null;
    }
    return switch (effect) {
      case CreatesRoutine _ -> subject.name();
      case Renames e -> subject.name().renamed(e.newName());
      case MovesToSchema e -> subject.name().in(e.newSchema());
      default -> null;
    };
  }

  private static @Nullable List<Argument> arguments(
      Effect effect, ObjectName subject, Catalog catalog) {
    return effect instanceof CreatesRoutine creates
        ? creates.arguments()
        : catalog.routines(subject.name()).stream()
            .filter(r -> r.name().equals(subject))
            .map(Routine::arguments)
            .findFirst()
            .orElse(null);
  }

  /// Whether one call could mean either: they take as many arguments, and no pair of arguments has
  /// types of which no value is one of the other's.
  private static boolean haveCallsInCommon(
      List<Argument> some, List<Argument> others, Catalog catalog) {
    var first = given(some);
    var second = given(others);
    var least = Math.max(least(first), least(second));
    if (least > most(first) || least > most(second)) {
      return false;
    }
    for (var i = 0; i < least && i < first.size() && i < second.size(); i++) {
      if (areApart(first.get(i).type(), second.get(i).type(), catalog)) {
        return false;
      }
    }
    return true;
  }

  private static List<Argument> given(List<Argument> arguments) {
    return arguments.stream()
        .filter(a -> !a.mode().equals("out") && !a.mode().equals("table"))
        .toList();
  }

  private static int least(List<Argument> given) {
    return (int)
        given.stream()
            .filter(a -> a.defaultValue() == null && !a.mode().equals("variadic"))
            .count();
  }

  private static int most(List<Argument> given) {
    return given.stream().anyMatch(a -> a.mode().equals("variadic")) ? ANY_NUMBER : given.size();
  }

  /// Rows of two relations, and labels of two enums, are never taken for each other.
  private static boolean areApart(TypeName one, TypeName other, Catalog catalog) {
    return isOwnKind(one, catalog)
        && isOwnKind(other, catalog)
        && !lastName(one).equals(lastName(other));
  }

  private static String lastName(TypeName type) {
    return type.name().name();
  }

  private static boolean isOwnKind(TypeName type, Catalog catalog) {
    var name = catalog.type(type).name();
    return catalog.relationNamed(name).isPresent()
        || catalog
            .type(name)
            .filter(t -> t instanceof CompositeType || t instanceof EnumType)
            .isPresent();
  }
}
