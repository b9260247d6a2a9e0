package dev.deed.drift.close;

import dev.deed.drift.Closing;
import dev.deed.drift.Closing.Held;
import dev.deed.drift.Difference;
import dev.deed.drift.WholeSides;
import dev.deed.drift.close.Node.Phase;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.Extension;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The statements that close differences, in an order in which they run.
final class Plan {

  private final WholeSides sides;
  private final Set<ObjectName> made;
  private final Fates fates;
  private final Graph graph = new Graph();
  private final Reach reach;

  /// @param moving whether columns are moved to their places
  /// @param made what earlier statements created, and these create
  Plan(WholeSides sides, Set<ObjectName> made, boolean moving) {
    this.sides = sides;
    this.made = made;
    this.fates = new Fates(sides, moving);
    this.reach = new Reach(sides.before(), sides.present());
  }

  List<Closing> closings(List<Difference> differences) {
    fates.decide(differences);
    var statements = new Statements(sides, fates, graph);
    fates.all().forEach(statements::write);
    fates.all().forEach(this::orderOwn);
    fates.all().forEach(this::orderDrops);
    fates.all().forEach(this::orderMakes);
    orderColumns();
    orderAttached();
    orderPersistence();
    orderSchemas();
    orderPlaces();
    fates.all().stream()
        .filter(Plan::goesLate)
        .forEach(f -> graph.node(f.name(), Phase.DROP).late());
    var remade = new HashSet<ObjectName>();
    fates.all().stream().filter(Fate::isRemade).map(Fate::name).forEach(remade::add);
    graph.hold(remade);
    fates.all().stream().filter(Fate::makes).map(Fate::name).forEach(made::add);
    return closings();
  }

  private List<Closing> closings() {
    var closings = new ArrayList<Closing>();
    for (var node : graph.sorted()) {
      var fate = fates.of(node.object());
      var closes = fate == null ? List.of(node.object()) : List.copyOf(fate.causes());
      for (var line : node.lines().all()) {
        var held = node.isHeld() && line.held() == Held.NO ? Held.NEEDS_ANOTHER : line.held();
        closings.add(new Closing(line.sql(), closes, line.alone(), held, line.note()));
      }
    }
    return closings;
  }

  /// While a foreign key is not there, rows come in that refer to none: then it cannot be
  /// validated. An index serves queries until the one that replaces it is built, whatever its name.
  private static boolean goesLate(Fate fate) {
    return switch (fate.beforeOrNull()) {
      case TableConstraint constraint -> fate.isRemade() && constraint.rule() instanceof ForeignKey;
      case Index _ -> fate.drops() && !fate.hasAfter() && fate.goesWith() == null;
      case null, default -> false;
    };
  }

  private void orderOwn(Fate fate) {
    var name = fate.name();
    var phases = Phase.values();
    for (var i = 1; i < phases.length; i++) {
      graph.order(name, phases[i - 1], name, phases[i]);
    }
    if (fate.comesWith() != null) {
      graph.order(fate.comesWith(), Phase.MAKE, name, Phase.MAKE);
      // Its name is free when the other one is made.
      if (fate.drops() && fate.before() instanceof TableConstraint) {
        graph.order(dropper(fate).name(), Phase.DROP, fate.comesWith(), Phase.MAKE);
      }
      if (fate.drops() && fate.before() instanceof Trigger) {
        orderBeforeParent(fate);
      }
      // What comes with a partition comes when it is attached.
      if (fates.of(fate.comesWith()) instanceof Fate other
          && other.afterOrNull() instanceof Table) {
        var attached =
            fate.afterOrNull() instanceof TableColumn
                || fate.afterOrNull() instanceof TableConstraint;
        if (!attached) {
          graph.order(fate.comesWith(), Phase.FINISH, name, Phase.FINISH);
        }
      }
    }
    if (fate.goesWith() != null) {
      graph.order(name, Phase.DROP, fate.goesWith(), Phase.DROP);
    }
    if (fate.drops()
        && fate.before() instanceof TableConstraint constraint
        && constraint.rule() instanceof NotNull rule) {
      orderAfterKey(constraint, rule.column());
    }
    if (fate.drops()
        && fate.before() instanceof Sequence sequence
        && sequence.identity()
        && sequence.ownedBy() != null) {
      graph.order(sequence.ownedBy(), Phase.RELEASE, name, Phase.DROP);
    }
    if (fate.drops() && fate.before() instanceof RelationPart part && Heirs.isInherited(part)) {
      for (var parent : Heirs.parents(sides.before(), part.relation())) {
        var inherited = part.name().named(parent);
        if (!inherited.equals(fate.goesWith())
            && fates.of(inherited) instanceof Fate other
            && other.drops()) {
          graph.order(inherited, Phase.DROP, name, Phase.DROP);
        }
      }
    }
  }

