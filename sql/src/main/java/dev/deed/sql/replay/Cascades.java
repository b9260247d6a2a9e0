package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Extension;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Drops an object together with its dependants.
final class Cascades {

  private final SchemaState state;

  Cascades(SchemaState state) {
    this.state = state;
  }

  /// Without `cascade`, objects that merely use it stay: PostgreSQL would have refused the drop.
  void drop(ObjectName name, boolean cascade) {
    var object = state.get(name);
    var dependants = state.dependants(name);
    if (object != null) {
      leaveTable(object, cascade);
      state.remove(name);
    }
    // A table that no script created may have an index that one of them did.
    for (var dependant : dependants) {
      if (state.has(dependant.name())) {
        release(dependant, name, cascade);
      }
    }
  }

  private void release(SchemaObject dependant, ObjectName dropped, boolean cascade) {
    switch (dependant) {
      case Publication publication -> unpublish(publication, dropped.name());
      case TableColumn column when losesDefaultOnly(column, dropped) -> {
        if (cascade) {
          state.put(column.copy().defaultValue(null).column());
        }
      }
      case DomainType domain when keepsDomain(domain, dropped) -> {
        if (cascade) {
          state.put(without(domain, dropped));
        }
      }
      default -> {
        var strength = state.strength(dependant.name(), dropped);
        if (cascade || strength == Dependency.Strength.AUTO) {
          drop(dependant.name(), cascade);
        }
      }
    }
  }

  static boolean losesDefaultOnly(TableColumn column, ObjectName dropped) {
    return column.defaultValue() != null
        && column.generated() == null
        && !isOfType(column.type(), dropped)
        && !isCollation(column.storage().collation(), dropped)
        && !column.relation().equals(dropped.name());
  }

  /// True if a domain loses its default or a check with the dropped object, but remains.
  static boolean keepsDomain(DomainType domain, ObjectName dropped) {
    return !isOfType(domain.base(), dropped) && !isCollation(domain.collation(), dropped);
  }

  /// The type itself, or the extension that provides it.
  private static boolean isOfType(TypeName type, ObjectName dropped) {
    return type.name().equals(dropped.name())
        || (dropped.kind() == ObjectKind.EXTENSION
            && dropped.equals(BuiltIns.extensionOf(type.name().name())));
  }

  private static boolean isCollation(@Nullable QualifiedName collation, ObjectName dropped) {
    return dropped.kind() == ObjectKind.COLLATION && dropped.name().equals(collation);
  }

  private DomainType without(DomainType domain, ObjectName dropped) {
    var value = domain.defaultValue();
    return new DomainType(
        domain.name(),
        domain.base(),
        domain.collation(),
        value == null || state.names(value, dropped) ? null : value,
        domain.notNull(),
        domain.checks().stream().filter(c -> !state.names(c.condition(), dropped)).toList(),
        domain.attributes());
  }

  private void unpublish(Publication publication, QualifiedName table) {
    var tables = new TreeMap<>(publication.tables());
    tables.remove(table);
    state.put(
        new Publication(
            publication.name(),
            publication.allTables(),
            tables,
            publication.schemas(),
            publication.options(),
            publication.attributes()));
  }

  /// Removes what the table and its children store about one of its parts.
  private void leaveTable(SchemaObject object, boolean cascade) {
    switch (object) {
      case TableColumn column -> leaveTable(column, cascade);
      case TableConstraint constraint -> leaveChildren(constraint, cascade);
      case Trigger trigger -> leavePartitions(trigger);
      case Relation.Index index -> {
        new IndexUses(state).forget(index);
        // A partition's key goes with its index, which goes with the parent's.
        if (index.constraint() != null) {
          state.remove(ObjectName.constraint(index.table(), index.constraint()));
        }
      }
      default -> {}
    }
  }

  private void leaveTable(TableColumn column, boolean cascade) {
    var table = state.table(column.relation());
    if (table == null) {
      return;
    }
    state.put(table.copy().columns(c -> c.remove(column.part())).table());
    for (var child : state.children(table.name())) {
      var inherited = state.column(child.qualifiedName(), column.part());
      if (inherited != null && inherited.inherited() && !inherited.local()) {
        drop(inherited.name(), cascade);
      }
    }
  }

  private void leaveChildren(TableConstraint constraint, boolean cascade) {
    var table = state.table(constraint.relation());
    if (table == null) {
      return;
    }
    for (var child : state.children(table.name())) {
      var inherited = state.constraint(child.qualifiedName(), constraint.part());
      if (inherited != null && inherited.inherited() && !inherited.local()) {
        drop(inherited.name(), cascade);
      }
    }
  }

  private void leavePartitions(Trigger trigger) {
    var table = state.table(trigger.relation());
    if (table == null) {
      return;
    }
    for (var child : state.children(table.name())) {
      for (var copy : state.triggers(child.name())) {
        if (copy.inherited() && copy.part().equals(trigger.part())) {
          drop(copy.name(), false);
        }
      }
    }
  }

  void dropSchema(String schema) {
    for (var object : inSchema(schema)) {
      drop(object, true);
    }
  }

  void dropTemporary() {
    if (state.takeTemporary()) {
      dropSchema(NameResolution.TEMPORARY);
    }
  }

  /// Objects in that schema that do not belong to a relation, and extensions with their objects in
  /// it.
  List<ObjectName> inSchema(String schema) {
    var found = new ArrayList<ObjectName>();
    for (var object : state.objects()) {
      var name = object.name();
      var isHere =
          object instanceof Extension extension
              ? schema.equals(extension.schema())
              : schema.equals(name.name().schema()) && name.kind() != ObjectKind.COLUMN;
      if (isHere) {
        found.add(name);
      }
    }
    return found;
  }
}
