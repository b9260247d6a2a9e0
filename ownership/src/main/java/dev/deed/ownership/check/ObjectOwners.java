package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the owner of an object of any kind after all migrations of a database, from what
/// `OwnershipWatcher` observed. For callers outside of a check.
public final class ObjectOwners {

  private final OwnershipMap map;
  private final OwnerRules rules;
  private final ConsumerList consumers;
  private final Snapshot objects;

  /// The owner of each object when a statement last reached it.
  private final Map<ObjectName, Owned> seen;

  ObjectOwners(
      OwnershipMap map, DatabaseName database, Snapshot objects, Map<ObjectName, Owned> seen) {
    this.map = map;
    this.objects = objects;
    this.rules = new OwnerRules(map, database, objects);
    this.consumers = new ConsumerList(map, database);
    this.seen = Map.copyOf(seen);
  }

  /// The owners in a database without migrations.
  static ObjectOwners none(OwnershipMap map, DatabaseName database) {
    var empty = new SchemaReader(List.of()).schema();
    return new ObjectOwners(map, database, new Snapshot(empty, Map.of(), Map.of()), Map.of());
  }

  Schema schema() {
    return objects.schema;
  }

  /// True if the migrations leave a relation of this name that is not an index.
  boolean hasRelation(QualifiedName name) {
    return objects.relationNamed(name).filter(n -> n.kind() != ObjectKind.INDEX).isPresent();
  }

  /// The owner; for an object that was dropped, the owner that it had last.
  public ObjectOwner of(ObjectName object) {
    var former = objects.has(object) ? null : seen.get(object);
    return former == null ? rules.of(object) : settled(former);
  }

  /// The owner that an object had at one moment, with what is known only after all migrations. A
  /// renamed table is one table: if no claim matches the name that it had then, the claims for its
  /// last name decide. No claim can name a table that was dropped: its creator owns it.
  ObjectOwner settled(Owned then) {
    if (!(then.owner() instanceof ObjectOwner.ByClaim(var object, _, Owner.Unowned _))
        || then.identity() < 0) {
      return then.owner();
    }
    var last = objects.identities.get(then.identity());
    if (last == null) {
      return then.creator() == null
          ? then.owner()
          : new ObjectOwner.ByCreation(object, then.creator());
    }
    return rules.of(last) instanceof ObjectOwner.ByClaim(_, var table, var owner)
        ? new ObjectOwner.ByClaim(object, table, owner)
        : then.owner();
  }

  /// The services that use the object without owning it, for a finding that breaks them.
  ///
  /// @param self the service that runs the statement, null if it is not known
  public List<Finding.Consumer> consumersOf(ObjectName object, @Nullable ServiceName self) {
    return consumers.of(of(object), self);
  }

  /// Empty if no service owns the object, or if several claim it.
  public Optional<Service> ownerOf(ObjectName object) {
    return of(object).service().flatMap(map::serviceNamed);
  }

  /// The objects after all migrations.
  static final class Snapshot implements ObjectTable {

    private final Schema schema;
    private final Map<ObjectName, ServiceName> creators;
    private final Map<Integer, ObjectName> identities;
    private final Map<QualifiedName, ObjectName> relations = new HashMap<>();

    /// @param identities relations by the number that each keeps when it is renamed
    Snapshot(
        Schema schema, Map<ObjectName, ServiceName> creators, Map<Integer, ObjectName> identities) {
      this.schema = schema;
      this.creators = Map.copyOf(creators);
      this.identities = Map.copyOf(identities);
      schema.names().stream()
          .filter(n -> n.kind().isRelation())
          .forEach(n -> relations.put(n.name(), n));
    }

    boolean has(ObjectName object) {
      return object.kind().isPartOfRelation()
          ? relations.containsKey(object.name())
          : schema.find(object).isPresent();
    }

    @Override
    public Optional<ObjectName> relationNamed(QualifiedName name) {
      return Optional.ofNullable(relations.get(name));
    }

    @Override
    public Optional<SchemaObject> find(ObjectName name) {
      return schema.find(name);
    }

    @Override
    public Optional<ServiceName> creator(ObjectName name) {
      return Optional.ofNullable(creators.get(name));
    }
  }
}
