package dev.deed.lint.facts;

import dev.deed.sql.expression.TypeName;
import java.util.Set;

/// What a cast from one type to another does to stored values. Neither type is a domain.
///
/// @param reordered true if the new type compares values differently, so that indexes are rebuilt
public record TypeStep(Rows rows, boolean reordered) {

  /// What happens to the rows, from the cheapest to the most expensive.
  public enum Rows {
    /// Every stored value is unchanged, byte for byte.
    KEPT,
    /// Kept if the session's `TimeZone` is UTC, else rewritten.
    KEPT_IN_UTC,
    REWRITTEN
  }

  static final TypeStep SAME = new TypeStep(Rows.KEPT, false);
  private static final TypeStep REORDERED = new TypeStep(Rows.KEPT, true);
  private static final TypeStep REWRITE = new TypeStep(Rows.REWRITTEN, true);

  /// Types that are stored and compared alike.
  private static final Set<String> TEXTS = Set.of("text", "character varying");

  /// Types of object identifiers.
  private static final Set<String> OIDS =
      Set.of(
          "oid",
          "regclass",
          "regcollation",
          "regconfig",
          "regdictionary",
          "regnamespace",
          "regoper",
          "regoperator",
          "regproc",
          "regprocedure",
          "regrole",
          "regtype");

  private static final Set<String> TIMESTAMPS =
      Set.of("timestamp without time zone", "timestamp with time zone");

  TypeStep and(TypeStep other) {
    var worse = rows.compareTo(other.rows) < 0 ? other.rows : rows;
    return new TypeStep(worse, reordered || other.reordered);
  }

  static TypeStep of(TypeName from, TypeName to) {
    if (from.arrayDimensions() > 0 || to.arrayDimensions() > 0) {
      return ofArrays(from, to);
    }
    var isSame = from.name().equals(to.name());
    return isSame || (isInterval(from) && isInterval(to))
        ? Modifiers.keep(from, to) ? SAME : REWRITE
        : ofNames(from, to);
  }

  /// Casts between arrays: the elements are cast one by one, unless only a limit is removed.
  private static TypeStep ofArrays(TypeName from, TypeName to) {
    var areArrays = from.arrayDimensions() > 0 && to.arrayDimensions() > 0;
    var isKept = to.modifiers().isEmpty() || to.modifiers().equals(from.modifiers());
    return areArrays && isKept && from.name().equals(to.name()) ? SAME : REWRITE;
  }

  private static boolean isInterval(TypeName type) {
    return type.name().schema() == null && type.name().name().startsWith("interval");
  }

  private static TypeStep ofNames(TypeName from, TypeName to) {
    var old = from.name().name();
    var next = to.name().name();
    if (TIMESTAMPS.contains(old) && TIMESTAMPS.contains(next)) {
      return new TypeStep(Modifiers.isFullPrecision(to) ? Rows.KEPT_IN_UTC : Rows.REWRITTEN, true);
    }
    if (!to.modifiers().isEmpty()) {
      return REWRITE;
    }
    if ((TEXTS.contains(next) && (TEXTS.contains(old) || old.equals("xml")))
        || ((old.equals("character") || old.equals("xml")) && next.equals("bpchar"))
        || (old.equals("cidr") && next.equals("inet"))
        || (isOid(old) && isOid(next) && (old.equals("oid") || next.equals("oid")))) {
      return SAME;
    }
    return isStoredAlike(old, next) ? REORDERED : REWRITE;
  }

  private static boolean isStoredAlike(String old, String next) {
    return (old.equals("citext") && TEXTS.contains(next))
        || (TEXTS.contains(old) && next.equals("citext"))
        || ((TEXTS.contains(old) || old.equals("citext")) && next.equals("bpchar"))
        || (old.equals("bit") && next.equals("bit varying"))
        || (old.equals("integer") && isOid(next))
        || (isOid(old) && next.equals("integer"));
  }

  private static boolean isOid(String name) {
    return OIDS.contains(name);
  }
}
