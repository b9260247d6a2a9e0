package dev.deed.drift.close;

import dev.deed.sql.expression.TypeName;
import java.util.Map;
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

  /// Between types of different families, as in `pg_cast`.
  private static final Map<String, Set<String>> CASTS =
      Map.ofEntries(
          Map.entry("\"char\"", Set.of("integer")),
          Map.entry("bigint", Set.of("money", "oid", "bit")),
          Map.entry("integer", Set.of("boolean", "money", "oid", "bit", "\"char\"")),
          Map.entry("smallint", Set.of("oid")),
          Map.entry("numeric", Set.of("money")),
          Map.entry("money", Set.of("numeric")),
          Map.entry("oid", Set.of("bigint", "integer")),
          Map.entry("bit", Set.of("integer", "bigint")),
          Map.entry("boolean", Set.of("integer")),
          Map.entry("json", Set.of("jsonb")),
          Map.entry(
              "jsonb",
              Set.of(
                  "json",
                  "boolean",
                  "smallint",
                  "integer",
                  "bigint",
                  "numeric",
                  "real",
                  "double precision")),
          Map.entry("interval", Set.of("time without time zone")),
          Map.entry("time without time zone", Set.of("interval")),
          Map.entry("timestamp without time zone", Set.of("time without time zone")),
          Map.entry(
              "timestamp with time zone", Set.of("time without time zone", "time with time zone")),
          Map.entry("macaddr", Set.of("macaddr8")),
          Map.entry("macaddr8", Set.of("macaddr")),
          Map.entry("box", Set.of("circle", "polygon", "lseg", "point")),
          Map.entry("circle", Set.of("polygon", "box", "point")),
          Map.entry("lseg", Set.of("point")),
          Map.entry("path", Set.of("polygon")),
          Map.entry("point", Set.of("box")),
          Map.entry("polygon", Set.of("circle", "point", "box", "path")),
          Map.entry("int4range", Set.of("int4multirange")),
          Map.entry("int8range", Set.of("int8multirange")),
          Map.entry("numrange", Set.of("nummultirange")),
          Map.entry("daterange", Set.of("datemultirange")),
          Map.entry("tsrange", Set.of("tsmultirange")),
          Map.entry("tstzrange", Set.of("tstzmultirange")),
          Map.entry("xid8", Set.of("xid")));

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

  /// Whether a constant is the same for columns of both types.
  boolean keepsConstants() {
    return from.name().equals(to.name()) || isOf(TEXTS) || isOf(NUMBERS);
  }

  /// Whether a cast from one built-in type to the other exists, other than by way of text.
  boolean isCast() {
    if (isText(from) || isText(to) || from.name().equals(to.name())) {
      return true;
    }
    return CASTS.getOrDefault(from.name().name(), Set.of()).contains(to.name().name())
        || isOf(NUMBERS)
        || isOf(TIMES)
        || isOf(CLOCKS)
        || isOf(BITS)
        || isOf(ADDRESSES);
  }

  boolean isBuiltIn() {
    return isBuiltIn(from) && isBuiltIn(to);
  }

  /// The value becomes the only element.
  boolean makesArray() {
    return from.arrayDimensions() == 0 && to.arrayDimensions() > 0 && !isText(from);
  }

  /// Only the first element stays.
  boolean takesElement() {
    return from.arrayDimensions() > 0 && to.arrayDimensions() == 0 && !isText(to);
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

  static boolean isText(TypeName type) {
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