  /// A partition's own trigger goes before it gets its parent's of that name.
  private void orderBeforeParent(Fate own) {
    var with = own.comesWith();
    for (var at = own;
        with != null;
        at = fates.of(with), with = at == null ? null : at.comesWith()) {
      graph.order(dropper(own).name(), Phase.DROP, with, Phase.MAKE);
      if (with.kind().isRelation()) {
        graph.order(dropper(own).name(), Phase.DROP, with, Phase.FINISH);
      }
    }
  }

  /// PostgreSQL does not drop the NOT NULL constraint of a primary key's column.
  private void orderAfterKey(TableConstraint notNull, String column) {
    for (var other : sides.before().constraints(notNull.relation())) {
      if (other.rule() instanceof PrimaryKey key
          && key.columns().contains(column)
          && fates.of(other.name()) instanceof Fate fate
          && fate.drops()) {
        graph.order(other.name(), Phase.DROP, notNull.name(), Phase.DROP);
      }
    }
  }

  // What depends on an object goes first

  private void orderDrops(Fate fate) {
    var name = fate.name();
    if (fates.successor(fate) instanceof Fate other) {
      graph.order(name, Phase.DROP, other.name(), Phase.MAKE);
    }
    for (var dependant : reach.dependants(name)) {
      var own = fates.of(dependant.name());
      if (own == null || goesWith(fate, own)) {
        continue;
      }
      if (fate.drops()) {
        if (own.drops()) {
          var dropper = dropper(own);
          graph.order(own.name(), Phase.DROP, name, Phase.DROP);
          if (!goesWith(fate, dropper) && dropper != fate && dropper.drops()) {
            graph.order(dropper.name(), Phase.DROP, name, Phase.DROP);
          }
          if (fate.isRetyped() && own.isRetyped()) {
            graph.order(own.name(), Phase.END, name, Phase.END);
          }
        } else {
          graph.order(own.name(), Phase.RELEASE, name, Phase.DROP);
          if (fate.makes() && isReleasedPublication(own)) {
            graph.order(name, Phase.MAKE, own.name(), Phase.ALTER);
          } else {
            orderChange(fate, own);
          }
          // A partition leaves its table with its indexes.
          if (own.afterOrNull() instanceof Index index) {
            graph.order(fates.tableOf(index.table()), Phase.RELEASE, name, Phase.DROP);
          }
        }
      } else if (isReleasedPublication(own)) {
        graph.order(own.name(), Phase.RELEASE, name, Phase.ALTER);
        graph.order(name, Phase.ALTER, own.name(), Phase.ALTER);
      } else if (own.drops() && !(own.before() instanceof Sequence)) {
        graph.order(own.name(), Phase.DROP, name, Phase.ALTER);
        if (own.makes()) {
          graph.order(name, Phase.ALTER, own.name(), Phase.MAKE);
        }
      }
    }
  }

  private static boolean isReleasedPublication(Fate fate) {
    return fate.isReleased() && fate.beforeOrNull() instanceof Publication;
  }

