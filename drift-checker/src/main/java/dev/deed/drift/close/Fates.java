package dev.deed.drift.close;

import dev.deed.drift.Difference;
import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.Missing;
import dev.deed.drift.Difference.Renamed;
import dev.deed.drift.WholeSides;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.PartitionBy;
import dev.deed.sql.effect.TableDefinition.PartitionKey;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainCheck;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.OutputColumn;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.External;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides what becomes of each object: those that differ, and those that are in the way.
final class Fates {

  /// What a parent's column passes on to its children when it changes.
  private static final Set<Facet> PASSED_ON =
      EnumSet.of(Facet.TYPE, Facet.COLLATION, Facet.NOT_NULL, Facet.GENERATED);

  private final WholeSides sides;
  private final boolean moving;
  private final Catalog before;

  /// A constant that has the type of what it is compared with.
  private static final Pattern BARE_STRING = Pattern.compile("'(?:[^']|'')*+'(?!\\s*::)");

  private final Catalog after;
  private final Reach reach;
  private final Map<ObjectName, Fate> fates = new LinkedHashMap<>();
  private final Deque<ObjectName> open = new ArrayDeque<>();

  /// @param moving whether columns are moved
  Fates(WholeSides sides, boolean moving) {
    this.sides = sides;
    this.moving = moving;
    this.before = sides.before();
    this.after = sides.after();
    this.reach = new Reach(before, sides.present());
  }

  Collection<Fate> all() {
    return fates.values();
  }

  @Nullable Fate of(ObjectName name) {
    return fates.get(name);
  }

  void decide(List<Difference> differences) {
    differences.forEach(this::note);
    List.copyOf(fates.values()).forEach(this::replacePartitioned);
    // What becomes of a table, or of the type of one, decides whether others get anything from it.
    List.copyOf(fates.values()).stream().filter(Fates::passesOn).forEach(this::choose);
    fates.values().forEach(this::forgetInherited);
    fates.values().removeIf(f -> f.stays() && f.facets().isEmpty());
    if (moving) {
      List.copyOf(fates.values()).forEach(this::moveColumns);
    }
    List.copyOf(fates.values()).stream().filter(f -> !passesOn(f)).forEach(this::choose);
    List.copyOf(fates.values()).forEach(this::replaceParentIndex);
    while (!open.isEmpty()) {
      spread(Objects.requireNonNull(fates.get(open.remove())));
    }
    new Departures(this, before, after).decide();
    keepRows();
    var joins = new Joins(this, before, after);
    fates.values().forEach(joins::join);
  }

  /// Whether a difference is only that a replay spells otherwise what was created as wanted.
  static boolean isMade(Difference difference, Set<ObjectName> made, int postgres) {
    return difference instanceof Changed changed
        && made.contains(changed.object())
        && changed.from().getClass().equals(changed.to().getClass())
        && new Alteration(
                changed.from(), changed.to(), Alteration.facets(changed.changes()), postgres, true)
            .needsNewObject();
  }

  // What differs

  private void note(Difference difference) {
    switch (difference) {
      case Added added -> put(added.object(), null, added.added());
      case Missing missing -> put(missing.object(), missing.missing(), null);
      case Changed changed ->
          put(changed.object(), changed.from(), changed.to())
              .facets()
              .addAll(Alteration.facets(changed.changes()));
      case Renamed renamed -> {
        put(renamed.from().name(), renamed.from(), null);
        put(renamed.to().name(), null, renamed.to());
      }
    }
  }

  /// In the spelling of their statements where they have any.
  private Fate put(
      ObjectName name, @Nullable SchemaObject compared, @Nullable SchemaObject wanted) {
    var fate =
        new Fate(
            name,
            compared == null ? null : before.find(name).orElse(compared),
            wanted == null ? null : after.find(name).orElse(wanted));
    fates.put(name, fate);
    return fate;
  }

