package dev.deed.lint.facts;

import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What happens to values of one type that do not fit another.
///
/// @param what the effect on such values; follows their column's name
/// @param condition the condition that such a value fulfils, as SQL with `%s` for the column
public record Narrowing(String what, String condition) {

  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
  private static final List<String> FRACTIONS = List.of("real", "double precision", "numeric");
  private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

  /// @param explicit true if the statement itself casts, which truncates what is too long
  public static Optional<Narrowing> of(TypeName from, TypeName to, boolean explicit) {
    if (from.arrayDimensions() > 0 || to.arrayDimensions() > 0) {
      return Optional.empty();
    }
    var old = from.name().name();
    var next = to.name().name();
    if (INTEGERS.contains(next)) {
      return toInteger(old, next);
    }
    if (FRACTIONS.contains(next)) {
      return toFraction(from, to);
    }
    if (TEXTS.contains(old) && TEXTS.contains(next)) {
      return toText(from, to, explicit);
    }
    return toTime(from, to);
  }

  private static Optional<Narrowing> toInteger(String old, String next) {
    if (FRACTIONS.contains(old)) {
      return Optional.of(new Narrowing("are rounded to whole numbers", "%1$s <> trunc(%1$s)"));
    }
    if (INTEGERS.indexOf(old) <= INTEGERS.indexOf(next)) {
      return Optional.empty();
    }
    var range =
        next.equals("smallint")
            ? Short.MIN_VALUE + " AND " + Short.MAX_VALUE
            : Integer.MIN_VALUE + " AND " + Integer.MAX_VALUE;
    var what = "make the statement fail, because they are out of range";
    return Optional.of(new Narrowing(what, "%s NOT BETWEEN " + range));
  }

  private static Optional<Narrowing> toFraction(TypeName from, TypeName to) {
    var old = from.name().name();
    var next = to.name().name();
    if (next.equals("numeric")) {
      return old.equals("numeric") ? toNumeric(from, to) : Optional.empty();
    }
    var isWider =
        FRACTIONS.contains(old)
            ? FRACTIONS.indexOf(old) <= FRACTIONS.indexOf(next)
            : !old.equals("bigint") && !(old.equals("integer") && next.equals("real"));
    return isWider ? Optional.empty() : Optional.of(there(from, to, "lose digits"));
  }

  private static Optional<Narrowing> toNumeric(TypeName from, TypeName to) {
    if (to.modifiers().isEmpty()) {
      return Optional.empty();
    }
    var isLimited = !from.modifiers().isEmpty();
    if (!isLimited || scale(to) < scale(from)) {
      var what = "are rounded to " + count(scale(to), "decimal place");
      return Optional.of(new Narrowing(what, "%1$s <> round(%1$s, " + scale(to) + ")"));
    }
    var whole = Modifiers.number(to.modifiers().getFirst()) - scale(to);
    if (whole >= Modifiers.number(from.modifiers().getFirst()) - scale(from)) {
      return Optional.empty();
    }
    var what =
        "make the statement fail, because they have more than "
            + count(whole, "digit")
            + " before the decimal point";
    return Optional.of(new Narrowing(what, "abs(%s) >= power(10::numeric, " + whole + ")"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static int scale(TypeName numeric) {
    return Modifiers.scale(numeric.modifiers());
  }

  private static Optional<Narrowing> toText(TypeName from, TypeName to, boolean explicit) {
    var length = length(to);
    if (length >= length(from)) {
      return Optional.empty();
    }
    var what =
        explicit
            ? "are truncated to " + count(length, "character")
            : "make the statement fail, because they are longer than " + count(length, "character");
    return Optional.of(new Narrowing(what, "length(%s) > " + length));
  }

  private static int length(TypeName text) {
    var modifiers = Modifiers.whole(text);
    return modifiers.isEmpty() ? Integer.MAX_VALUE : Modifiers.number(modifiers.getFirst());
  }

  private static Optional<Narrowing> toTime(TypeName from, TypeName to) {
    var old = from.name().name();
    var next = to.name().name();
    if (old.startsWith("timestamp ") && next.equals("date")) {
      return Optional.of(there(from, to, "lose the time of day"));
    }
    if (old.startsWith("timestamp ") && next.startsWith("time ")) {
      var time = new Narrowing("lose the date", "%s IS NOT NULL");
      return Optional.of(time);
    }
    var isSame =
        old.equals(next) || (old.startsWith("timestamp ") && next.startsWith("timestamp "));
    return isSame && Modifiers.isTime(next) && Modifiers.digits(to) < Modifiers.digits(from)
        ? Optional.of(there(from, to, "lose digits of their seconds"))
        : Optional.empty();
  }

  /// A narrowing whose condition casts the value to the new type and back, and compares.
  private static Narrowing there(TypeName from, TypeName to, String what) {
    return new Narrowing(what, "%1$s::" + to.text() + "::" + from.text() + " <> %1$s");
  }
}
