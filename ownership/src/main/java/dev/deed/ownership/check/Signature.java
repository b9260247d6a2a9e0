package dev.deed.ownership.check;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.Routine;
import java.util.List;
import java.util.regex.Pattern;

/// What a call gives to a function, an aggregate or an operator.
record Signature(List<Argument> given) {

  private static final int ANY_NUMBER = Integer.MAX_VALUE;
  private static final Pattern COMMA = Pattern.compile(", ");

  /// The missing operand of a prefix operator.
  private static final String NO_OPERAND = "NONE";

  Signature {
    given =
        given.stream().filter(a -> !a.mode().equals("out") && !a.mode().equals("table")).toList();
  }

  /// @param named a routine that the catalog has, or an aggregate or an operator
  static Signature of(ObjectName named, Catalog catalog) {
    return catalog.find(named).orElse(null) instanceof Routine routine
        ? new Signature(routine.arguments())
        : new Signature(arguments(named));
  }

  private static List<Argument> arguments(ObjectName named) {
    var text = named.plainArguments();
    if (text.length() <= 2) {
      return List.of();
    }
    var mode = named.arguments().contains("VARIADIC ") ? "variadic" : "in";
    return COMMA
        .splitAsStream(text.substring(1, text.length() - 1))
        .map(t -> new Argument(null, mode, type(t), null))
        .toList();
  }

  private static TypeName type(String text) {
    var isArray = text.endsWith("[]");
    var name = RelationLiteral.parse(isArray ? text.substring(0, text.length() - 2) : text);
    return new TypeName(name, List.of(), isArray ? 1 : 0, false, null);
  }

  /// Whether one call could mean either: they take as many arguments, and no pair of arguments has
  /// types of which no value is one of the other's.
  boolean hasCallsInCommon(Signature other, Catalog catalog) {
    var least = Math.max(least(), other.least());
    if (least > most() || least > other.most()) {
      return false;
    }
    for (var i = 0; i < least && i < given.size() && i < other.given.size(); i++) {
      if (areApart(given.get(i).type(), other.given.get(i).type(), catalog)) {
        return false;
      }
    }
    return true;
  }

  private int least() {
    return (int)
        given.stream()
            .filter(a -> a.defaultValue() == null && !a.mode().equals("variadic"))
            .count();
  }

  private int most() {
    return given.stream().anyMatch(a -> a.mode().equals("variadic")) ? ANY_NUMBER : given.size();
  }

  /// Rows of two relations, and labels of two enums, are never taken for each other.
  private static boolean areApart(TypeName one, TypeName other, Catalog catalog) {
    return isNone(one) != isNone(other)
        || (isOwnKind(one, catalog)
            && isOwnKind(other, catalog)
            && !lastName(one).equals(lastName(other)));
  }

  private static boolean isNone(TypeName type) {
    return lastName(type).equalsIgnoreCase(NO_OPERAND);
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
