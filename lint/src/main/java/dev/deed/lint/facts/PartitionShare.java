package dev.deed.lint.facts;

import static java.util.stream.Collectors.joining;

import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The parent's indexes and foreign keys that a partition lacks, so that `ATTACH PARTITION` creates
/// them.
///
/// @param partition the partition's resolved name
public record PartitionShare(
    AttachesPartition attaches,
    QualifiedName partition,
    List<Index> indexes,
    List<TableConstraint> foreignKeys,
    RuleView view) {

  private static final String NEXT = "-- in a later migration";

  public static PartitionShare of(
      AttachesPartition attaches, QualifiedName parent, QualifiedName partition, RuleView view) {
    var own = view.catalog().indexes(partition).stream().map(PartitionShare::build).toList();
    var indexes =
        view.catalog().indexes(parent).stream().filter(i -> !own.contains(build(i))).toList();
    var keys =
        foreignKeys(view, partition)
            .filter(TableConstraint::validated)
            .map(TableConstraint::definition)
            .toList();
    var missing = foreignKeys(view, parent).filter(k -> !keys.contains(k.definition())).toList();
    return new PartitionShare(attaches, partition, indexes, missing, view);
  }

  private static Stream<TableConstraint> foreignKeys(RuleView view, QualifiedName table) {
    return view.catalog().constraints(table).stream().filter(c -> c.rule() instanceof ForeignKey);
  }

  /// A text that is equal for indexes that can be attached to each other.
  private static String build(Index index) {
    var ofConstraint = index.constraint() == null ? "" : "constraint ";
    return ofConstraint + index.unique() + behind(index);
  }

  /// The end of the index's definition: ` USING btree (a, b) WHERE c`.
  private static String behind(Index index) {
    var definition = index.definition();
    return definition.substring(definition.indexOf(" USING "));
  }

  public boolean isComplete() {
    return indexes.isEmpty() && foreignKeys.isEmpty();
  }

  public void report() {
    var parents = foreignKeys.stream().map(k -> ((ForeignKey) k.rule()).parent()).distinct();
    var about = new ArrayList<>(List.of(ObjectName.table(partition)));
    about.addAll(parents.map(ObjectName::table).toList());
    view.report(attaches.span(), message(about), advice(), about);
  }

  private String message(List<ObjectName> about) {
    var works = new ArrayList<String>();
    if (!indexes.isEmpty()) {
      works.add(
          "its part of index %s is built"
              .formatted(
                  indexes.stream()
                      .map(i -> Identifier.quoted(i.name().name().name()))
                      .collect(joining(", "))));
    }
    if (!foreignKeys.isEmpty()) {
      works.add(
          "all its rows are checked against %s, whose writes wait too"
              .formatted(
                  about.stream().skip(1).map(o -> o.name().dotted()).collect(joining(", "))));
    }
    return "this blocks reads and writes of %s while %s"
        .formatted(partition.dotted(), String.join(" and ", works));
  }

  private String advice() {
    var written = attaches.partition();
    var lines = new ArrayList<String>();
    lines.add(
        "first give the partition the indexes and foreign keys of the parent, in steps that do not block reads or writes");
    for (var index : indexes) {
      addIndex(lines, index, written);
    }
    for (var key : foreignKeys) {
      var columns = ((ForeignKey) key.rule()).columns();
      var name = SafeSql.name(written, columns, "fkey");
      lines.add(
          SafeSql.alterTable(
              written, "ADD CONSTRAINT " + name + " " + key.definition() + " NOT VALID;"));
      lines.add(NEXT);
      lines.add(SafeSql.alterTable(written, "VALIDATE CONSTRAINT " + name + ";"));
      lines.add(NEXT);
    }
    lines.add(SafeSql.oneLine(view.text(view.statement().span())) + ";");
    return String.join("\n", lines);
  }

  private void addIndex(List<String> lines, Index index, QualifiedName written) {
    var columns =
        index.elements().stream().map(e -> Objects.requireNonNullElse(e.column(), "expr")).toList();
    var name = SafeSql.name(written, columns, index.constraint() == null ? "idx" : "key");
    lines.add(
        "CREATE %sINDEX CONCURRENTLY %s ON %s%s;"
            .formatted(index.unique() ? "UNIQUE " : "", name, written.quoted(), behind(index)));
    lines.add(NEXT);
    if (index.constraint() != null) {
      var words = isPrimary(index) ? "PRIMARY KEY" : "UNIQUE";
      lines.add(
          SafeSql.alterTable(
              written, "ADD CONSTRAINT " + name + " " + words + " USING INDEX " + name + ";"));
      lines.add(NEXT);
    }
  }

  private boolean isPrimary(Index index) {
    return view.catalog().constraints(index.table()).stream()
        .anyMatch(c -> c.part().equals(index.constraint()) && c.rule() instanceof PrimaryKey);
  }
}
