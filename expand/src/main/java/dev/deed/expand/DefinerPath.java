package dev.deed.expand;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject.Extension;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a function that runs with its owner's rights finds types, functions and operators: in
/// `pg_catalog` alone, unless some are of an extension.
///
/// @param wide with the schemas where extensions are
/// @param isNeeded the table itself has columns of an extension's type
record DefinerPath(String wide, boolean isNeeded) {

  private static final String NARROW = "pg_catalog, pg_temp";

  /// A string constant, or a word without a schema, with the parenthesis of a call.
  private static final Pattern WORD =
      Pattern.compile("'(?:[^']|'')*'|(?<![\\w$.\"])([a-z_][\\w$]*)(\\s*\\()?");

  static DefinerPath of(TargetTable target, ExpandSettings settings) {
    var isNeeded =
        target.parts(TableColumn.class).map(TableColumn::type).anyMatch(DefinerPath::isOfExtension);
    return new DefinerPath(settings.triggerPath(schemas(target.schema())), isNeeded);
  }

  private static Stream<String> schemas(Schema schema) {
    return schema.objects().stream()
        .filter(Extension.class::isInstance)
        .map(Extension.class::cast)
        .flatMap(extension -> Stream.ofNullable(extension.schema()));
  }

  private static boolean isOfExtension(TypeName type) {
    return type.name().schema() == null && !BuiltIns.isType(type.name().name());
  }

  /// @param sql what the function evaluates
  String of(String sql) {
    return isNeeded || WORD.matcher(sql).results().anyMatch(DefinerPath::isOfExtension)
        ? wide
        : NARROW;
  }

  private static boolean isOfExtension(MatchResult word) {
    if (word.group(1) == null) {
      return false;
    }
    var name = QualifiedName.of(null, word.group(1));
    return BuiltIns.extensionOf(name.name()) != null
        || (word.group(2) != null
            && !BuiltIns.isFunction(name)
            && BuiltIns.isFunctionOfExtension(name));
  }
}