  /// A partition's parts come from its parent, however they were made. Only a trigger of its own is
  /// in the way of its parent's.
  private void forgetInherited(Fate fate) {
    if (!fate.stays() || !(fate.after() instanceof RelationPart part)) {
      return;
    }
    var table = part.relation();
    var isTaken = part instanceof Trigger && Heirs.isInherited(part);
    if (!isTaken && (Heirs.isPartition(before, table) || Heirs.isPartition(after, table))) {
      fate.facets().remove(Facet.INHERITED);
    }
    var ancestors = isAway(table) ? Set.<QualifiedName>of() : Heirs.ancestors(after, table);
    if (part instanceof TableColumn
        && Stream.concat(Stream.of(table), ancestors.stream())
            .map(this::typeOf)
            .anyMatch(type -> type != null && type.stays())) {
      fate.facets().removeAll(EnumSet.of(Facet.TYPE, Facet.COLLATION));
    }
    for (var ancestor : ancestors) {
      var same = fates.get(part.name().named(ancestor));
      if (same != null
          && same.stays()
          && !isRemade(ancestor)
          && part instanceof TableColumn now
          && Heirs.isInherited(part)) {
        for (var facet : PASSED_ON) {
          if (same.facets().contains(facet) && isSame(facet, now, (TableColumn) same.after())) {
            fate.facets().remove(facet);
          }
        }
      }
    }
  }

  private static boolean passesOn(Fate fate) {
    return fate.name().kind() == ObjectKind.TABLE || fate.name().kind() == ObjectKind.TYPE;
  }

  /// The type of a column that rows are divided by never changes: its table, which has no rows of
  /// its own, is created again around the partitions.
  private void replacePartitioned(Fate fate) {
    if (fate.stays()
        && fate.before() instanceof TableColumn column
        && (fate.isRetyped()
            || fate.facets().contains(Facet.TYPE)
            || fate.facets().contains(Facet.COLLATION))
        && before.table(column.relation()).map(Table::partitionBy).orElse(null)
            instanceof PartitionBy by
        && by.keys().stream().anyMatch(k -> names(k, column.part()))) {
      remake(tableOf(column.relation()), fate);
    }
  }

  /// An index of a partition that stays cannot be dropped while it is attached.
  private void replaceParentIndex(Fate fate) {
    if (fate.drops()
        && !fate.hasAfter()
        && fate.before() instanceof Index index
        && index.parent() != null
        && !(fates.get(tableOf(index.table())) instanceof Fate table
            && (table.drops() || table.facets().contains(Facet.PARTITION_OF)))) {
      remake(ObjectName.of(ObjectKind.INDEX, index.parent()), fate);
    }
  }

  private static boolean names(PartitionKey key, String column) {
    return column.equals(key.column())
        || (key.column() == null
            && CanonicalWords.of(key.expression().canonical()).contains(column));
  }

  /// The type that a typed table has its columns from.
  private @Nullable Fate typeOf(QualifiedName table) {
    var type = after.table(table).map(Table::ofType).orElse(null);
    return type == null || !before.table(table).map(Table::ofType).filter(type::equals).isPresent()
        ? null
        : fates.get(ObjectName.of(ObjectKind.TYPE, type));
  }

  private static boolean isSame(Facet facet, TableColumn one, TableColumn other) {
    var name = dev.deed.sql.schema.FacetName.of(facet);
    return java.util.Objects.equals(one.facets().get(name), other.facets().get(name));
  }

  /// PostgreSQL adds columns at the end: all from the first one on that is not in its place go
  /// there, one after the other.
  private void moveColumns(Fate fate) {
    if (!fate.stays()
        || !fate.facets().contains(Facet.COLUMNS)
        || !(fate.before() instanceof Table was)
        || !(fate.after() instanceof Table now)
        || !canMove(was)) {
      return;
    }
    var kept = 0;
    var at = 0;
    for (var column : now.columns()) {
      var place = was.columns().indexOf(column);
      if (place < at) {
        break;
      }
      at = place + 1;
      kept++;
    }
    for (var column : now.columns().subList(kept, now.columns().size())) {
      var own = existing(ObjectName.column(now.qualifiedName(), column), fate);
      if (own != null && own.stays()) {
        own.move();
      }
    }
  }

