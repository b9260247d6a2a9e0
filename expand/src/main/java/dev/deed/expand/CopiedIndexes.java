package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The indexes of a copied column, on the copy.
record CopiedIndexes(ColumnCopy copy) {

  List<String> create() {
    return create(true);
  }

  /// @param withPrimary that of the primary key, too
  List<String> create(boolean withPrimary) {
    var statements = new ArrayList<String>();
    for (var index : copy.target().indexesOn(copy.original())) {
      if (!isExclusion(index) && (withPrimary || !isPrimary(index))) {
        statements.addAll(build(index));
        ColumnCopy.comment(
            index, "INDEX " + qualified(copy.of(index.name().simpleName())), statements);
      }
    }
    return statements;
  }

  /// What is to be said where values of both columns are unique: `ON CONFLICT` looks at one index.
  Optional<String> remark() {
    return copy.target().indexesOn(copy.original()).stream().anyMatch(Index::unique)
        ? Optional.of(
            "%s has a second unique index until the contract: an INSERT ... ON CONFLICT of one new value by two sessions at once can fail with 23505 there, and succeeds when it is tried again"
                .formatted(copy.target().name().dotted()))
        : Optional.empty();
  }

  private boolean isExclusion(Index index) {
    return copy.target().constraints().stream()
        .anyMatch(c -> c.rule() instanceof Exclude && c.part().equals(index.constraint()));
  }

  private Index copied(Index index) {
    var elements = index.elements().stream().map(this::copied).toList();
    var where = index.where();
    var own = copy.others().getOrDefault(index.name().simpleName(), index.name().simpleName());
    return index
        .copy()
        .name(index.name().named(index.qualifiedName().renamed(own)))
        .elements(elements)
        .include(copy.renamed(index.include()))
        .where(where == null ? null : copy.over(where))
        .index();
  }

  /// Those that compute with the value of the original.
  List<Index> converting() {
    var before = copy.before();
    return before == null
        ? List.of()
        : copy.target().indexesOn(copy.original()).stream()
            .filter(index ->
                (index.where() != null && before.isNeeded(index.where()))
                    || index.elements().stream()
                        .anyMatch(e -> e.column() == null && before.isNeeded(e.expression())))
            .toList();
  }

  /// No index of a partitioned table can be built concurrently: it is built on each partition, and
  /// these are attached to an empty one.
  private List<String> build(Index original) {
    var index = copied(original);
    if (copy.target().table().partitionBy() == null) {
      return List.of(concurrently(index));
    }
    var statements = new ArrayList<String>();
    statements.add(only(index));
    for (var partition : copy.target().partitions()) {
      var own = index.name().named(nameOf(original, partition));
      var part = index.copy().name(own).table(partition.qualifiedName()).index();
      statements.add(partition.partitionBy() == null ? concurrently(part) : only(part));
      statements.add(
          "ALTER INDEX %s ATTACH PARTITION %s"
              .formatted(parentOf(original, partition).quoted(), own.name().quoted()));
    }
    return statements;
  }

  private static String only(Index index) {
    return index.definition().replaceFirst(" ON ", " ON ONLY ");
  }

  private QualifiedName parentOf(Index original, Table partition) {
    var parent = partition.partition();
    return parent != null
            && !parent.parent().equals(copy.target().name())
            && copy.target().schema().find(ObjectName.table(parent.parent())).orElse(null)
                instanceof Table between
        ? nameOf(original, between)
        : copied(original).qualifiedName();
  }

  /// Of the copy's part on a partition. Where the copy has the original's name, so has its part.
  private QualifiedName nameOf(Index original, Table partition) {
    var copied = copied(original).qualifiedName();
    return copied.equals(original.qualifiedName())
        ? partOf(original, partition).orElseGet(() -> generated(copied, partition))
        : generated(copied, partition);
  }

  private static QualifiedName generated(QualifiedName copied, Table partition) {
    return partition
        .qualifiedName()
        .renamed(
            Names.fit(copied.name(), "_" + Names.checksum(partition.qualifiedName().dotted())));
  }

  /// The original's part on a partition.
  private Optional<QualifiedName> partOf(Index original, Table partition) {
    return copy.target().schema().objects().stream()
        .filter(Index.class::isInstance)
        .map(Index.class::cast)
        .filter(i -> i.table().equals(partition.qualifiedName()) && isPart(i, original))
        .map(Index::qualifiedName)
        .findFirst();
  }

