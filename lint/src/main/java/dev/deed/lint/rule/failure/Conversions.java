package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which built-in types PostgreSQL converts on assignment, and which it compares in foreign keys:
/// measured on servers, pair by pair.
final class Conversions {

  private static final Map<String, Set<String>> ASSIGNED = new HashMap<>();
  private static final Map<String, Set<String>> COMPARED = new HashMap<>();
  private static final Set<String> INTEGERS = Set.of("serial", "bigserial", "smallserial");

  static {
    for (var line : ResourceText.lines("conversions.txt")) {
      var parts = line.split(": ");
      var pairs = parts[0].equals("cast") ? ASSIGNED : COMPARED;
      pairs.put(parts[1], Set.of(parts[2].split(", ")));
    }
  }

  private Conversions() {}

  /// Whether PostgreSQL certainly refuses to convert without `USING`.
  static boolean isRefused(TypeName from, TypeName to, Known known) {
    if (!Types.isClear(from) || !Types.isClear(to) || hasOwnCasts(known)) {
      return false;
    }
    if (isText(to)) {
      return false;
    }
    if ((from.arrayDimensions() > 0) != (to.arrayDimensions() > 0)) {
      return isPlain(from, known) && isPlain(to, known);
    }
    if (from.name().equals(to.name())) {
      return false;
    }
    var isEnum = isEnum(from, known) || isEnum(to, known);
    if (isEnum) {
      return isPlain(from, known) && isPlain(to, known);
    }
    var targets = targets(from, ASSIGNED);
    return targets.isPresent()
        && ASSIGNED.containsKey(to.name().name())
        && Types.isBuiltIn(to)
        && !targets.get().contains(to.name().name());
  }

  private static boolean isText(TypeName type) {
    return Types.isBuiltIn(type)
        && type.arrayDimensions() == 0
        && Set.of("text", "character varying", "character", "bpchar", "name")
            .contains(type.name().name());
  }

  /// Whether it is a built-in type or an enum: what converts to others is known.
  private static boolean isPlain(TypeName type, Known known) {
    return (Types.isBuiltIn(type) && ASSIGNED.containsKey(type.name().name()))
        || isEnum(type, known);
  }

  static boolean isEnum(TypeName type, Known known) {
    return user(type, known).filter(EnumType.class::isInstance).isPresent();
  }

  private static Optional<DataType> user(TypeName type, Known known) {
    return type.name().schema() == null
        ? Optional.empty()
        : known
            .catalog()
            .type(type.name())
            .filter(t -> known.catalog().isCertain(t.name()) && !(t instanceof DomainType));
  }

  private static Optional<Set<String>> targets(TypeName from, Map<String, Set<String>> pairs) {
    return Types.isBuiltIn(from)
        ? Optional.ofNullable(pairs.get(from.name().name()))
        : Optional.empty();
  }

  private static boolean hasOwnCasts(Known known) {
    return known.catalog().hasAny(ObjectKind.CAST) || known.catalog().hasAny(ObjectKind.EXTENSION);
  }

  /// Whether PostgreSQL certainly has no operator for a foreign key between the types.
  static boolean haveNoOperator(TypeName own, TypeName parent, Known known) {
    if (known.catalog().hasAny(ObjectKind.CAST)
        || known.catalog().hasAny(ObjectKind.OPERATOR)
        || own.arrayDimensions() > 0
        || parent.arrayDimensions() > 0) {
      return false;
    }
    if (isEnum(own, known) || isEnum(parent, known)) {
      return isPlain(own, known) && isPlain(parent, known) && !own.name().equals(parent.name());
    }
    var targets = targets(number(own), COMPARED);
    return targets.isPresent()
        && Types.isBuiltIn(parent)
        && COMPARED.containsKey(parent.name().name())
        && !targets.get().contains(parent.name().name());
  }

  private static TypeName number(TypeName type) {
    return Types.isBuiltIn(type) && INTEGERS.contains(type.name().name())
        ? TypeName.of(
            switch (type.name().name()) {
              case "smallserial" -> "smallint";
              case "serial" -> "integer";
              default -> "bigint";
            })
        : type;
  }
}