  private boolean canMove(Table table) {
    return table.partition() == null
        && table.partitionBy() == null
        && table.inherits().isEmpty()
        && table.ofType() == null
        && before.children(table.qualifiedName()).isEmpty();
  }

  // What PostgreSQL cannot do in place

  private void choose(Fate fate) {
    if (fate.stays() && !isDetachedWithTable(fate)) {
      var used = isInColumn(fate.name(), new HashSet<>());
      if (isInContainer(fate)) {
        fate.remake();
      }
      if (!fate.before().getClass().equals(fate.after().getClass())
          || new Alteration(fate.before(), fate.after(), fate.facets(), sides.postgres(), used)
              .needsNewObject()
          || isNotConvertible(fate)) {
        fate.remake();
        // An index is made with its constraint.
        if (fate.before() instanceof Index index && index.constraint() != null) {
          remake(ObjectName.constraint(index.table(), index.constraint()), fate);
        }
      }
    }
    if (fate.drops() || isDisturbing(fate) || givesValues(fate)) {
      open.add(fate.name());
    }
  }

  private boolean givesValues(Fate fate) {
    return fate.makes()
        && fate.after() instanceof TableColumn column
        && before.table(column.relation()).isPresent()
        && new NewColumn(column, after).hasValues();
  }

  /// Whether rows have values of the type, perhaps as a part of another type.
  private boolean isInColumn(ObjectName type, Set<ObjectName> seen) {
    return seen.add(type)
        && before.dependants(type).stream()
            .anyMatch(d ->
                d instanceof TableColumn || (d instanceof DataType && isInColumn(d.name(), seen)));
  }

  /// Rows of a table that is made of the type are converted as in an assignment.
  private boolean isNotConvertible(Fate fate) {
    return fate.before() instanceof CompositeType was
        && fate.after() instanceof CompositeType now
        && before.dependants(fate.name()).stream()
            .anyMatch(d -> d instanceof Table table && was.qualifiedName().equals(table.ofType()))
        && !TypeAlter.isAssigned(was, now);
  }

  /// PostgreSQL checks values of a domain only in columns of the domain itself.
  private boolean isInContainer(Fate fate) {
    return fate.before() instanceof DomainType was
        && fate.after() instanceof DomainType now
        && isStricter(was, now)
        && before.dependants(fate.name()).stream()
            .anyMatch(d ->
                (d instanceof TableColumn column
                        && (column.type().arrayDimensions() > 0 || isInRows(column)))
                    || (d instanceof DataType && !(d instanceof DomainType)));
  }

  /// Whether a column holds rows of the column's table.
  private boolean isInRows(TableColumn column) {
    var table = column.relation();
    return before.dependants(tableOf(table)).stream()
        .anyMatch(d -> d instanceof TableColumn other && other.type().name().equals(table));
  }

  private static boolean isStricter(DomainType was, DomainType now) {
    return (now.notNull() && !was.notNull())
        || now.checks().stream()
            .filter(DomainCheck::validated)
            .anyMatch(c ->
                was.checks().stream()
                    .noneMatch(old ->
                        old.validated()
                            && old.name().equals(c.name())
                            && old.condition().canonical().equals(c.condition().canonical())));
  }

  /// A partition that is detached takes its indexes with it.
  private boolean isDetachedWithTable(Fate fate) {
    return fate.after() instanceof Index index
        && fate.facets().equals(EnumSet.of(Facet.ATTACHED_TO))
        && fates.get(tableOf(index.table())) instanceof Fate table
        && table.facets().contains(Facet.PARTITION_OF);
  }

