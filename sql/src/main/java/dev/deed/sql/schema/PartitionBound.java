package dev.deed.sql.schema;

/// A partition's bound in the spelling of `pg_get_expr`; midnight is the day.
final class PartitionBound {

  private PartitionBound() {}

  /// @param canonical `for values from ('2026-01-01') to (maxvalue)`
  static String normal(String canonical) {
    var text = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < canonical.length(); i++) {
      var c = canonical.charAt(i);
      if (c == '\'' || c == '"') {
        quoted = !quoted;
      }
      text.append(quoted ? c : Character.toUpperCase(c));
    }
    return text.toString()
        .replaceAll("'(-?[0-9]+(\\.[0-9]+)?)'", "$1")
        .replaceAll("(?i)'::[a-z ]+", "'")
        .replaceAll("'(\\d{4}-\\d\\d-\\d\\d) 00:00:00(\\+00)?'", "'$1'")
        .replace("WITH(", "WITH (")
        .replace("IN(", "IN (")
        .replace("MODULUS", "modulus")
        .replace("REMAINDER", "remainder")
        .strip();
  }
}
