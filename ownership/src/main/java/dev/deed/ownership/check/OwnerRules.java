package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the owner of an object, from the claims and from the service that created it.
final class OwnerRules {

  private static final String DEED = "deed";

  private final OwnershipMap map;
  private final DatabaseName database;
  private final ObjectTable objects;
  private final Map<QualifiedName, Owner> owners = new HashMap<>();

  OwnerRules(OwnershipMap map, DatabaseName database, ObjectTable objects) {
    this.map = map;
    this.database = database;
    this.objects = objects;
  }

  /// As the ownership file declares it.
  List<String> searchPath() {
    return map.searchPath(database);
  }

  /// @param object the object under its resolved name
  ObjectOwner of(ObjectName object) {
    var in = object.kind() == ObjectKind.SCHEMA ? object.name().name() : object.name().schema();
    if (in != null && isSystem(in)) {
      return in.startsWith("pg_temp")
          ? new ObjectOwner.Session(object)
          : new ObjectOwner.System(
              shown(object), in.equals(DEED) ? "deed itself" : "PostgreSQL itself");
    }
    return switch (object.kind()) {
      case ROLE, DATABASE, TABLESPACE, PARAMETER -> new ObjectOwner.Cluster(object);
      case SCHEMA -> schema(object);
      default -> {
        var relation = object.kind().isRelation() || object.kind().isPartOfRelation();
        yield relation || isRowType(object) ? relation(object) : created(object);
      }
    };
  }

  /// PostgreSQL reserves the prefix `pg_` for itself.
  private static boolean isSystem(String schema) {
    return schema.startsWith("pg_") || schema.equals("information_schema") || schema.equals(DEED);
  }

  /// Every relation has a row type of the same name.
  private boolean isRowType(ObjectName object) {
    return object.kind() == ObjectKind.TYPE
        && objects.find(object).isEmpty()
        && objects.relationNamed(object.name()).isPresent();
  }

  private ObjectOwner created(ObjectName object) {
    return objects
        .creator(object)
        .<ObjectOwner>map(s -> new ObjectOwner.ByCreation(object, s))
        .orElseGet(() -> soleOwner(object));
  }

  /// An object from before the migrations belongs to the only service with claims in the database.
  private ObjectOwner soleOwner(ObjectName object) {
    return map.soleOwner(database)
        .<ObjectOwner>map(s -> new ObjectOwner.ByCreation(object, s))
        .orElseGet(() -> new ObjectOwner.Unknown(object));
  }

  private ObjectOwner schema(ObjectName object) {
    return objects
        .creator(object)
        .or(() -> map.ownerOfSchema(database, object.name().name()))
        .<ObjectOwner>map(s -> new ObjectOwner.ByCreation(object, s))
        .orElseGet(() -> soleOwner(object));
  }

  private ObjectOwner relation(ObjectName object) {
    var known = objects.relationNamed(object.name());
    var kind = known.map(ObjectName::kind).orElse(kindOf(object));
    var name = object.name();
    return switch (kind) {
      case INDEX -> tableOf(known, object).map(this::table).orElseGet(() -> soleOwner(object));
      case SEQUENCE, VIEW, MATERIALIZED_VIEW ->
          tableOf(known, object)
              .map(this::table)
              .orElseGet(() -> named(ObjectName.of(kind, name), known.flatMap(objects::creator)));
      default -> table(ObjectName.of(kind, name), name);
    };
  }

  private static ObjectKind kindOf(ObjectName object) {
    return object.kind().isRelation() && object.kind() != ObjectKind.RELATION
        ? object.kind()
        : ObjectKind.TABLE;
  }

  /// Messages call a relation of unknown kind a table.
  static ObjectName shown(ObjectName object) {
    return object.kind() == ObjectKind.RELATION ? object.as(ObjectKind.TABLE) : object;
  }

  /// The table that an index or sequence belongs to.
  private Optional<QualifiedName> tableOf(Optional<ObjectName> known, ObjectName object) {
    if (known.isEmpty()) {
      return object.kind() == ObjectKind.VIEW || object.kind() == ObjectKind.MATERIALIZED_VIEW
          ? Optional.empty()
          : tableByName(object.name());
    }
    return switch (objects.find(known.get()).orElse(null)) {
      case Relation.Index index -> Optional.of(index.table());
      case Relation.Sequence sequence when sequence.ownedBy() != null ->
          Optional.of(sequence.ownedBy().name());
      case null, default -> Optional.empty();
    };
  }

  /// PostgreSQL names generated indexes and sequences after the table: `users_pkey`,
  /// `users_id_seq`. That identifies the table of an object that no migration created by name.
  private Optional<QualifiedName> tableByName(QualifiedName name) {
    for (var end = name.name().lastIndexOf('_');
        end > 0;
        end = name.name().lastIndexOf('_', end - 1)) {
      var table = name.renamed(name.name().substring(0, end));
      if (objects.relationNamed(table).isPresent()) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }

  private ObjectOwner table(QualifiedName name) {
    return table(ObjectName.table(name), name);
  }

  /// A partition that no service claims belongs to the owner of the partitioned table.
  private ObjectOwner table(ObjectName object, QualifiedName name) {
    var owner = ownerOf(name);
    if (owner instanceof Owner.Unowned) {
      var whole = wholeOf(name);
      while (whole.isPresent()) {
        var other = ownerOf(whole.get());
        if (!(other instanceof Owner.Unowned)) {
          return new ObjectOwner.ByClaim(object, whole.get(), other);
        }
        whole = wholeOf(whole.get());
      }
    }
    return new ObjectOwner.ByClaim(object, name, owner);
  }

  private Optional<QualifiedName> wholeOf(QualifiedName name) {
    return objects
        .relationNamed(name)
        .flatMap(objects::find)
        .map(o -> o instanceof Relation.Table table ? table.partition() : null)
        .map(Relation.Partition::parent);
  }

  /// Views and free sequences: a claim with exactly this name decides, then the creator, then any
  /// other claim.
  private ObjectOwner named(ObjectName object, Optional<ServiceName> creator) {
    var owner = ownerOf(object.name());
    var exact =
        (owner instanceof Owner.OwnedBy owned && owned.claim().pattern().isExact())
            || owner instanceof Owner.Contested;
    return creator.isPresent() && !exact
        ? new ObjectOwner.ByCreation(object, creator.get())
        : new ObjectOwner.ByClaim(object, object.name(), owner);
  }

  private Owner ownerOf(QualifiedName table) {
    return owners.computeIfAbsent(table, t -> map.ownerOf(database, t));
  }
}
