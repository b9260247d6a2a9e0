package dev.deed.lint.rule.index;

import dev.deed.lint.facts.SubPartitions;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds `CREATE INDEX` on a partitioned table, which builds an index on every partition.
final class IndexOnPartitionedTable implements EffectCheck<CreatesIndex> {

  @Override
  public void check(CreatesIndex index, RuleView view) {
    var table = view.relation(index.table());
    var known = view.catalog().table(table).filter(t -> t.partitionBy() != null);
    if (known.isEmpty() || index.only() || view.isNewRelation(table)) {
      return;
    }
    var partitions = view.catalog().children(table);
    var toBuild = partitions.stream().filter(p -> !isThere(index, p, view)).toList();
    if (toBuild.isEmpty() && !index.concurrently()) {
      return;
    }
    var about = new ArrayList<ObjectName>();
    about.add(ObjectName.table(table));
    toBuild.forEach(p -> about.add(p.name()));
    view.report(
        index.span(),
        index.concurrently()
            ? "PostgreSQL refuses CONCURRENTLY on the partitioned table " + table.dotted()
            : "this index build blocks INSERT, UPDATE and DELETE on %s and all its partitions until the last partition is scanned"
                .formatted(table.dotted()),
        SubPartitions.of(table, view.catalog())
            ? SubPartitions.advice(table)
            : "build it concurrently on each partition, then attach the indexes; this does not block writes\n"
                + String.join("\n", steps(index, partitions, view)),
        about);
  }

  /// Whether the partition already has such an index: PostgreSQL attaches it and builds nothing.
  private static boolean isThere(CreatesIndex wanted, Table partition, RuleView view) {
    return view.catalog().indexes(partition.qualifiedName()).stream()
        .anyMatch(i -> isSame(wanted, i));
  }

  private static boolean isSame(CreatesIndex wanted, Index index) {
    return index.unique() == wanted.unique()
        && index.method().equals(wanted.method())
        && index.where() == null
        && wanted.where() == null
        && index.include().equals(wanted.include())
        && keys(index.elements()).equals(keys(wanted.elements()));
  }

  private static List<String> keys(List<IndexElement> elements) {
    return elements.stream()
        .map(e -> e.expression().canonical() + " " + e.descending() + e.nullsFirst())
        .toList();
  }

  private static List<String> steps(CreatesIndex index, List<Table> partitions, RuleView view) {
    var unique = index.unique() ? "UNIQUE " : "";
    var rest =
        view.script().text().substring(index.tableSpan().end(), view.statement().span().end());
    var tail = " " + SafeSql.oneLine(rest) + ";";
    var columns =
        index.elements().stream().flatMap(e -> Optional.ofNullable(e.column()).stream()).toList();
    var name =
        index.name() == null
            ? SafeSql.name(index.table(), columns, "idx")
            : Identifier.quoted(index.name());
    var builds = new ArrayList<String>();
    var attaches = new ArrayList<String>();
    for (var partition : partitions) {
      var own = partition.qualifiedName();
      var part = SafeSql.name(own, columns, "idx");
      builds.add(
          "CREATE %sINDEX CONCURRENTLY %s ON %s%s".formatted(unique, part, own.quoted(), tail));
      attaches.add(attach(index.table(), name, own, part));
    }
    var parent =
        "CREATE %sINDEX %s ON ONLY %s%s".formatted(unique, name, index.table().quoted(), tail);
    return partitions.isEmpty()
        ? List.of(parent)
        : Stream.of(
                List.of(parent, "-- in a later migration"),
                builds,
                List.of("-- in a later migration"),
                attaches)
            .flatMap(List::stream)
            .toList();
  }

  private static String attach(
      QualifiedName table, String index, QualifiedName partition, String part) {
    return "ALTER INDEX %s ATTACH PARTITION %s;"
        .formatted(SafeSql.beside(table, index), SafeSql.beside(partition, part));
  }
}
