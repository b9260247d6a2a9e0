package dev.deed.sql.expression;

import dev.deed.sql.QualifiedName;
import java.util.Set;

/// Prints types as PostgreSQL's `format_type` does.
final class TypeText {

  /// Names of several words, or reserved ones, that PostgreSQL prints without quotes.
  private static final Set<String> WORDS =
      Set.of(
          "bigint",
          "bit",
          "bit varying",
          "boolean",
          "character",
          "character varying",
          "double precision",
          "integer",
          "interval",
          "json",
          "numeric",
          "real",
          "smallint",
          "time with time zone",
          "time without time zone",
          "timestamp with time zone",
          "timestamp without time zone");

  private TypeText() {}

  static String of(TypeName type) {
    var text = new StringBuilder();
    if (type.setOf()) {
      text.append("SETOF ");
    }
    appendName(text, type);
    // The number of dimensions is not part of a type.
    return text.append(type.arrayDimensions() == 0 ? "" : "[]").toString();
  }

  private static void appendName(StringBuilder text, TypeName type) {
    if (type.columnOf() != null) {
      text.append(type.columnOf().quoted()).append("%TYPE");
      return;
    }
    var modifiers = modifiers(type);
    var name = type.name();
    if (name.schema() == null && name.name().startsWith("interval ")) {
      text.append(name.name()).append(modifiers);
    } else if (name.schema() == null
        && (name.name().startsWith("time ") || name.name().startsWith("timestamp "))) {
      var space = name.name().indexOf(' ');
      text.append(name.name(), 0, space).append(modifiers).append(name.name().substring(space));
    } else {
      text.append(quoted(name)).append(modifiers);
    }
  }

  /// The scale of `numeric(5)` is 0, and is printed.
  private static String modifiers(TypeName type) {
    var given = type.modifiers();
    if (given.isEmpty()) {
      return "";
    }
    var isNumeric = type.name().schema() == null && type.name().name().equals("numeric");
    return "(" + String.join(",", given) + (isNumeric && given.size() == 1 ? ",0)" : ")");
  }

  private static String quoted(QualifiedName name) {
    return name.schema() == null && WORDS.contains(name.name()) ? name.name() : name.quoted();
  }
}
