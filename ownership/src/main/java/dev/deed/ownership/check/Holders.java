package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds the owner of an object from the claims and from the migrations that created objects.
final class Holders {

  private static final String DEED = "deed";

  private final OwnershipMap map;
  private final DatabaseName database;
  private final Schema schema;
  private final Origins origins;
  private final Map<QualifiedName, Owner> owners = new HashMap<>();

  /// @param schema the schema after all scripts: it has the indexes and sequences that no statement
  ///   names
  Holders(OwnershipMap map, DatabaseName database, Schema schema, Origins origins) {
    this.map = map;
    this.database = database;
    this.schema = schema;
    this.origins = origins;
  }

  Holder of(ObjectName object) {
    var in = object.kind() == ObjectKind.SCHEMA ? object.name().name() : object.name().schema();
    if (in != null && isSystem(in)) {
      return in.startsWith("pg_temp")
          ? new Holder.Session(object)
          : new Holder.System(shown(object), in.equals(DEED) ? "deed itself" : "PostgreSQL itself");
    }
    return switch (object.kind()) {
      case ROLE, DATABASE, TABLESPACE, PARAMETER -> new Holder.Cluster(object);
      case SCHEMA -> schema(object);
      default -> {
        var relation = object.kind().isRelation() || object.kind().isPartOfRelation();
        yield relation || isRowType(object) ? relation(object) : created(object);
      }
    };
  }

  /// `pg_` is reserved: schemas of users cannot begin with it.
  private static boolean isSystem(String schema) {
    return schema.startsWith("pg_") || schema.equals("information_schema") || schema.equals(DEED);
  }

  /// Every table has a row type of the same name.
  private boolean isRowType(ObjectName object) {
    return object.kind() == ObjectKind.TYPE
        && origins.of(object).isEmpty()
        && origins.of(ObjectName.table(object.name())).isPresent();
  }

  private Holder created(ObjectName object) {
    return origins
        .of(object)
        .<Holder>map(o -> new Holder.ByCreation(object, o.creator()))
        .orElseGet(() -> soleOwner(object));
  }

  /// An object older than all migrations can only belong to the one service that uses this
  /// database.
  private Holder soleOwner(ObjectName object) {
    return map.soleOwner(database)
        .<Holder>map(s -> new Holder.ByCreation(object, s))
        .orElseGet(() -> new Holder.Unknown(object));
  }

  private Holder schema(ObjectName object) {
    var creator = origins.of(object).map(Origins.Origin::creator);
    return creator
        .or(() -> map.ownerOfSchema(database, object.name().name()))
        .<Holder>map(s -> new Holder.ByCreation(object, s))
        .orElseGet(() -> soleOwner(object));
  }

  private Holder relation(ObjectName object) {
    var name = object.name();
    var origin = origins.of(ObjectName.table(name));
    var kind = origin.map(Origins.Origin::kind).orElse(kindOf(object));
    var table = origin.map(Origins.Origin::table);
    if (origin.isEmpty() && (kind == ObjectKind.INDEX || kind == ObjectKind.SEQUENCE)) {
      table = tableOf(name).or(() -> tableByName(name));
    }
    return switch (kind) {
      case INDEX -> table.map(this::table).orElseGet(() -> soleOwner(object));
      case SEQUENCE, VIEW, MATERIALIZED_VIEW -> {
        var creator = origin.map(Origins.Origin::creator);
        yield table.map(this::table).orElseGet(() -> named(shown(kind, name), creator));
      }
      default -> table(shown(kind, name), table);
    };
  }

  private static ObjectKind kindOf(ObjectName object) {
    return object.kind().isRelation() && object.kind() != ObjectKind.RELATION
        ? object.kind()
        : ObjectKind.TABLE;
  }

  private static ObjectName shown(ObjectKind kind, QualifiedName name) {
    return ObjectName.of(kind, name);
  }

  /// A relation counts as a table unless the text shows that it is a view or something else.
  static ObjectName shown(ObjectName object) {
    return object.kind() == ObjectKind.RELATION ? object.as(ObjectKind.TABLE) : object;
  }

  /// The table of an index or sequence that no statement names: of a key, or of a `serial` column.
  private Optional<QualifiedName> tableOf(QualifiedName name) {
    var index = schema.find(ObjectName.of(ObjectKind.INDEX, name));
    if (index.isPresent() && index.get() instanceof Relation.Index found) {
      return Optional.of(found.table());
    }
    var sequence = schema.find(ObjectName.of(ObjectKind.SEQUENCE, name));
    return sequence.isPresent()
            && sequence.get() instanceof Relation.Sequence found
            && found.ownedBy() != null
        ? Optional.of(found.ownedBy().name())
        : Optional.empty();
  }

  /// PostgreSQL names the objects it creates by itself after the table: `users_pkey`,
  /// `users_id_seq`. The name reveals the table even after the object was dropped.
  private Optional<QualifiedName> tableByName(QualifiedName name) {
    for (var end = name.name().lastIndexOf('_');
        end > 0;
        end = name.name().lastIndexOf('_', end - 1)) {
      var table = name.renamed(name.name().substring(0, end));
      if (origins.of(ObjectName.table(table)).isPresent()) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }

  private Holder table(QualifiedName name) {
    var origin = origins.of(ObjectName.table(name));
    return table(ObjectName.table(name), origin.map(Origins.Origin::table));
  }

  /// A partition without a claim belongs to the owner of the partitioned table.
  private Holder table(ObjectName object, Optional<QualifiedName> parent) {
    var owner = ownerOf(object.name());
    if (owner instanceof Owner.Unowned
        && parent.isPresent()
        && !parent.get().equals(object.name())) {
      return new Holder.ByClaim(object, parent.get(), ownerOf(parent.get()));
    }
    return new Holder.ByClaim(object, object.name(), owner);
  }

  /// Views and free sequences: a claim of exactly this name decides, then the creator, then any
  /// claim.
  private Holder named(ObjectName object, Optional<ServiceName> creator) {
    var owner = ownerOf(object.name());
    var exact =
        (owner instanceof Owner.OwnedBy owned && owned.claim().pattern().isExact())
            || owner instanceof Owner.Contested;
    return creator.isPresent() && !exact
        ? new Holder.ByCreation(object, creator.get())
        : new Holder.ByClaim(object, object.name(), owner);
  }

  private Owner ownerOf(QualifiedName table) {
    return owners.computeIfAbsent(table, t -> map.ownerOf(database, t));
  }
}
