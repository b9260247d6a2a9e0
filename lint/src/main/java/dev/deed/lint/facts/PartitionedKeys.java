package dev.deed.lint.facts;

import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.Constraint;
import java.util.ArrayList;
import java.util.List;

/// Advice to add a key to a partitioned table by adding it to each partition first.
public final class PartitionedKeys {

  private PartitionedKeys() {}

  /// @param words `UNIQUE`, `PRIMARY KEY`
  public static String advice(
      AddedConstraint<? extends Constraint.Rule> added,
      String words,
      List<String> columns,
      List<String> include,
      String suffix) {
    if (SubPartitions.of(added.table(), added.view().catalog())) {
      return SubPartitions.advice(added.table());
    }
    var key = words + " " + SafeSql.list(columns) + UniqueIndexFirst.include(include);
    var name = added.name(words.equals("UNIQUE") ? columns : List.of(), suffix);
    var parent = added.effect().table();
    var lines = new ArrayList<String>();
    var attached = new ArrayList<String>();
    lines.add(
        "build it concurrently on each partition, then attach these indexes to the key of the partitioned table");
    for (var partition : added.view().catalog().children(added.table())) {
      var own = partition.qualifiedName();
      var index = SafeSql.name(own, words.equals("UNIQUE") ? columns : List.of(), suffix);
      lines.add(
          "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s %s%s;"
              .formatted(
                  index, own.quoted(), SafeSql.list(columns), UniqueIndexFirst.include(include)));
      lines.add("-- in a later migration");
      lines.add(
          SafeSql.alterTable(
              own, "ADD CONSTRAINT %s %s USING INDEX %s;".formatted(index, words, index)));
      lines.add("-- in a later migration");
      attached.add(
          "ALTER INDEX %s ATTACH PARTITION %s;"
              .formatted(SafeSql.beside(parent, name), SafeSql.beside(own, index)));
    }
    lines.add("ALTER TABLE ONLY %s ADD CONSTRAINT %s %s;".formatted(parent.quoted(), name, key));
    lines.addAll(attached);
    return String.join("\n", lines);
  }
}
