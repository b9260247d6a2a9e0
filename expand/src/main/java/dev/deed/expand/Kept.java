package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.List;
import java.util.stream.Collectors;

/// The table in which the values of a dropped column are kept, by the table's key.
record Kept(TargetTable target, TableColumn column, Draft draft) {

  QualifiedName table() {
    return target.name().renamed(Names.fit(target.name().name() + "_" + column.part(), "_kept"));
  }

  List<String> create() {
    return List.of(
        "CREATE TABLE %s AS SELECT %s, %s FROM %s"
            .formatted(table().quoted(), key(), own(), target.quoted()),
        "ALTER TABLE %s ADD PRIMARY KEY (%s)".formatted(table().quoted(), key()));
  }

  /// Of each row by itself, so that it can run in batches.
  String restore() {
    var same =
        target.key().stream()
            .map(k -> "kept.%1$s = %2$s.%1$s".formatted(Identifier.quoted(k), target.quoted()))
            .collect(Collectors.joining(" AND "));
    var value = "(SELECT kept.%s FROM %s kept WHERE %s)".formatted(own(), table().quoted(), same);
    return "UPDATE %1$s SET %2$s = %3$s WHERE %2$s IS DISTINCT FROM %3$s AND EXISTS (SELECT FROM %4$s kept WHERE %5$s)"
        .formatted(target.quoted(), own(), value, table().quoted(), same);
  }

  String drop() {
    return "DROP TABLE " + table().quoted();
  }

  private String key() {
    return target.key().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }

  private String own() {
    return Identifier.quoted(column.part());
  }
}
