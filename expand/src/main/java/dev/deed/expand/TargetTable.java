package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.Nearest;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table that is changed, and what belongs to it.
record TargetTable(Schema schema, Table table) {

  /// @throws NotExpanded if there is no such table
  static TargetTable of(Schema schema, QualifiedName name) {
    if (schema.find(ObjectName.table(name)).orElse(null) instanceof Table table) {
      return new TargetTable(schema, table);
    }
    var other =
        schema.names().stream()
            .filter(n -> n.kind().isRelation() && n.name().equals(name))
            .findFirst();
    if (other.isPresent()) {
      throw new NotExpanded(
          "%s is not a table whose rows are in this database".formatted(other.get().words()),
          "make the change in the table where the rows are");
    }
    var tables =
        schema.names().stream()
            .filter(n -> n.kind() == ObjectKind.TABLE)
            .map(n -> n.name().quoted())
            .toList();
    throw new NotExpanded(
        "there is no table " + name.dotted(),
        Nearest.of(name.quoted(), tables)
            .map("did you mean %s?"::formatted)
            .orElse("name a table that the migrations create"));
  }

  QualifiedName name() {
    return table.qualifiedName();
  }

  String quoted() {
    return name().quoted();
  }

  boolean has(String column) {
    return table.columns().contains(column);
  }

  /// @throws NotExpanded if there is no such column
  TableColumn column(String column) {
    if (schema.find(ObjectName.column(name(), column)).orElse(null) instanceof TableColumn known) {
      return Presets.plain(schema, known);
    }
    throw new NotExpanded(
        "table %s has no column %s".formatted(name().dotted(), column),
        suggested(column, table.columns()));
  }

  /// An expression over the row's columns.
  ///
  /// @param what the option that it comes from, for the message
  /// @param added columns that the table is going to have
  /// @throws NotExpanded if it names another one
  Expression over(Expression expression, String what, List<String> added) {
    Expressions.any(
        expression,
        e -> {
          if (e instanceof Column(var path)) {
            refuseUnknown(path, what, added);
          }
          return false;
        });
    return expression;
  }

  /// The name of the table alone is the whole row.
  private void refuseUnknown(List<String> path, String what, List<String> added) {
    var isOwn =
        path.size() == 1
            || (path.get(path.size() - 2).equals(name().name())
                && (path.size() == 2 || path.getFirst().equals(name().schema())));
    var column = path.getLast();
    if (!isOwn
        || column.equals("*")
        || has(column)
        || added.contains(column)
        || (path.size() == 1 && column.equals(name().name()))) {
      return;
    }
    var known = Stream.concat(table.columns().stream(), added.stream()).toList();
    throw new NotExpanded(
        "%s names %s, and table %s has no such column"
            .formatted(what, Identifier.quoted(column), name().dotted()),
        suggested(column, known));
  }

  private static String suggested(String column, List<String> known) {
    return Nearest.of(column, known)
        .map(near -> "did you mean %s?".formatted(Identifier.quoted(near)))
        .orElse(
            "its columns are "
                + known.stream().map(Identifier::quoted).collect(Collectors.joining(", ")));
  }

  List<TableConstraint> constraints() {
    return parts(TableConstraint.class).toList();
  }

  List<Trigger> triggers() {
    return parts(Trigger.class).toList();
  }

  <P extends RelationPart> Stream<P> parts(Class<P> kind) {
    return schema.objects().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(part -> part.relation().equals(name()));
  }

  /// Those of its constraints too; of partitions, only their own.
  List<Index> indexes() {
    return schema.objects().stream()
        .filter(Index.class::isInstance)
        .map(Index.class::cast)
        .filter(index -> index.table().equals(name()) && index.parent() == null)
        .toList();
  }

  List<Index> indexesOn(String column) {
    return indexes().stream().filter(index -> names(index, column)).toList();
  }

  private static boolean names(Index index, String column) {
    return index.include().contains(column)
        || Expressions.names(index.where(), column)
        || index.elements().stream()
            .anyMatch(e ->
                e.column() != null
                    ? e.column().equals(column)
                    : Expressions.names(e.expression(), column));
  }

  List<TableConstraint> constraintsOn(String column) {
    return constraints().stream().filter(c -> names(c, column)).toList();
  }

  private static boolean names(TableConstraint constraint, String column) {
    return switch (constraint.rule()) {
      case Check check -> Expressions.names(check.condition(), column);
      case NotNull notNull -> notNull.column().equals(column);
      case Unique unique -> unique.columns().contains(column) || unique.include().contains(column);
      case PrimaryKey key -> key.columns().contains(column) || key.include().contains(column);
      case ForeignKey key -> key.columns().contains(column);
      case Exclude exclude ->
          exclude.include().contains(column)
              || Expressions.names(exclude.where(), column)
              || exclude.elements().stream()
                  .map(e -> e.element())
                  .anyMatch(e ->
                      e.column() != null
                          ? e.column().equals(column)
                          : Expressions.names(e.expression(), column));
    };
  }

  /// Foreign keys that point at the column, of this table and of others.
  List<TableConstraint> keysTo(String column) {
    return schema.objects().stream()
        .filter(TableConstraint.class::isInstance)
        .map(TableConstraint.class::cast)
        .filter(c -> c.local() || !c.inherited())
        .filter(c ->
            c.rule() instanceof ForeignKey key
                && key.parent().equals(name())
                && key.parentColumns().contains(column))
        .toList();
  }

  /// The columns of the primary key, empty without one.
  List<String> key() {
    for (var constraint : constraints()) {
      if (constraint.rule() instanceof PrimaryKey key) {
        return key.columns();
      }
    }
    return List.of();
  }

  /// The columns of the primary key, or of a unique index that has each row once.
  List<String> rowKey() {
    var key = key();
    return key.isEmpty() ? walkable(List.of(), true) : key;
  }

  /// The columns by which batches pass each row once: of the primary key, or of a partitioned table
  /// those of an index, since it has no blocks of its own.
  ///
  /// @param changed columns whose values change meanwhile
  List<String> walkedBy(Collection<String> changed) {
    var key = key();
    return !key.isEmpty() || table.partitionBy() == null ? key : walkable(changed, false);
  }

  private List<String> walkable(Collection<String> changed, boolean onlyUnique) {
    return indexes().stream()
        .filter(index -> index.unique() || !onlyUnique)
        .filter(index -> index.method().equals("btree") && index.where() == null)
        .map(index -> index.elements().stream().map(IndexElement::column).toList())
        .filter(columns -> columns.stream().allMatch(c -> isFixed(c, changed)))
        .findFirst()
        .orElse(List.of());
  }

  private boolean isFixed(@Nullable String column, Collection<String> changed) {
    return column != null && !changed.contains(column) && column(column).notNull();
  }

  Optional<Sequence> sequenceOf(TableColumn column) {
    return schema.objects().stream()
        .filter(Sequence.class::isInstance)
        .map(Sequence.class::cast)
        .filter(sequence -> column.name().equals(sequence.ownedBy()))
        .findFirst();
  }

  /// Its partitions, at any depth.
  List<Table> partitions() {
    var found = new ArrayList<Table>();
    for (var object : schema.objects()) {
      if (object instanceof Table child
          && child.partition() != null
          && child.partition().parent().equals(name())) {
        found.add(child);
        found.addAll(new TargetTable(schema, child).partitions());
      }
    }
    return found;
  }

  List<Table> heirs() {
    return schema.objects().stream()
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(child -> child.inherits().contains(name()))
        .toList();
  }
}
