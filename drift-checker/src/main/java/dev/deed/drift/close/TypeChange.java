package dev.deed.drift.close;

import dev.deed.sql.expression.TypeName;
import java.util.Set;

/// What a change of a column's type means for the rows.
record TypeChange(TypeName from, TypeName to) {

  private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "name");
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Set<String> TIMES =
      Set.of("date", "timestamp without time zone", "timestamp with time zone");
  private static final Set<String> CLOCKS = Set.of("time without time zone", "time with time zone");
  private static final Set<String> BITS = Set.of("bit", "bit varying");
  private static final Set<String> ADDRESSES = Set.of("inet", "cidr");

  /// By their range: each holds all values of those before it.
  private static final java.util.List<String> WIDER =
      java.util.List.of("smallint", "integer", "bigint", "numeric");

  /// Whether PostgreSQL converts by itself, in an assignment: it refuses a value that is too long
  /// then, where a cast would cut it off.
  boolean isAssigned() {
    if (from.arrayDimensions() > 0 != to.arrayDimensions() > 0) {
      return to.arrayDimensions() == 0 && isText(to);
    }
    if (from.name().equals(to.name())) {
      return true;
    }
    if (from.arrayDimensions() > 0) {
      return isOf(TEXTS) || isOf(NUMBERS) || isOf(TIMES);
    }
    return (isText(to) && isBuiltIn(from))
        || isOf(NUMBERS)
        || isOf(TIMES)
        || isOf(CLOCKS)
        || isOf(BITS)
        || isOf(ADDRESSES);
  }

  private boolean isOf(Set<String> family) {
    return isBuiltIn(from)
        && isBuiltIn(to)
        && family.contains(from.name().name())
        && family.contains(to.name().name());
  }

  private static boolean isBuiltIn(TypeName type) {
    return type.name().schema() == null;
  }

  private static boolean isText(TypeName type) {
    return isBuiltIn(type) && TEXTS.contains(type.name().name());
  }

  /// Whether a value may lose a part without an error: decimals, the time of a day.
  boolean losesParts() {
    var old = from.name().name();
    var now = to.name().name();
    if (isOf(NUMBERS) && from.arrayDimensions() == to.arrayDimensions()) {
      return losesDecimals(old, now);
    }
    return (isOf(TIMES) && now.equals("date") && !old.equals("date")) || losesPrecision(old, now);
  }

  private boolean losesDecimals(String old, String now) {
    if (old.equals("numeric") && now.equals("numeric")) {
      return !from.modifiers().equals(to.modifiers())
          && !to.modifiers().isEmpty()
          && (from.modifiers().isEmpty() || scale(to) < scale(from));
    }
    var whole = WIDER.indexOf(old) >= 0 && !old.equals("numeric");
    if (whole) {
      // A whole number that is out of range is an error; only floating-point numbers round it.
      return now.equals("real") || (now.equals("double precision") && old.equals("bigint"));
    }
    return !(old.equals("real") && now.equals("double precision"));
  }

  private static int scale(TypeName numeric) {
    return numeric.modifiers().size() < 2
        ? 0
        : Integer.parseInt(numeric.modifiers().get(1).strip());
  }

  /// `timestamp(6)` to `timestamp(0)`.
  private boolean losesPrecision(String old, String now) {
    var timed = Set.of("timestamp without time zone", "timestamp with time zone", "interval");
    return timed.contains(now)
        && old.equals(now)
        && !to.modifiers().isEmpty()
        && !from.modifiers().equals(to.modifiers());
  }

  /// Whether PostgreSQL only changes its catalogs.
  boolean keepsRows() {
    if (from.arrayDimensions() != to.arrayDimensions()) {
      return false;
    }
    var old = from.name().name();
    var now = to.name().name();
    if (isBuiltIn(to) && now.equals("text") && isBuiltIn(from)) {
      return old.equals("character varying") || old.equals("text");
    }
    if (isBuiltIn(to) && now.equals("character varying") && isBuiltIn(from)) {
      return (old.equals("character varying") || (old.equals("text") && to.modifiers().isEmpty()))
          && (to.modifiers().isEmpty() || isLonger());
    }
    return old.equals("numeric")
        && now.equals("numeric")
        && (to.modifiers().isEmpty()
            || (!from.modifiers().isEmpty() && scale(from) == scale(to) && isLonger()));
  }

  private boolean isLonger() {
    return !from.modifiers().isEmpty()
        && number(to.modifiers().getFirst()) >= number(from.modifiers().getFirst());
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