  private Fate dropper(Fate fate) {
    var found = fate;
    while (found.goesWith() != null
        && fates.of(found.goesWith()) instanceof Fate with
        && with != found) {
      found = with;
    }
    return found;
  }

  private boolean goesWith(Fate fate, Fate with) {
    var steps = 0;
    for (var at = fate; at != null && at.goesWith() != null && steps < 100; steps++) {
      if (at.goesWith().equals(with.name())) {
        return true;
      }
      at = fates.of(at.goesWith());
    }
    return false;
  }

  private void orderChange(Fate fate, Fate own) {
    if (fate.isRetyped()) {
      graph.order(fate.name(), Phase.MAKE, own.name(), Phase.ALTER);
      graph.order(own.name(), Phase.ALTER, fate.name(), Phase.END);
    } else if (!sides.after().dependencies(own.name()).contains(fate.name())) {
      graph.order(own.name(), Phase.ALTER, fate.name(), Phase.DROP);
    }
  }

  // What an object depends on comes first

  private void orderMakes(Fate fate) {
    if (fate.afterOrNull() == null) {
      return;
    }
    for (var on : sides.after().dependencies(fate.name())) {
      var needed = fates.of(on);
      if (needed == null || !needed.hasAfter() || isOwning(fate, on)) {
        continue;
      }
      if (getsIdentity(needed) && isNewNotNull(fate)) {
        graph.order(fate.name(), Phase.MAKE, needed.name(), Phase.ALTER);
        continue;
      }
      after(needed, fate);
    }
    if (fate.after() instanceof Routine
        || fate.after() instanceof Rule
        || fate.after() instanceof Publication) {
      orderUses(fate);
    }
    if (fate.after() instanceof TableColumn column && (fate.makes() || Fates.isDisturbing(fate))) {
      orderRow(fate, column);
    }
    if (fate.after() instanceof Index index) {
      orderPartition(index);
    }
    orderMethod(fate);
    orderInherited(fate);
    if (fate.after() instanceof TableConstraint constraint && fate.comesWith() == null) {
      graph.order(fate.name(), Phase.MAKE, fates.tableOf(constraint.relation()), Phase.END);
    }
  }

  /// Only a column that is NOT NULL gets an identity.
  private static boolean getsIdentity(Fate fate) {
    return fate.stays()
        && fate.before() instanceof TableColumn was
        && fate.after() instanceof TableColumn now
        && was.identity() == null
        && now.identity() != null;
  }

  private static boolean isNewNotNull(Fate fate) {
    return fate.makes()
        && fate.comesWith() == null
        && fate.after() instanceof TableConstraint constraint
        && constraint.rule() instanceof NotNull;
  }

  /// A column that is the table's own as well as its parent's: the parent's comes second, and is
  /// merged with it.
  private void orderInherited(Fate fate) {
    if (fate.makes()
        && fate.comesWith() == null
        && fate.after() instanceof TableColumn column
        && column.inherited()) {
      for (var parent : Heirs.parents(sides.before(), column.relation())) {
        var above = column.name().named(parent);
        if (fates.of(above) instanceof Fate other && other.makes()) {
          graph.order(fate.name(), Phase.MAKE, above, Phase.MAKE);
        }
      }
    }
  }

  /// A table gets its new access method after that is made, and its old one goes afterwards.
  private void orderMethod(Fate fate) {
    if (method(fate.afterOrNull()) instanceof Fate needed && needed.makes()) {
      after(needed, fate);
    }
    if (method(fate.beforeOrNull()) instanceof Fate old && old.drops()) {
      graph.order(fate.name(), Phase.ALTER, old.name(), Phase.DROP);
    }
  }

  private @Nullable Fate method(@Nullable SchemaObject object) {
    var method =
        switch (object) {
          case Table table -> table.storage().accessMethod();
          case View view -> view.storage().accessMethod();
          case null, default -> null;
        };
    return method == null ? null : fates.of(ObjectName.of(ObjectKind.ACCESS_METHOD, method));
  }

