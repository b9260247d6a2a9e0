package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.Keyword.Category;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.LinkedHashMap;
import java.util.Map;

/// `( name [value], ... )` after `VACUUM`, `REINDEX` and the like. Names are in lower case; an
/// option without a value is `true`.
final class UtilityOptions {

  private final Cursor cursor;

  UtilityOptions(Cursor cursor) {
    this.cursor = cursor;
  }

  /// The list, if present; empty otherwise.
  Map<String, String> accept() {
    return cursor.at(Sign.OPEN) ? expect() : Map.of();
  }

  Map<String, String> expect() {
    var options = new LinkedHashMap<String, String>();
    cursor.open();
    do {
      var name = name();
      options.put(name, cursor.at(Sign.COMMA) || cursor.at(Sign.CLOSE) ? "true" : value());
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return options;
  }

  /// True if the last setting of an option turned it on.
  static boolean isOn(Map<String, String> options, String name) {
    return switch (options.getOrDefault(name, "false")) {
      case "false", "off", "0" -> false;
      default -> true;
    };
  }

  private String name() {
    return cursor.atAny(Keyword.ANALYZE, Keyword.ANALYSE)
        ? cursor.takeName()
        : cursor.nonReservedName("an option name");
  }

  private String value() {
    if (cursor.at(Sign.STRING)) {
      return cursor.string("a value");
    }
    if (cursor.atAny(Keyword.TRUE, Keyword.FALSE, Keyword.ON)
        || cursor.atName(
            Category.UNRESERVED, Category.COLUMN_NAME, Category.TYPE_OR_FUNCTION_NAME)) {
      return cursor.takeName();
    }
    return cursor.signedNumber("a value");
  }
}
