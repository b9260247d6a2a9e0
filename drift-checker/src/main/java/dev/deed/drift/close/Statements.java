package dev.deed.drift.close;

import dev.deed.drift.Closing.Held;
import dev.deed.drift.WholeSides;
import dev.deed.drift.close.Node.Phase;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.ObjectSql;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.ColumnStorage;
import dev.deed.sql.schema.RelationPart.OutputColumn;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.External;
import dev.deed.sql.schema.SchemaObject.Other;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes what happens to each object as SQL, into the nodes of the graph.
final class Statements {

  private static final int NAMED_NOT_NULL = 18;

  private final WholeSides sides;
  private final Fates fates;
  private final Graph graph;
  private final AttributeSql attributes;
  private final IndexExchange exchange;
  private final DropSql drops;
  private final Map<ObjectName, Sequence> identities = new HashMap<>();
  private final Map<QualifiedName, List<TableConstraint>> constraints = new HashMap<>();
  private final List<DefaultPrivileges> defaults = new ArrayList<>();

  Statements(WholeSides sides, Fates fates, Graph graph) {
    this.sides = sides;
    this.fates = fates;
    this.graph = graph;
    this.attributes = new AttributeSql(sides.hasOwners(), sides.hasPrivileges());
    this.exchange = new IndexExchange(sides, fates);
    this.drops = new DropSql(sides, attributes, exchange);
    for (var object : sides.wanted()) {
      if (object instanceof Sequence sequence
          && sequence.identity()
          && sequence.ownedBy() != null) {
        identities.put(sequence.ownedBy(), sequence);
      } else if (object instanceof TableConstraint constraint) {
        constraints.computeIfAbsent(constraint.relation(), _ -> new ArrayList<>()).add(constraint);
      }
    }
    for (var object : sides.present()) {
      if (object instanceof DefaultPrivileges of) {
        defaults.add(of);
      }
    }
  }

  void write(Fate fate) {
    release(fate);
    var isKey = exchange.takesKey(fate);
    if (isKey && fate.after() instanceof TableConstraint key) {
      at(fate, Phase.RELEASE).alone(exchange.build(key));
      at(fate, Phase.MAKE).add(IndexExchange.swap(key));
    } else if (fate.drops() && fate.goesWith() == null) {
      at(fate, Phase.DROP).addAll(drops.of(fate));
    }
    if (fate.stays() && fate.after() instanceof External) {
      if (!isOfDroppedRoutine(fate)) {
        at(fate, Phase.END).addAll(alter(fate));
      }
    } else if (fate.stays()) {
      at(fate, Phase.ALTER).addAll(alter(fate));
    }
    if (fate.isMoved() && fate.after() instanceof TableColumn column) {
      at(fate, Phase.MAKE).addAll(moved(column));
    } else if (fate.makes() && fate.comesWith() == null && !isKey) {
      at(fate, Phase.MAKE).addAll(make(fate.after()));
    }
    if (fate.makes() && fate.after() instanceof OtherType type && Plan.isBase(type)) {
      at(fate, Phase.ALTER).add("CREATE TYPE " + type.qualifiedName().quoted());
    }
    finish(fate);
  }

  private Lines at(Fate fate, Phase phase) {
    return graph.node(fate.name(), phase).lines();
  }

  /// `GRANT` names an aggregate otherwise than `CREATE AGGREGATE`.
  private boolean isOfDroppedRoutine(Fate fate) {
    return fate.name().kind().isRoutine()
        && fates.all().stream()
            .anyMatch(other ->
                other.drops()
                    && other.name().kind().isRoutine()
                    && other.name().name().equals(fate.name().name()));
  }

  // What a table leaves

  private void release(Fate fate) {
    var lines = at(fate, Phase.RELEASE);
    if (fate.isLosingDefault() && fate.stays() && fate.before() instanceof TableColumn column) {
      lines.add(alterColumn(column) + "DROP DEFAULT");
    }
    if (fate.stays()
        && fate.before() instanceof TableColumn was
        && fate.after() instanceof TableColumn now
        && ColumnAlter.losesIdentity(was, now)) {
      lines.add(alterColumn(was) + "DROP IDENTITY");
    }
    if (fate.beforeOrNull() instanceof Table was && fate.stays()) {
      var now = (Table) fate.after();
      lines.addAll(new TableAlter(was, fate.isReleased() ? alone(now) : now).released());
    }
    if (fate.isReleased() && fate.stays() && fate.before() instanceof Publication was) {
      var now = published(was);
      if (!now.tables().equals(was.tables())) {
        var gone = new TreeMap<>(was.tables());
        gone.keySet().removeAll(now.tables().keySet());
        lines.add(
            "ALTER PUBLICATION %s DROP TABLE %s"
                .formatted(
                    ObjectSql.called(was.name()),
                    gone.keySet().stream()
                        .map(table -> "ONLY " + table.quoted())
                        .collect(Collectors.joining(", "))));
      }
    }
    if (fate.beforeOrNull() instanceof Sequence was
        && fate.stays()
        && fate.after() instanceof Sequence now) {
      lines.addAll(new SequenceAlter(was, now).released());
    }
  }

