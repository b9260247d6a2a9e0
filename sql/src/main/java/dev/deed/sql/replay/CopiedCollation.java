package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.SchemaObject.Other;
import java.util.regex.Pattern;

/// `CREATE COLLATION c FROM existing` stores what the other has, not its name.
final class CopiedCollation {

  private static final String FROM = "from ";
  private static final Pattern ICU = Pattern.compile("([A-Za-z0-9-]+)-x-icu");

  private CopiedCollation() {}

  /// @param definition canonical
  static String of(String definition, ReplaySession surrounding) {
    if (!definition.startsWith(FROM)) {
      return definition;
    }
    var written = RelationLiteral.parse(definition.substring(FROM.length()).replace("\"\"", "\""));
    var known =
        surrounding.state.get(
            surrounding.names().object(ObjectName.of(ObjectKind.COLLATION, written)));
    if (known instanceof Other other) {
      return other.definition();
    }
    return ofPostgres(written, definition);
  }

  private static String ofPostgres(QualifiedName name, String definition) {
    var schema = name.schema();
    if (schema != null && !schema.equals("pg_catalog")) {
      return definition;
    }
    var icu = ICU.matcher(name.name());
    if (icu.matches()) {
      return "(locale = '" + icu.group(1) + "', provider = 'icu')";
    }
    return switch (name.name()) {
      case "C", "POSIX" -> "(locale = '" + name.name() + "')";
      case "ucs_basic" -> "(locale = 'C')";
      default -> name.name().contains(".") ? "(locale = '" + name.name() + "')" : definition;
    };
  }
}