  /// What names a table may name each of its columns.
  private void orderUses(Fate fate) {
    for (var on : sides.after().dependencies(fate.name())) {
      if (on.kind().isRelation()) {
        for (var column : sides.after().columns(on.name())) {
          if (fates.of(column.name()) instanceof Fate needed
              && needed.makes()
              && fates.usesNoRoutine(column.name())) {
            after(needed, fate);
          }
        }
      }
    }
  }

  /// A table whose rows a column holds is not written again: that comes before.
  private void orderRow(Fate fate, TableColumn column) {
    var table = column.type().name();
    if (table.equals(column.relation()) || sides.after().relationNamed(table).isEmpty()) {
      return;
    }
    for (var part : sides.after().columns(table)) {
      if (fates.of(part.name()) instanceof Fate needed
          && (needed.makes() || Fates.isDisturbing(needed))) {
        after(needed, fate);
      }
    }
  }

  private void after(Fate needed, Fate fate) {
    var first = needed.makes() ? Phase.MAKE : Phase.ALTER;
    // The functions of a base type are made between its shell and the type itself.
    if (needed.after() instanceof OtherType type
        && isBase(type)
        && type.uses().contains(fate.name())) {
      graph.order(needed.name(), Phase.ALTER, fate.name(), Phase.MAKE);
      return;
    }
    graph.order(needed.name(), first, fate.name(), fate.makes() ? Phase.MAKE : Phase.ALTER);
    graph.order(needed.name(), first, fate.name(), Phase.FINISH);
    var table = fate.comesWith();
    if (table != null && !needed.name().equals(table) && !isPartOf(needed.name(), table)) {
      graph.order(needed.name(), first, table, Phase.MAKE);
    }
    // A child is checked against all of what its parent has.
    if (fate.after() instanceof Table && needed.after() instanceof Table) {
      graph.order(needed.name(), first, fate.name(), Phase.FINISH);
    }
  }

  private static boolean isPartOf(ObjectName part, ObjectName table) {
    return part.kind().isPartOfRelation() && part.name().equals(table.name());
  }

  static boolean isBase(OtherType type) {
    return !type.range() && !type.options().isEmpty();
  }

  /// A sequence is there before its column, whose default it is, and belongs to it afterwards.
  private boolean isOwning(Fate fate, ObjectName on) {
    if (!(fate.after() instanceof Sequence sequence) || sequence.ownedBy() == null) {
      return false;
    }
    if (sequence.identity()) {
      return false;
    }
    var isOwner = on.equals(sequence.ownedBy()) || on.name().equals(sequence.ownedBy().name());
    if (isOwner) {
      graph.order(on, Phase.MAKE, fate.name(), Phase.FINISH);
      graph.order(
          fates.tableOf(sequence.ownedBy().name()), Phase.FINISH, fate.name(), Phase.FINISH);
    }
    return isOwner;
  }

  /// A partition's indexes are there before it is attached, and are attached after it.
  private void orderPartition(Index index) {
    var table = fates.tableOf(index.table());
    var fate = fates.of(table);
    graph.order(index.name(), Phase.MAKE, table, Phase.END);
    if (fate != null && fate.afterOrNull() instanceof Table known && known.partition() != null) {
      graph.order(index.name(), Phase.MAKE, table, Phase.FINISH);
      graph.order(table, Phase.FINISH, index.name(), Phase.FINISH);
    }
    if (index.constraint() != null && index.parent() != null) {
      graph.order(
          ObjectName.constraint(index.table(), index.constraint()),
          Phase.MAKE,
          index.name(),
          Phase.FINISH);
    }
    if (index.parent() != null) {
      var parent = ObjectName.of(ObjectKind.INDEX, index.parent());
      graph.order(parent, Phase.MAKE, index.name(), Phase.FINISH);
    }
  }

