package dev.deed.lint.facts;

import dev.deed.sql.expression.TypeName;
import java.util.List;

/// The modifiers of a type, written in parentheses after its name: a length, a precision, a scale.
final class Modifiers {

  /// PostgreSQL stores this many digits of a second.
  private static final int ALL_DIGITS = 6;

  private static final List<String> FIELDS =
      List.of("year", "month", "day", "hour", "minute", "second");

  private Modifiers() {}

  /// Whether all values of a type fit the same type with other modifiers, so that PostgreSQL does
  /// not check them.
  static boolean keep(TypeName from, TypeName to) {
    var name = to.name().name();
    if (from.name().name().startsWith("interval")) {
      return keepsInterval(from, to);
    }
    var old = whole(from);
    var next = whole(to);
    if (old.equals(next) || next.isEmpty()) {
      return true;
    }
    return switch (name) {
      case "character varying", "bit varying" ->
          !old.isEmpty() && number(next.getFirst()) >= number(old.getFirst());
      case "numeric" -> keepsNumeric(old, next);
      default -> isTime(name) && keepsDigits(old, next);
    };
  }

  /// The modifiers, with those that are implied: `character` means `character(1)`, `bit` means
  /// `bit(1)`.
  static List<String> whole(TypeName type) {
    var isOne = type.isBuiltIn("character") || type.isBuiltIn("bit");
    return isOne && type.modifiers().isEmpty() ? List.of("1") : type.modifiers();
  }

  private static boolean keepsNumeric(List<String> old, List<String> next) {
    return !old.isEmpty()
        && number(next.getFirst()) >= number(old.getFirst())
        && scale(next) == scale(old);
  }

  static int scale(List<String> modifiers) {
    return modifiers.size() > 1 ? number(modifiers.get(1)) : 0;
  }

  static boolean isTime(String name) {
    return name.startsWith("timestamp ") || name.startsWith("time ");
  }

  /// How many digits of a second the type stores.
  static int digits(TypeName time) {
    return digits(time.modifiers());
  }

  static boolean isFullPrecision(TypeName time) {
    return digits(time) >= ALL_DIGITS;
  }

  private static boolean keepsDigits(List<String> old, List<String> next) {
    return digits(next) >= digits(old);
  }

  private static int digits(List<String> modifiers) {
    return modifiers.isEmpty() ? ALL_DIGITS : Math.min(ALL_DIGITS, number(modifiers.getFirst()));
  }

  /// For types such as `interval day to second(3)`: the least field that is stored decides.
  private static boolean keepsInterval(TypeName from, TypeName to) {
    var old = leastField(from);
    var next = leastField(to);
    if (old.equals("second") && next.equals("second")) {
      return keepsDigits(from.modifiers(), to.modifiers());
    }
    return next.equals("second") || FIELDS.indexOf(next) >= FIELDS.indexOf(old);
  }

  private static String leastField(TypeName interval) {
    var name = interval.name().name();
    return name.equals("interval") ? "second" : name.substring(name.lastIndexOf(' ') + 1);
  }

  /// The modifier as a number; -1 if it is something else.
  static int number(String modifier) {
    return modifier.matches("-?\\d{1,9}") ? Integer.parseInt(modifier) : -1;
  }
}
