package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The extended statistics of a copied column, on the copy.
record CopiedStatistics(ColumnCopy copy) {

  private static final Pattern EXPRESSION = Pattern.compile("\\w*\\(.*\\)");

  static List<SchemaObject.Other> on(TargetTable target, String column) {
    return target.schema().objects().stream()
        .filter(SchemaObject.Other.class::isInstance)
        .map(SchemaObject.Other.class::cast)
        .filter(o -> o.name().kind() == ObjectKind.STATISTICS)
        .filter(o ->
            o.parts().stream().anyMatch(p -> p.name().equals(target.name()))
                && Expressions.isWord(column, columns(o.definition())))
        .toList();
  }

  List<String> create() {
    var statements = new ArrayList<String>();
    for (var original : on(copy.target(), copy.original())) {
      var own = original.name().simpleName();
      var name = original.name().name().renamed(copy.others().getOrDefault(own, own)).quoted();
      statements.add("CREATE STATISTICS %s %s".formatted(name, renamedIn(original.definition())));
      original.changes().stream()
          .filter(c -> c.toUpperCase(Locale.ROOT).startsWith("SET STATISTICS"))
          .forEach(c -> statements.add("ALTER STATISTICS %s %s".formatted(name, c)));
      ColumnCopy.comment(original, "STATISTICS " + name, statements);
    }
    return statements;
  }

  List<String> drop() {
    return on(copy.target(), copy.original()).stream()
        .map(s ->
            "DROP STATISTICS IF EXISTS "
                + s.name()
                    .name()
                    .renamed(
                        copy.others().getOrDefault(s.name().simpleName(), s.name().simpleName()))
                    .quoted())
        .toList();
  }

  /// Those with an expression over the column.
  static List<SchemaObject.Other> computing(TargetTable target, String column) {
    return on(target, column).stream()
        .filter(s -> {
          var columns = columns(s.definition());
          var parts = columns.substring(columns.indexOf(" on ") + 1);
          return EXPRESSION
              .matcher(parts)
              .results()
              .anyMatch(m -> Expressions.isWord(column, m.group()));
        })
        .toList();
  }

  /// The table can have a column's name.
  private static String columns(String definition) {
    var table = definition.lastIndexOf(" from ");
    return table < 0 ? definition : definition.substring(0, table);
  }

  private String renamedIn(String definition) {
    var columns = columns(definition);
    return Identifier.replaced(columns, copy.original(), copy.name())
        + definition.substring(columns.length());
  }

  /// @param back from the originals' names to those of the copies
  List<String> rename(boolean back) {
    var statements = new ArrayList<String>();
    for (var statistics : on(copy.target(), copy.original())) {
      var own = statistics.name().simpleName();
      var temporary = copy.others().getOrDefault(own, "");
      statements.add(
          "ALTER STATISTICS %s RENAME TO %s"
              .formatted(
                  statistics.name().name().renamed(back ? own : temporary).quoted(),
                  Identifier.quoted(back ? temporary : own)));
    }
    return statements;
  }
}