  /// A table becomes a child when it and its parents have all of their columns, and no others.
  private void orderAttached() {
    var columns = new HashMap<QualifiedName, List<Fate>>();
    for (var fate : fates.all()) {
      if (fate.name().kind() == ObjectKind.COLUMN) {
        columns.computeIfAbsent(fate.name().name(), _ -> new ArrayList<>()).add(fate);
      }
    }
    for (var fate : fates.all()) {
      var isAttached =
          fate.afterOrNull() instanceof Table table
              && (fate.makes()
                  ? table.partition() != null
                  : fate.isReleased()
                      || fate.facets().contains(Facet.PARTITION_OF)
                      || fate.facets().contains(Facet.PARTITION_BOUND)
                      || fate.facets().contains(Facet.OF_TYPE)
                      || fate.facets().contains(Facet.INHERITS));
      if (fate.stays() && fate.before() instanceof Table was && was.ofType() != null) {
        graph.order(
            fate.name(), Phase.RELEASE, ObjectName.of(ObjectKind.TYPE, was.ofType()), Phase.ALTER);
      }
      if (isAttached) {
        for (var check : checks(fate.name().name())) {
          graph.order(check.name(), Phase.MAKE, fate.name(), Phase.FINISH);
        }
        for (var column : columns.getOrDefault(fate.name().name(), List.of())) {
          if (fate.stays()) {
            graph.order(column.name(), Phase.END, fate.name(), Phase.FINISH);
          }
        }
        for (var parent : Heirs.ancestors(sides.after(), fate.name().name())) {
          for (var column : columns.getOrDefault(parent, List.of())) {
            graph.order(column.name(), Phase.END, fate.name(), Phase.FINISH);
          }
        }
      }
    }
  }

  /// New ones that it gets by itself: its parents may have them, too, and then it must.
  private List<Fate> checks(QualifiedName table) {
    return sides.after().constraints(table).stream()
        .filter(c -> c.rule() instanceof Check)
        .flatMap(c -> Stream.ofNullable(fates.of(c.name())))
        .filter(f -> f.makes() && f.comesWith() == null)
        .toList();
  }

  /// New columns come in the order in which the other side has them.
  private void orderColumns() {
    var tables = new LinkedHashSet<QualifiedName>();
    for (var fate : fates.all()) {
      if (fate.makes() && fate.comesWith() == null && fate.after() instanceof TableColumn column) {
        tables.add(column.relation());
      }
    }
    for (var table : tables) {
      Fate last = null;
      for (var column : sides.after().columns(table)) {
        var fate = fates.of(column.name());
        if (fate != null && fate.makes() && fate.comesWith() == null) {
          if (last != null) {
            graph.order(last.name(), Phase.MAKE, fate.name(), Phase.MAKE);
          }
          last = fate;
        }
      }
    }
  }

  /// A table whose rows survive a crash never references one whose rows do not.
  private void orderPersistence() {
    for (var fate : fates.all()) {
      if (fate.stays()
          && fate.facets().contains(Facet.PERSISTENCE)
          && fate.after() instanceof Table table) {
        for (var constraint : sides.before().constraints(table.qualifiedName())) {
          if (constraint.rule() instanceof ForeignKey key
              && !key.parent().equals(table.qualifiedName())
              && fates.of(fates.tableOf(key.parent())) instanceof Fate parent
              && parent.facets().contains(Facet.PERSISTENCE)) {
            var isLogged = table.persistence() == Persistence.PERMANENT;
            var first = isLogged ? parent : fate;
            graph.order(first.name(), Phase.ALTER, (isLogged ? fate : parent).name(), Phase.ALTER);
          }
        }
      }
    }
  }

  // Two objects that cannot be there together

  private void orderPlaces() {
    var leaving = new HashMap<String, List<Fate>>();
    for (var fate : fates.all()) {
      if (fate.drops()) {
        for (var place : places(fate.name())) {
          leaving.computeIfAbsent(place, _ -> new ArrayList<>()).add(fate);
        }
      }
    }
    for (var fate : fates.all()) {
      if (fate.makes()) {
        for (var place : places(fate.name())) {
          leaving.getOrDefault(place, List.of()).forEach(gone -> orderPlace(gone, fate));
        }
      }
    }
  }

