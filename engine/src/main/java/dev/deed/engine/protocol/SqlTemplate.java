package dev.deed.engine.protocol;

import java.util.List;

/// SQL with question marks for its values.
public final class SqlTemplate {

  private SqlTemplate() {}

  /// Each question mark replaced by its value.
  public static String filled(String sql, List<String> values) {
    var text = new StringBuilder();
    var parts = sql.strip().split("\\?", -1);
    for (var i = 0; i < parts.length; i++) {
      text.append(parts[i]).append(i < values.size() ? values.get(i) : "");
    }
    return text.toString();
  }

  /// As the body of a prepared statement: `$1`, `$2`.
  static String numbered(String sql) {
    var text = new StringBuilder();
    var parts = sql.strip().split("\\?", -1);
    for (var i = 0; i < parts.length; i++) {
      text.append(i == 0 ? "" : "$" + i).append(parts[i]);
    }
    return text.toString();
  }
}