  /// Without the tables whose columns change under a filter or a list of columns.
  private Publication published(Publication publication) {
    var tables = new TreeMap<>(publication.tables());
    for (var fate : fates.all()) {
      if (fate.beforeOrNull() instanceof TableColumn column
          && (fate.drops() || Fates.isDisturbing(fate))
          && !tables.getOrDefault(column.relation(), "").isEmpty()) {
        tables.remove(column.relation());
      }
    }
    return new Publication(
        publication.name(),
        publication.allTables(),
        tables,
        publication.schemas(),
        publication.options(),
        publication.attributes());
  }

  private static Table alone(Table table) {
    return table.copy().partition(null).inherits(List::clear).ofType(null).table();
  }

  private static String alterColumn(TableColumn column) {
    return "ALTER TABLE %s ALTER COLUMN %s "
        .formatted(column.relation().quoted(), Identifier.quoted(column.part()));
  }

  /// The column again, at the end, with its values.
  private Lines moved(TableColumn column) {
    var table = column.relation().quoted();
    var alter = "ALTER TABLE " + table + " ";
    if (column.generated() != null) {
      return Lines.of(alter + "ADD COLUMN " + ObjectSql.column(column, false, null));
    }
    var bare = column.copy().defaultValue(null).identity(null).notNull(false).column();
    var old = Identifier.quoted(TemporaryName.old(column.part()));
    var name = Identifier.quoted(column.part());
    var lines = new Lines();
    lines.add(
        alter + "ADD COLUMN " + ObjectSql.column(bare, false, null),
        "this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE"
            + " lock");
    lines.add("UPDATE %s SET %s = %s".formatted(table, name, old));
    var owned =
        sides.before().dependants(column.name()).stream()
            .filter(d -> d instanceof Sequence sequence && !sequence.identity())
            .toList();
    owned.forEach(s -> lines.add(SequenceAlter.ownedBy((Sequence) s)));
    if (column.identity() != null) {
      lines.add(alter + "ALTER COLUMN " + old + " DROP IDENTITY");
    }
    var kept = column.storage();
    var plain =
        bare.copy()
            .storage(
                new ColumnStorage(
                    kept.collation(),
                    null,
                    kept.compression(),
                    null,
                    Collections.emptySortedMap(),
                    kept.foreignOptions()))
            .column();
    lines.addAll(
        new ColumnAlter(
                plain,
                column,
                false,
                false,
                false,
                sides.postgres() >= NAMED_NOT_NULL && hasNamedNotNull(column),
                sides.postgres(),
                identities.get(column.name()))
            .lines());
    return lines.add(alter + "DROP COLUMN " + old);
  }

  static boolean isPartitioned(@Nullable Table table) {
    return table != null && table.partitionBy() != null;
  }

  // Change

  private Lines alter(Fate fate) {
    if (fate.after() instanceof TableColumn now && fate.before() instanceof TableColumn was) {
      return column(fate, was, now);
    }
    if (fate.after() instanceof Table now && fate.before() instanceof Table was) {
      return new TableAlter(was, now).lines();
    }
    if (fate.after() instanceof CompositeType now && fate.before() instanceof CompositeType was) {
      var typed = sides.before().dependants(fate.name()).stream().anyMatch(d -> d instanceof Table);
      return TypeAlter.of(was, now, typed);
    }
    if (fate.isReleased()
        && fate.before() instanceof Publication was
        && fate.after() instanceof Publication now) {
      return OtherAlter.of(published(was), now);
    }
    return new Alteration(fate.before(), fate.after(), fate.facets(), sides.postgres(), false)
        .lines();
  }