  static boolean isDisturbing(Fate fate) {
    return fate.stays()
        && fate.before() instanceof TableColumn
        && (fate.isDisturbed()
            || fate.isRetyped()
            || fate.facets().contains(Facet.TYPE)
            || fate.facets().contains(Facet.COLLATION));
  }

  // What is in the way

  private void spread(Fate fate) {
    for (var dependant : reach.dependants(fate.name())) {
      if (fate.drops()) {
        spreadDrop(fate, dependant);
      } else if (isDisturbing(fate)) {
        spreadChange(fate, dependant);
      }
    }
    if (givesValues(fate)) {
      remakeRows(fate);
    }
    if (isDisturbing(fate) || (fate.drops() && fate.before() instanceof TableColumn)) {
      spreadToChildren(fate);
    }
  }

  private void remakeRows(Fate column) {
    for (var dependant : before.dependants(tableOf(column.name().name()))) {
      if (dependant instanceof TableColumn holder && isRowOf(holder, column)) {
        remake(holder.name(), column);
      }
    }
  }

  /// A column of a child changes, or goes, with the parent's.
  private void spreadToChildren(Fate fate) {
    // A table that goes leaves its children as they are.
    if (fates.get(tableOf(fate.name().name())) instanceof Fate table && table.drops()) {
      return;
    }
    for (var child : before.children(fate.name().name())) {
      var name = fate.name().named(child.qualifiedName());
      if (before.find(name).orElse(null) instanceof TableColumn column && column.inherited()) {
        var own = existing(name, fate);
        if (own != null && fate.drops()) {
          if (own.hasAfter() && fate.hasAfter() && !own.isRemade()) {
            own.remake();
            open.add(name);
          }
          if (own.drops() && !leaves(child.qualifiedName(), fate.name().name())) {
            own.goesWith(fate.name());
          }
        } else if (own != null && own.stays() && !own.isDisturbed()) {
          own.disturb();
          open.add(name);
        }
      }
    }
  }

  private void spreadDrop(Fate fate, SchemaObject dependant) {
    var own = existing(dependant.name(), fate);
    if (own == null) {
      return;
    }
    if (dependant instanceof Publication) {
      releasePublication(own, fate);
      return;
    }
    if (own.stays() && isDetachedWithTable(own)) {
      return;
    }
    var isPart = before.isPart(dependant, fate.name());
    switch (dependant) {
      case Sequence sequence -> {
        if (fate.isMoved()) {
          return;
        }
        var stays = own.hasAfter() && own.facets().contains(Facet.OWNED_BY);
        if (!stays && isPart) {
          goWith(own, fate);
        }
        // A sequence that stays is detached from its column first.
        if (!stays && !isPart && sequence.ownedBy() != null) {
          remake(own, fate);
        }
      }
      case Table table -> {
        if (own.drops()) {
          if (isPart) {
            own.goesWith(fate.name());
          }
        } else if (table.server() != null && fate.name().kind() == ObjectKind.SERVER) {
          remake(own, fate);
        } else {
          own.release();
        }
      }
      case TableColumn column -> column(own, column, fate, isPart);
      // A detached partition keeps its index when the parent's goes.
      case Index index
          when index.parent() != null
              && fate.name().name().equals(index.parent())
              && isAway(index.table()) -> {}
      default -> {
        if (isPart) {
          goWith(own, fate);
        } else if (own.stays() && !(isFreed(own, fate))) {
          remake(own, fate);
        }
      }
    }
  }

