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
    return text.append("[]".repeat(type.arrayDimensions())).toString();
  }

  private static void appendName(StringBuilder text, TypeName type) {
    if (type.columnOf() != null) {
      text.append(type.columnOf().quoted()).append("%TYPE");
      return;
    }
    var modifiers =
        type.modifiers().isEmpty() ? "" : "(" + String.join(",", type.modifiers()) + ")";
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

  private static String quoted(QualifiedName name) {
    return name.schema() == null && WORDS.contains(name.name()) ? name.name() : name.quoted();
  }
}