  private Lines column(Fate fate, TableColumn was, TableColumn now) {
    if (fate.facets().isEmpty() && !fate.isRetyped()) {
      return new Lines();
    }
    var inherited = fate.isRetyped() && was.inherited() && !fate.facets().contains(Facet.TYPE);
    if (inherited && fate.isDisturbed() && !fates.isAway(now.relation())) {
      return new Lines();
    }
    var before = fate.isLosingDefault() ? was.copy().defaultValue(null).column() : was;
    return new ColumnAlter(
            unless(fate, before, now),
            now,
            hasChildren(now.relation()),
            fate.isRetyped(),
            isByText(was, now),
            sides.postgres() >= NAMED_NOT_NULL && hasNamedNotNull(now),
            sides.postgres(),
            identities.get(now.name()))
        .lines();
  }

  /// Types that a schema defines, and rows of its tables, have a cast only where it defines one,
  /// too.
  private boolean isByText(TableColumn was, TableColumn now) {
    var change = new TypeChange(was.type(), now.type());
    if (change.isBuiltIn()) {
      return !change.isCast();
    }
    var cast = ObjectName.cast(was.type().name(), now.type().name().dotted());
    return !isTextual(was)
        && !isTextual(now)
        && sides.before().find(cast).isEmpty()
        && sides.after().find(cast).isEmpty()
        && (isOwn(sides.before().type(was.type().name()))
            || isOwn(sides.after().type(now.type().name()))
            || sides.before().relationNamed(was.type().name()).isPresent()
            || sides.after().relationNamed(now.type().name()).isPresent());
  }

  private static boolean isTextual(TableColumn column) {
    return TypeChange.isText(column.type());
  }

  /// A domain is cast as the type that it is made of.
  private static boolean isOwn(Optional<DataType> type) {
    return type.isPresent() && !(type.get() instanceof DomainType);
  }

  /// What does not differ in meaning is spelled as it is wanted, so that nothing is written for it.
  private static TableColumn unless(Fate fate, TableColumn was, TableColumn now) {
    var draft = was.copy();
    if (!fate.facets().contains(Facet.TYPE)) {
      draft.type(now.type());
    }
    if (!fate.facets().contains(Facet.DEFAULT)
        && !fate.isLosingDefault()
        && was.defaultValue() != null) {
      draft.defaultValue(now.defaultValue());
    }
    if (!fate.facets().contains(Facet.NOT_NULL)) {
      draft.notNull(now.notNull());
    }
    if (!fate.facets().contains(Facet.COLLATION)) {
      draft.collation(now.storage().collation());
    }
    return draft.column();
  }

  private boolean hasChildren(QualifiedName table) {
    return !sides.before().children(table).isEmpty();
  }

  /// Where one side is of an older server, neither has the constraint.
  private boolean hasNamedNotNull(TableColumn column) {
    var wanted = constraints.getOrDefault(column.relation(), List.of());
    return Stream.concat(wanted.stream(), sides.before().constraints(column.relation()).stream())
        .anyMatch(c -> c.rule() instanceof NotNull rule && rule.column().equals(column.part()));
  }

  // Create

  private Lines make(SchemaObject object) {
    return switch (object) {
      case Table table -> table(table);
      case TableColumn column -> {
        var wanted = later(column);
        var named = notNullOf(column);
        var add =
            "ALTER TABLE %s ADD COLUMN %s"
                .formatted(
                    column.relation().quoted(),
                    ObjectSql.column(
                            named == null ? wanted : wanted.copy().notNull(false).column(),
                            false,
                            identities.get(column.name()))
                        + named(named));
        var fails =
            column.notNull()
                && column.defaultValue() == null
                && column.generated() == null
                && column.identity() == null;
        yield fails
            ? new Lines()
                .add(
                    add,
                    "this fails if the table has rows; to add it step by step: deed expand"
                        + " add-required-column "
                        + column.relation().quoted()
                        + " "
                        + Identifier.quoted(column.part()))
            : Lines.of(add);
      }
      case TableConstraint constraint ->
          new ConstraintSql(
                  constraint,
                  sides
                      .after()
                      .index(constraint.relation().renamed(constraint.part()))
                      .orElse(null),
                  isPartitioned(sides.after().table(constraint.relation()).orElse(null)),
                  isNew(constraint.relation()),
                  sides.postgres())
              .lines();
      case Index index -> index(index);
      case Other other when OtherAlter.isSecret(other) -> {
        var lines = new Lines();
        ObjectSql.create(other)
            .forEach(s -> lines.held(s, Held.NEEDS_SECRET, "write the secret in place of ***"));
        yield lines;
      }
      case Other other
          when other.name().kind() == ObjectKind.SCHEMA
              && other.name().name().name().equals("public") ->
          Lines.of("CREATE SCHEMA IF NOT EXISTS public");
      default -> new Lines().addAll(ObjectSql.create(object));
    };
  }

