package dev.deed.sql.schema;

import java.util.regex.Pattern;

/// A partition's bound in the spelling of `pg_get_expr`; a timestamp at midnight becomes a date.
public final class PartitionBound {

  private static final Pattern QUOTED_NUMBER = Pattern.compile("'(-?[0-9]+(\\.[0-9]+)?)'");
  private static final Pattern CAST = Pattern.compile("(?i)'::[a-z ]+");
  private static final Pattern MIDNIGHT =
      Pattern.compile("'(\\d{4}-\\d\\d-\\d\\d) 00:00:00(\\+00)?'");

  private PartitionBound() {}

  /// @param canonical `for values from ('2026-01-01') to (maxvalue)`
  public static String normal(String canonical) {
    var text = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < canonical.length(); i++) {
      var c = canonical.charAt(i);
      if (c == '\'' || c == '"') {
        quoted = !quoted;
      }
      text.append(quoted ? c : Character.toUpperCase(c));
    }
    var unquoted = QUOTED_NUMBER.matcher(text).replaceAll("$1");
    var bare = CAST.matcher(unquoted).replaceAll("'");
    return MIDNIGHT
        .matcher(bare)
        .replaceAll("'$1'")
        .replace("WITH(", "WITH (")
        .replace("IN(", "IN (")
        .replace("MODULUS", "modulus")
        .replace("REMAINDER", "remainder")
        .strip();
  }
}
