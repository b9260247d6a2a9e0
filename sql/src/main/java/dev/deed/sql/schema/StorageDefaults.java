package dev.deed.sql.schema;

import dev.deed.sql.expression.TypeName;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's default storage strategy of a type's values.
public final class StorageDefaults {

  private static final Set<String> MAIN = Set.of("numeric", "inet", "cidr");
  private static final Set<String> PLAIN =
      Set.of(
          "bigint",
          "boolean",
          "box",
          "char",
          "circle",
          "date",
          "double precision",
          "integer",
          "interval",
          "line",
          "lseg",
          "macaddr",
          "macaddr8",
          "money",
          "name",
          "oid",
          "pg_lsn",
          "point",
          "real",
          "smallint",
          "time with time zone",
          "time without time zone",
          "timestamp with time zone",
          "timestamp without time zone",
          "uuid",
          "xid",
          "xid8");

  private StorageDefaults() {}

  /// @return null if it is the type's own
  public static @Nullable String strategy(TypeName type, String written) {
    var strategy = written.toLowerCase(Locale.ROOT);
    return strategy.equals("default") || strategy.equals(of(type)) ? null : strategy;
  }

  /// The type's own: `plain`, `main` or `extended`.
  public static String of(TypeName type) {
    if (type.arrayDimensions() > 0) {
      return "extended";
    }
    var name = type.name().name();
    if (MAIN.contains(name)) {
      return "main";
    }
    return PLAIN.contains(name) ? "plain" : "extended";
  }
}