  /// The constraint that is made with its column, if PostgreSQL would choose another name for it.
  private @Nullable TableConstraint notNullOf(TableColumn column) {
    var usual =
        column.relation().renamed(column.relation().name() + "_" + column.part() + "_not_null");
    for (var constraint : constraints.getOrDefault(column.relation(), List.of())) {
      if (fates.of(constraint.name()) instanceof Fate fate
          && column.name().equals(fate.comesWith())
          && constraint.rule() instanceof NotNull
          && (!constraint.part().equals(usual.name()) || isTaken(usual))) {
        return constraint;
      }
    }
    return null;
  }

  /// Names of these constraints are chosen so that no other one of the schema has them.
  private boolean isTaken(QualifiedName constraint) {
    return sides.present().stream()
        .anyMatch(o ->
            o instanceof TableConstraint other
                && other.relation().renamed(other.part()).equals(constraint));
  }

  private static String named(@Nullable TableConstraint notNull) {
    return notNull == null ? "" : " CONSTRAINT " + Identifier.quoted(notNull.part()) + " NOT NULL";
  }

  private boolean isNew(QualifiedName relation) {
    var fate = fates.of(fates.tableOf(relation));
    return fate != null && fate.makes();
  }

  private Lines index(Index index) {
    if (isPartitioned(sides.after().table(index.table()).orElse(null))) {
      return Lines.of(index.definition().replaceFirst(" ON ", " ON ONLY "));
    }
    if (isNew(index.table())) {
      return Lines.of(index.definition());
    }
    return new Lines().alone(IndexExchange.concurrently(index));
  }

  /// A default that calls a routine is set when the routine is there.
  private TableColumn later(TableColumn column) {
    return isLater(column) ? column.copy().defaultValue(null).column() : column;
  }

  private boolean isLater(TableColumn column) {
    return column.defaultValue() != null && !fates.usesNoRoutine(column.name());
  }

  private Lines table(Table table) {
    var isPartition = table.partition() != null;
    var own = constraints.getOrDefault(table.qualifiedName(), List.of());
    var inTable =
        own.stream()
            .filter(c -> {
              var fate = fates.of(c.name());
              return fate != null
                  && table.name().equals(fate.comesWith())
                  && (isPartition || !Heirs.isOnlyInherited(c));
            })
            .toList();
    var named =
        inTable.stream()
            .filter(c -> c.rule() instanceof NotNull)
            .map(c -> ((NotNull) c.rule()).column())
            .collect(Collectors.toSet());
    var columns = new ArrayList<TableColumn>();
    for (var column : sides.after().columns(table.qualifiedName())) {
      if (isPartition || column.local() || !column.inherited()) {
        var wanted = later(column);
        columns.add(named.contains(column.part()) ? wanted.copy().notNull(false).column() : wanted);
      }
    }
    var lines = Lines.of(ObjectSql.table(table, columns, inTable, identities));
    var alter = "ALTER TABLE " + table.qualifiedName().quoted() + " ";
    if (table.rowSecurity().enabled()) {
      lines.add(alter + "ENABLE ROW LEVEL SECURITY");
    }
    if (table.rowSecurity().forced()) {
      lines.add(alter + "FORCE ROW LEVEL SECURITY");
    }
    return lines;
  }

  // Afterwards