  private void orderPlace(Fate gone, Fate coming) {
    var drop = dropper(gone);
    var make = coming;
    while (make.comesWith() != null
        && fates.of(make.comesWith()) instanceof Fate with
        && with.makes()) {
      make = with;
    }
    var leaves = Phase.DROP;
    if (makesRoom(gone, drop, make)) {
      leaves = Phase.RELEASE;
      drop = gone;
    }
    graph.order(drop.name(), leaves, make.name(), Phase.MAKE);
    if (make != coming) {
      graph.order(drop.name(), leaves, coming.name(), Phase.MAKE);
    }
    // A column that gets an identity needs the name of the sequence that it had.
    if (coming.after() instanceof Sequence sequence
        && sequence.identity()
        && sequence.ownedBy() != null) {
      graph.order(drop.name(), leaves, sequence.ownedBy(), Phase.ALTER);
    }
  }

  /// What goes with an object that is still needed when its name is taken gets another one.
  private boolean makesRoom(Fate gone, Fate drop, Fate make) {
    if (gone == drop
        || drop == make
        || !(gone.before() instanceof Index || gone.before() instanceof Sequence)
        || !graph.isBefore(make.name(), Phase.MAKE, drop.name(), Phase.DROP)) {
      return false;
    }
    graph.node(gone.name(), Phase.RELEASE).lines().add(DropSql.makeRoom(gone.before()));
    return true;
  }

  private static List<String> places(ObjectName name) {
    var kind = name.kind();
    var own = name.name().quoted();
    if (kind == ObjectKind.INDEX || kind == ObjectKind.SEQUENCE) {
      return List.of("relation " + own);
    }
    if (kind.isRelation()) {
      return List.of("relation " + own, "type " + own);
    }
    if (kind == ObjectKind.TYPE || kind == ObjectKind.DOMAIN) {
      return List.of("type " + own);
    }
    if (kind.isRoutine()) {
      return List.of("routine " + own + name.arguments());
    }
    return List.of();
  }

  private void orderSchemas() {
    Map<String, Fate> schemas = new HashMap<>();
    for (var fate : fates.all()) {
      if (fate.name().kind() == ObjectKind.SCHEMA) {
        schemas.put(fate.name().name().name(), fate);
      }
    }
    for (var fate : fates.all()) {
      for (var name : schemasOf(fate)) {
        var schema = schemas.get(name);
        if (schema != null && schema != fate) {
          orderSchema(schema, fate);
        }
      }
    }
  }

  private void orderSchema(Fate schema, Fate fate) {
    if (schema.makes() && fate.hasAfter()) {
      graph.order(schema.name(), Phase.MAKE, fate.name(), Phase.MAKE);
      graph.order(schema.name(), Phase.MAKE, fate.name(), Phase.ALTER);
    }
    if (schema.drops() && fate.hasBefore()) {
      graph.order(fate.name(), Phase.DROP, schema.name(), Phase.DROP);
      if (!fate.drops()) {
        graph.order(fate.name(), Phase.FINISH, schema.name(), Phase.DROP);
      }
    }
  }

  private static Set<String> schemasOf(Fate fate) {
    var schemas = new LinkedHashSet<String>();
    for (var object : new SchemaObject[] {fate.beforeOrNull(), fate.afterOrNull()}) {
      switch (object) {
        case Publication publication -> schemas.addAll(publication.schemas());
        case DefaultPrivileges privileges when privileges.schema() != null ->
            schemas.add(privileges.schema());
        case Extension extension when extension.schema() != null -> schemas.add(extension.schema());
        case null, default -> {
          var name = fate.name();
          if (name.kind().isInSchema() && name.name().schema() != null) {
            schemas.add(name.name().schema());
          }
        }
      }
    }
    return schemas;
  }
}