  private boolean isPart(Index index, Index original) {
    var parent = index.parent();
    return parent != null
        && (parent.equals(original.qualifiedName())
            || (copy.target().schema().find(original.name().named(parent)).orElse(null)
                    instanceof Index between
                && isPart(between, original)));
  }

  private static String concurrently(Index index) {
    return index.definition().replaceFirst("INDEX ", "INDEX CONCURRENTLY ");
  }

  /// Rows are told by one of these indexes in a replication.
  List<String> identity() {
    return copy.target().indexesOn(copy.original()).stream()
        .map(index -> Identifier.quoted(index.name().simpleName()))
        .filter(name -> copy.target().table().replicaIdentity().equals("using index " + name))
        .map(name -> "ALTER TABLE %s REPLICA IDENTITY USING INDEX %s".formatted(copy.table(), name))
        .toList();
  }

  /// By one of these indexes the table's rows are ordered, by a `CLUSTER` without a name.
  List<String> cluster() {
    var clustered = copy.target().table().storage().clusteredOn();
    return copy.target().indexesOn(copy.original()).stream()
        .map(index -> index.name().simpleName())
        .filter(name -> name.equals(clustered))
        .map(
            name -> "ALTER TABLE %s CLUSTER ON %s".formatted(copy.table(), Identifier.quoted(name)))
        .toList();
  }

  List<String> drop() {
    return copy.target().indexesOn(copy.original()).stream()
        .filter(index -> !isExclusion(index))
        .map(index ->
            (copy.target().table().partitionBy() == null
                    ? "DROP INDEX CONCURRENTLY IF EXISTS "
                    : "DROP INDEX IF EXISTS ")
                + qualified(copy.of(index.name().simpleName())))
        .toList();
  }

  private IndexElement copied(IndexElement element) {
    return element.column() == null
        ? with(element, null, copy.over(element.expression()))
        : renamed(element, copy.original(), copy.name());
  }

  /// With a column under another name.
  static IndexElement renamed(IndexElement element, String from, String to) {
    return with(
        element,
        from.equals(element.column()) ? to : element.column(),
        Expressions.renamed(element.expression(), from, to));
  }

  private static IndexElement with(
      IndexElement element, @Nullable String column, ExpressionText expression) {
    return new IndexElement(
        column,
        expression,
        element.collation(),
        element.operatorClass(),
        element.operatorClassOptions(),
        element.descending(),
        element.nullsFirst());
  }

  private boolean isPrimary(Index index) {
    return copy.target().constraints().stream()
        .anyMatch(c -> c.rule() instanceof PrimaryKey && c.part().equals(index.constraint()));
  }

  /// The index of a key's copy.
  String ofKey(TableConstraint key) {
    return ofKey(key, copy.others().getOrDefault(key.part(), key.part()));
  }

  String ofKey(TableConstraint key, String indexName) {
    for (var index : copy.target().indexesOn(copy.original())) {
      if (key.part().equals(index.constraint())) {
        var named = copied(index).copy();
        return concurrently(
            named.name(index.name().named(index.qualifiedName().renamed(indexName))).index());
      }
    }
    throw new IllegalStateException(key.part() + " has no index");
  }

  /// @param back from the originals' names to those of the copies
  List<String> rename(boolean back) {
    var statements = new ArrayList<String>();
    for (var index : copy.target().indexesOn(copy.original())) {
      if (index.constraint() == null) {
        var temporary = copy.others().getOrDefault(index.name().simpleName(), "");
        statements.add(
            "ALTER INDEX %s RENAME TO %s"
                .formatted(
                    qualified(Identifier.quoted(back ? index.name().simpleName() : temporary)),
                    Identifier.quoted(back ? temporary : index.name().simpleName())));
        statements.addAll(renameParts(index, back));
      }
    }
    return statements;
  }

  private List<String> renameParts(Index index, boolean back) {
    var statements = new ArrayList<String>();
    for (var partition : copy.target().partitions()) {
      var temporary = nameOf(index, partition);
      partOf(index, partition)
          .ifPresent(own ->
              statements.add(
                  "ALTER INDEX %s RENAME TO %s"
                      .formatted(
                          (back ? own : temporary).quoted(),
                          Identifier.quoted((back ? temporary : own).name()))));
    }
    return statements;
  }

  private String qualified(String quotedName) {
    var schema = copy.target().name().schema();
    return schema == null ? quotedName : Identifier.quoted(schema) + "." + quotedName;
  }
}