  private void column(Fate own, TableColumn column, Fate fate, boolean isPart) {
    if (isPart && !(fate.before() instanceof TableColumn)) {
      goWith(own, fate);
    } else if (own.stays()) {
      if (before.losesDefaultOnly(column, fate.name())) {
        own.loseDefault();
      } else if (isOfAnotherKind(own, fate)) {
        remake(own, fate);
      } else if (isRowType(column, fate) && fate.isRemade()) {
        remake(own, fate);
      } else if (fate.before() instanceof DataType
          || isRowType(column, fate)
          || isCollation(fate)) {
        if ((fate.makes() || successor(fate) != null) && !own.isRetyped()) {
          own.retype();
          own.causes().addAll(fate.causes());
          open.add(own.name());
          replacePartitioned(own);
        }
      } else if (column.generated() != null) {
        remake(own, fate);
      }
    }
  }

  /// A type of another kind that takes the name, and the columns, of one that goes.
  @Nullable Fate successor(Fate fate) {
    if (!(fate.beforeOrNull() instanceof DataType type) || fate.hasAfter()) {
      return null;
    }
    var kind = type instanceof DomainType ? ObjectKind.TYPE : ObjectKind.DOMAIN;
    return fates.get(fate.name().as(kind)) instanceof Fate other && other.makes() ? other : null;
  }

  static boolean isCollation(Fate fate) {
    return fate.name().kind() == ObjectKind.COLLATION;
  }

  /// A column of rows of a table that becomes a view, or of a type that becomes a table.
  private boolean isOfAnotherKind(Fate own, Fate fate) {
    return (fate.name().kind().isRelation() || fate.name().kind() == ObjectKind.TYPE)
        && !fate.makes()
        && successor(fate) == null
        && own.after() instanceof TableColumn wanted
        && isRowOf(wanted, fate);
  }

  private static boolean isRowType(TableColumn column, Fate fate) {
    return fate.before() instanceof Table && column.type().name().equals(fate.name().name());
  }

  /// It is changed in place so that it does not depend on the object any more.
  private boolean isFreed(Fate own, Fate fate) {
    return !own.facets().isEmpty()
        && !fate.makes()
        // What the body names instead may need the name of a key that goes with the table.
        && !(fate.before() instanceof Table && own.before() instanceof Routine)
        && !after.dependencies(own.name()).contains(fate.name());
  }

  private void spreadChange(Fate fate, SchemaObject dependant) {
    var own = existing(dependant.name(), fate);
    if (own == null || !own.stays()) {
      return;
    }
    switch (dependant) {
      case TableConstraint constraint when constraint.rule() instanceof ForeignKey ->
          remake(own, fate);
      case TableConstraint constraint
          when constraint.rule() instanceof Check && isRespelled(own, fate) ->
          remake(own, fate);
      case Index index when isRespelled(own, fate) -> {
        if (index.constraint() == null) {
          remake(own, fate);
        } else {
          remake(ObjectName.constraint(index.table(), index.constraint()), fate);
        }
      }
      case Publication _ -> releasePublication(own, fate);
      case TableConstraint _, Index _, Table _, Sequence _, OutputColumn _ -> {}
      case TableColumn column -> {
        if (column.generated() != null || isRowOf(column, fate)) {
          remake(own, fate);
        }
      }
      default -> {
        if (dependant instanceof Rule || !before.isPart(dependant, fate.name())) {
          remake(own, fate);
        }
      }
    }
  }

  /// PostgreSQL reads a condition again as it was, which has constants of the type that was, and
  /// perhaps another column that still has it.
  private static boolean isRespelled(Fate own, Fate fate) {
    if (!(fate.before() instanceof TableColumn was && fate.after() instanceof TableColumn now)) {
      return false;
    }
    var change = new TypeChange(was.type(), now.type());
    return switch (own.before()) {
      case Index index ->
          own.after() instanceof Index wanted
              && (index.where() != null
                  || index.elements().stream().anyMatch(e -> e.column() == null))
              && (fate.isRetyped() || isRespelled(change, index.definition(), wanted.definition()));
      case TableConstraint constraint ->
          own.after() instanceof TableConstraint wanted
              && (fate.isRetyped()
                  || isRespelled(change, constraint.definition(), wanted.definition()));
      default -> false;
    };
  }