  private void finish(Fate fate) {
    var after = fate.afterOrNull();
    if (after == null) {
      return;
    }
    var lines = at(fate, Phase.FINISH);
    switch (after) {
      case Table table -> table(fate, table, lines);
      case Sequence sequence -> {
        if (fate.makes() || fate.facets().stream().anyMatch(Alteration::isAttribute)) {
          attributes(fate, lines);
        }
        if (fate.makes() && sequence.ownedBy() != null && !sequence.identity()) {
          lines.add(SequenceAlter.ownedBy(sequence));
        } else if (fate.stays() && fate.before() instanceof Sequence was) {
          lines.addAll(new SequenceAlter(was, sequence).owned());
        }
      }
      case Index index -> {
        if (index.parent() != null
            && (fate.makes() || fate.isReleased() || fate.facets().contains(Facet.ATTACHED_TO))) {
          lines.add(Alteration.attach(index));
        }
        attributes(fate, lines);
        if (exchange.takesIndex(fate) && fate.before() instanceof Index was) {
          at(fate, Phase.END).alone(IndexExchange.dropOld(was));
        }
      }
      case TableColumn column -> {
        var value = column.defaultValue();
        if (value != null && fate.makes() && isLater(column)) {
          lines.add(alterColumn(column) + "SET DEFAULT " + value.text());
        }
        attributes(fate, lines);
      }
      case OutputColumn column -> {
        if (fate.makes()) {
          var none = OutputColumn.plain(column.name());
          var facets = java.util.EnumSet.allOf(Facet.class);
          if (column.defaultValue() == null) {
            facets.remove(Facet.DEFAULT);
          }
          lines.addAll(new Alteration(none, column, facets, sides.postgres(), false).lines());
        }
        attributes(fate, lines);
      }
      case View view -> {
        if (!fate.makes() && fate.facets().contains(Facet.CLUSTER_ON)) {
          var index = view.storage().clusteredOn();
          at(fate, Phase.END)
              .add(
                  "ALTER %s %s"
                      .formatted(
                          ObjectSql.reference(view.name()),
                          index == null
                              ? "SET WITHOUT CLUSTER"
                              : "CLUSTER ON " + Identifier.quoted(index)));
        }
        if (fate.makes() && view.storage().clusteredOn() != null) {
          at(fate, Phase.END)
              .add(
                  "ALTER %s CLUSTER ON %s"
                      .formatted(
                          ObjectSql.reference(view.name()),
                          Identifier.quoted(view.storage().clusteredOn())));
        }
        attributes(fate, lines);
      }
      default -> attributes(fate, lines);
    }
    if (fate.isRetyped() && fate.isRemade() && Fates.isCollation(fate)) {
      at(fate, Phase.END)
          .add(
              "DROP COLLATION "
                  + fate.name().name().renamed(DropSql.old(fate.name().name())).quoted());
    }
    if (fate.isRetyped() && fate.drops() && fate.before() instanceof DataType type) {
      at(fate, Phase.END)
          .add(
              "DROP %s %s"
                  .formatted(
                      type instanceof DomainType ? "DOMAIN" : "TYPE",
                      type.qualifiedName().renamed(DropSql.old(type.qualifiedName())).quoted()));
    }
  }

  private void table(Fate fate, Table table, Lines lines) {
    if (fate.makes()) {
      if (table.partition() != null) {
        lines.add(TableAlter.attach(table));
      }
    } else if (fate.before() instanceof Table was) {
      lines.addAll(new TableAlter(fate.isReleased() ? alone(was) : was, table).attached());
    }
    attributes(fate, lines);
    var was =
        fate.stays() && fate.before() instanceof Table known
            ? known
            : table.copy().replicaIdentity("default").storage(unclustered(table)).table();
    at(fate, Phase.END).addAll(new TableAlter(was, table).indexed());
  }

  private static dev.deed.sql.schema.Relation.Storage unclustered(Table table) {
    var storage = table.storage();
    return new dev.deed.sql.schema.Relation.Storage(
        storage.accessMethod(), storage.tablespace(), storage.options(), null);
  }

  private void attributes(Fate fate, Lines lines) {
    var made = fate.makes();
    if (!made && fate.facets().stream().noneMatch(f -> Alteration.isAttribute(f) || isPart(f))) {
      return;
    }
    var before = made ? null : fate.beforeOrNull();
    lines.addAll(
        attributes.changed(before, fate.after(), made ? grantees(fate.after()) : Set.of()));
  }

  private static boolean isPart(Facet facet) {
    return switch (facet) {
      case ATTRIBUTE_COMMENT,
          DOMAIN_CHECK_COMMENT,
          ATTRIBUTE,
          DOMAIN_CHECK,
          DOMAIN_CHECK_NOT_VALID ->
          true;
      default -> false;
    };
  }

  /// Those to whom default privileges may have given something on a new object.
  private Set<String> grantees(SchemaObject object) {
    var kind = object.name().kind();
    var schema = object.name().name().schema();
    var grantees = new HashSet<String>();
    for (var given : defaults) {
      var isFor =
          switch (given.on()) {
            case TABLE, RELATION, VIEW ->
                kind == ObjectKind.TABLE
                    || kind == ObjectKind.VIEW
                    || kind == ObjectKind.MATERIALIZED_VIEW
                    || kind == ObjectKind.FOREIGN_TABLE;
            case SEQUENCE -> kind == ObjectKind.SEQUENCE;
            case FUNCTION, ROUTINE, PROCEDURE -> kind.isRoutine();
            case TYPE -> kind == ObjectKind.TYPE || kind == ObjectKind.DOMAIN;
            case SCHEMA -> kind == ObjectKind.SCHEMA;
            default -> false;
          };
      if (isFor && (given.schema() == null || given.schema().equals(schema))) {
        grantees.addAll(given.attributes().privileges().byGrantee().keySet());
      }
    }
    grantees.remove(object.attributes().owner());
    return grantees;
  }
}
