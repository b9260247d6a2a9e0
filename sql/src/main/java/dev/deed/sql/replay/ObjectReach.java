package dev.deed.sql.replay;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectEffect.ChangesOwner;
import dev.deed.sql.effect.ObjectEffect.Comments;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Publishes;
import dev.deed.sql.effect.ObjectEffect.Publishing;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.PrivilegeEffect.ChangesDefaultPrivileges;
import dev.deed.sql.effect.PrivilegeEffect.ChangesMembership;
import dev.deed.sql.effect.PrivilegeEffect.ChangesPrivileges;
import dev.deed.sql.effect.PrivilegeEffect.DropsOwned;
import dev.deed.sql.effect.PrivilegeEffect.ReassignsOwned;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.TypeEffect.AltersAttribute;
import dev.deed.sql.effect.TypeEffect.AltersDomain;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.SchemaObject;
import java.util.List;

/// What drops, renames and changes of owner, types and privileges touch without naming it.
final class ObjectReach {

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final ObjectAccesses touches;
  private final DropReach drops;

  ObjectReach(ReplaySession surrounding, ObjectAccesses touches) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.touches = touches;
    this.drops = new DropReach(state, touches);
  }

  void add(ObjectEffect effect) {
    var name = surrounding.names().object(effect.object());
    switch (effect) {
      case Drops drop -> drop(name, drop);
      case Renames renames -> rename(name, renames);
      case ChangesOwner changes -> {
        own(name, changes.span());
        composite(name, changes.span());
      }
      case MovesToSchema moves -> own(name, moves.span());
      case Comments comments -> tableOf(name, comments.span());
      case Publishes publishes -> publish(name, publishes);
      default -> {}
    }
  }

  /// A new list of tables replaces the old one. Without `ONLY`, tables that inherit are published,
  /// too, and partitions always.
  private void publish(ObjectName name, Publishes publishes) {
    var published = publishes.published();
    if (publishes.change() != Publishing.DROP) {
      for (var table : published.tables()) {
        var known = state.table(surrounding.names().relation(table.name()));
        if (known != null) {
          publishChildren(known, table.only(), publishes.span());
        }
      }
      published.schemas().forEach(schema -> publishSchema(schema, publishes.span()));
    }
    var lists = !published.tables().isEmpty() || !published.schemas().isEmpty();
    if (publishes.change() == Publishing.SET
        && lists
        && state.get(name) instanceof SchemaObject.Publication before) {
      for (var table : before.tables().keySet()) {
        touches.imply(
            ObjectName.table(table),
            Access.REFERENCES,
            LockMode.SHARE_UPDATE_EXCLUSIVE,
            publishes.span());
      }
    }
  }

  private void publishChildren(Table table, boolean only, Span span) {
    for (var child : state.children(table.name())) {
      var isPartition = child.partition() != null;
      if (isPartition || !only) {
        var lock = isPartition ? null : LockMode.SHARE_UPDATE_EXCLUSIVE;
        touches.imply(child.name(), Access.DEFINES, lock, span);
        publishChildren(child, only, span);
      }
    }
  }

  private void publishSchema(String schema, Span span) {
    for (var object : surrounding.cascades.inSchema(schema)) {
      if (object.kind() == ObjectKind.TABLE && state.get(object) instanceof Table table) {
        touches.imply(object, Access.DEFINES, null, span);
        publishChildren(table, true, span);
      }
    }
  }

  private void drop(ObjectName name, Drops drop) {
    var lock = drop.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    if (name.kind() == ObjectKind.SCHEMA && drop.cascade()) {
      for (var object : surrounding.cascades.inSchema(name.name().name())) {
        drops.add(object, true, lock, drop.span());
      }
    } else {
      drops.add(name, drop.cascade(), lock, drop.span());
    }
  }

  private void rename(ObjectName name, Renames renames) {
    if (name.kind() == ObjectKind.SCHEMA) {
      renameAll(name.name().name(), renames.span());
      return;
    }
    tableOf(name, renames.span());
    var table = state.table(name.name());
    if (table != null && isInherited(name, table)) {
      children(table, renames.span());
    }
    var type = state.type(name.name());
    if (type != null && name.kind() == ObjectKind.COLUMN) {
      typedTables(type, renames.span());
    }
    composite(name, renames.span());
  }

  /// Renaming a schema changes the full name of every object in it.
  private void renameAll(String schema, Span span) {
    for (var object : surrounding.cascades.inSchema(schema)) {
      if (!object.kind().isPartOfRelation() && object.kind() != ObjectKind.INDEX) {
        touches.imply(object, Access.DEFINES, null, span);
      }
    }
  }

  /// True for a part that a table inherits.
  private boolean isInherited(ObjectName part, Table table) {
    return switch (part.kind()) {
      case COLUMN -> true;
      case CONSTRAINT ->
          state.get(part) instanceof TableConstraint constraint
              && constraint.rule() instanceof Check
              && !constraint.noInherit();
      case TRIGGER -> table.partitionBy() != null;
      default -> false;
    };
  }

  /// A composite type is locked like a table.
  private void composite(ObjectName name, Span span) {
    if (state.get(name) instanceof CompositeType) {
      touches.add(ObjectAccess.of(name, Access.DEFINES, LockMode.ACCESS_EXCLUSIVE, span));
    }
  }

  private void children(Table table, Span span) {
    for (var child : state.children(table.name())) {
      touches.imply(child.name(), Access.DEFINES, LockMode.ACCESS_EXCLUSIVE, span);
      children(child, span);
    }
  }

  /// Touches the table of an index.
  private void tableOf(ObjectName name, Span span) {
    if (state.get(name) instanceof Index index) {
      var table = state.relation(index.table());
      if (table != null) {
        touches.imply(table, Access.DEFINES, null, span);
      }
    }
  }

  /// A table's indexes and sequences change owner with it.
  private void own(ObjectName name, Span span) {
    tableOf(name, span);
    var table = state.table(name.name());
    if (table == null || !name.kind().isRelation()) {
      return;
    }
    for (var sequence : state.sequencesOf(table)) {
      touches.imply(sequence.name(), Access.DEFINES, LockMode.ACCESS_EXCLUSIVE, span);
    }
  }

  // Types

  void add(TypeEffect effect) {
    var name = state.type(surrounding.names().type(effect.type()));
    if (name == null) {
      return;
    }
    switch (effect) {
      case AltersDomain alters -> alter(name, alters);
      case AltersAttribute alters -> {
        for (var dependant : state.dependants(name)) {
          if (dependant instanceof Table table) {
            touches.imply(table.name(), Access.DEFINES, LockMode.ACCESS_EXCLUSIVE, alters.span());
          }
        }
      }
      default -> {}
    }
  }

  /// Tables `OF` a composite type change with it.
  private void typedTables(ObjectName type, Span span) {
    for (var dependant : state.dependants(type)) {
      if (dependant instanceof Table table && type.name().equals(table.ofType())) {
        touches.imply(table.name(), Access.DEFINES, LockMode.ACCESS_EXCLUSIVE, span);
      }
    }
  }

  /// The values in all columns of that type are checked.
  private void alter(ObjectName domain, AltersDomain alters) {
    var checks =
        switch (alters.change()) {
          case ADD_CONSTRAINT -> alters.constraint() != null && !alters.constraint().notValid();
          case SET_NOT_NULL, VALIDATE_CONSTRAINT -> true;
          case SET_DEFAULT, DROP_DEFAULT, DROP_NOT_NULL, DROP_CONSTRAINT -> false;
        };
    if (checks) {
      for (var table : TypeReplay.tablesUsing(state, domain)) {
        var known = state.relation(table);
        if (known != null) {
          touches.imply(known, Access.READS, LockMode.SHARE, alters.span());
        }
      }
    }
  }

  // Privileges

  void add(PrivilegeEffect effect) {
    switch (effect) {
      case ChangesPrivileges changes -> {
        if (surrounding.locksMore()) {
          surrounding.names().objects(changes.objects()).stream()
              .filter(o -> o.kind().isRelation())
              .forEach(o ->
                  touches.add(
                      ObjectAccess.of(o, Access.DEFINES, LockMode.ACCESS_SHARE, changes.span())));
        }
        if (!changes.allInSchemas().isEmpty()) {
          PrivilegeReplay.all(state, changes)
              .forEach(o -> touches.imply(o, Access.DEFINES, null, changes.span()));
        }
      }
      case DropsOwned owned -> {
        for (var object : owned(owned.roles())) {
          drops.add(object, owned.cascade(), LockMode.ACCESS_EXCLUSIVE, owned.span());
        }
      }
      case ReassignsOwned reassigns -> {
        for (var object : owned(reassigns.roles())) {
          var lock = object.kind().isRelation() ? LockMode.ACCESS_EXCLUSIVE : null;
          touches.imply(object, Access.DEFINES, lock, reassigns.span());
        }
      }
      case ChangesDefaultPrivileges _, ChangesMembership _ -> {}
    }
  }

  private List<ObjectName> owned(List<String> roles) {
    return state.objects().stream()
        .filter(o -> o.attributes().owner() != null && roles.contains(o.attributes().owner()))
        .map(SchemaObject::name)
        .toList();
  }
}