  private static boolean isRespelled(TypeChange change, String was, String now) {
    return was.equals(now)
        ? !change.keepsConstants() && BARE_STRING.matcher(now).find()
        : !change.isAssigned();
  }

  /// A column of rows of the other column's table.
  private static boolean isRowOf(TableColumn column, Fate fate) {
    return column.type().name().equals(fate.name().name());
  }

  /// A filter, or a list of columns, holds a column as it is.
  private static void releasePublication(Fate own, Fate fate) {
    if (own.stays() && fate.before() instanceof TableColumn) {
      own.release();
    }
  }

  private void goWith(Fate own, Fate fate) {
    if (own.hasAfter() && !own.isRemade()) {
      own.remake();
      own.causes().addAll(fate.causes());
      open.add(own.name());
    }
    own.goesWith(fate.name());
  }

  private void remake(ObjectName name, Fate cause) {
    var own = existing(name, cause);
    if (own != null && own.stays()) {
      remake(own, cause);
    }
  }

  private void remake(Fate own, Fate cause) {
    if (own.stays()) {
      own.remake();
      own.causes().addAll(cause.causes());
      open.add(own.name());
    }
  }

  /// The fate of an object of the first side, which may not differ.
  private @Nullable Fate existing(ObjectName name, Fate cause) {
    var known = fates.get(name);
    if (known != null) {
      return known;
    }
    var present = before.find(name).orElse(null);
    if (present == null || present instanceof External) {
      return null;
    }
    var wanted = after.find(name).orElse(null);
    if (wanted == null) {
      return null;
    }
    var fate = new Fate(name, present, wanted);
    fate.causes().addAll(cause.causes());
    fates.put(name, fate);
    return fate;
  }

  /// Whether the table is no longer a child of that one, or of the one of that name: it keeps its
  /// columns then, and loses the triggers.
  boolean leaves(QualifiedName table, QualifiedName parent) {
    return after.table(table).isPresent()
        && (!Heirs.parents(after, table).contains(parent) || isRemade(parent) || isAway(table));
  }

  /// A partition that gets other bounds: it is none while its parent changes.
  boolean isAway(QualifiedName table) {
    return fates.get(tableOf(table)) instanceof Fate fate
        && fate.stays()
        && (fate.facets().contains(Facet.PARTITION_OF)
            || fate.facets().contains(Facet.PARTITION_BOUND));
  }

  boolean isRemade(QualifiedName table) {
    return fates.get(tableOf(table)) instanceof Fate fate && fate.isRemade();
  }

  /// A type that is created again takes its columns with it, and types that are made of it.
  private void keepRows() {
    for (var isChanged = true; isChanged; ) {
      isChanged = false;
      for (var fate : fates.values()) {
        if ((fate.isRemade() || successor(fate) != null) && !fate.isRetyped() && isKept(fate)) {
          fate.retype();
          isChanged = true;
        }
      }
    }
  }

  private boolean isKept(Fate fate) {
    return (fate.before() instanceof DataType || isCollation(fate))
        && before.dependants(fate.name()).stream()
            .anyMatch(d -> {
              var own = fates.get(d.name());
              return own != null
                  && own.isRetyped()
                  && ((d instanceof TableColumn && own.stays()) || d instanceof DataType);
            });
  }

  /// A routine may itself use the table.
  boolean usesNoRoutine(ObjectName name) {
    return after.dependencies(name).stream().noneMatch(d -> d.kind().isRoutine() && makes(d));
  }

  boolean makes(ObjectName name) {
    var fate = fates.get(name);
    return fate != null && fate.makes();
  }

  ObjectName tableOf(QualifiedName relation) {
    return after
        .relationNamed(relation)
        .or(() -> before.relationNamed(relation))
        .orElse(ObjectName.table(relation));
  }
}
