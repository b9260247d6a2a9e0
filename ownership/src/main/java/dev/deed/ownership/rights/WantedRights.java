package dev.deed.ownership.rights;

import dev.deed.ownership.Consumer;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.ownership.rights.Right.Privilege;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The privileges that the services' roles need, and no more, so that PostgreSQL itself enforces
/// the ownership file: owners own, consumers get the access they were granted.
public final class WantedRights {

  private final OwnershipMap map;
  private final DatabaseName database;
  private final ObjectOwners owners;
  private final Schema schema;
  private final SortedSet<Right> rights = new TreeSet<>();

  private WantedRights(
      OwnershipMap map, DatabaseName database, ObjectOwners owners, Schema schema) {
    this.map = map;
    this.database = database;
    this.owners = owners;
    this.schema = schema;
  }

  /// @param owners who owns what after all scripts
  /// @param schema the schema after all scripts
  /// @param tables existing tables that no script created
  public static SortedSet<Right> of(
      OwnershipMap map,
      DatabaseName database,
      ObjectOwners owners,
      Schema schema,
      Collection<ObjectName> tables) {
    var wanted = new WantedRights(map, database, owners, schema);
    Stream.concat(schema.objects().stream().map(SchemaObject::name), tables.stream())
        .distinct()
        .filter(wanted::isOurs)
        .forEach(wanted::add);
    return wanted.rights;
  }

  /// What the role of a service needs so that the triggers of its changeovers can note who still
  /// writes an old column.
  public static SortedSet<Right> toNote(String role) {
    var rights = new TreeSet<Right>();
    rights.add(new Right(ObjectName.of(ObjectKind.SCHEMA, "deed"), role, Privilege.USAGE));
    var notes = ObjectName.table(QualifiedName.of("deed", "column_writer"));
    for (var privilege : List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE)) {
      rights.add(new Right(notes, role, privilege));
    }
    return rights;
  }

  private boolean isOurs(ObjectName object) {
    var in = object.kind() == ObjectKind.SCHEMA ? object.name().name() : object.name().schema();
    return in != null && !in.equals("deed") && !in.startsWith("pg_");
  }

  private void add(ObjectName object) {
    var owner = owners.ownerOf(object).map(Service::role);
    if (isOwned(object)) {
      owner.ifPresent(role -> own(object, role));
    }
    if (isQueried(object)) {
      var uses = map.consumersOf(database, object.name());
      uses.stream()
          .map(Consumer::service)
          .distinct()
          .forEach(service -> {
            var own = uses.stream().filter(use -> use.service().equals(service)).toList();
            roleOf(service)
                .filter(role -> !role.equals(owner.orElse(null)))
                .ifPresent(role -> use(object, role, own));
          });
    }
  }

  private void own(ObjectName object, String role) {
    rights.add(new Right(object, role, Privilege.OWNER));
    var in = object.name().schema();
    if (in != null) {
      var container = ObjectName.of(ObjectKind.SCHEMA, in);
      rights.add(new Right(container, role, Privilege.USAGE));
      rights.add(new Right(container, role, Privilege.CREATE));
    }
  }

  private void use(ObjectName object, String role, List<Consumer> uses) {
    var container =
        ObjectName.of(ObjectKind.SCHEMA, Objects.requireNonNull(object.name().schema()));
    rights.add(new Right(container, role, Privilege.USAGE));
    read(object, role, uses, Access.READS, Privilege.SELECT);
    // A foreign key needs REFERENCES, and SELECT to check the existing rows.
    read(object, role, uses, Access.REFERENCES, Privilege.REFERENCES);
    var writes = uses.stream().filter(use -> use.access() == Access.WRITES).toList();
    if (writes.isEmpty()) {
      return;
    }
    var columns = columns(writes);
    give(object, role, Privilege.INSERT, columns);
    give(object, role, Privilege.UPDATE, columns);
    if (columns.isEmpty()) {
      rights.add(new Right(object, role, Privilege.DELETE));
    }
    sequencesOf(object).forEach(s -> rights.add(new Right(s, role, Privilege.USAGE)));
  }

  /// Each access includes those after it. Only entries for reading and referencing limit that to
  /// columns: who may write some columns needs others to find the rows.
  private void read(
      ObjectName object, String role, List<Consumer> uses, Access wanted, Privilege privilege) {
    var all = uses.stream().filter(use -> use.access().compareTo(wanted) <= 0).toList();
    if (!all.isEmpty()) {
      var limited = all.stream().anyMatch(use -> use.access() != Access.WRITES);
      give(object, role, privilege, limited ? columns(all) : List.of());
    }
  }

  /// Empty for all columns.
  private static List<String> columns(List<Consumer> uses) {
    return uses.stream().anyMatch(use -> use.columns().isEmpty())
        ? List.of()
        : uses.stream().flatMap(use -> use.columns().stream()).distinct().toList();
  }

  private void give(ObjectName object, String role, Privilege privilege, List<String> columns) {
    if (columns.isEmpty()) {
      rights.add(new Right(object, role, privilege));
    }
    for (var column : columns) {
      rights.add(new Right(ObjectName.column(object.name(), column), role, privilege));
    }
  }

  /// The sequences of `serial` columns. Identity columns need no privilege on theirs.
  private List<ObjectName> sequencesOf(ObjectName table) {
    return schema.objects().stream()
        .filter(o ->
            o instanceof Relation.Sequence sequence
                && !sequence.identity()
                && sequence.ownedBy() != null
                && sequence.ownedBy().name().equals(table.name()))
        .map(SchemaObject::name)
        .toList();
  }

  private Optional<String> roleOf(ServiceName service) {
    return map.serviceNamed(service).map(Service::role);
  }

  private static boolean isQueried(ObjectName object) {
    return switch (object.kind()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
      default -> false;
    };
  }

  /// Indexes, constraints and owned sequences change owner with their tables.
  private boolean isOwned(ObjectName object) {
    return switch (object.kind()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
      case TYPE, DOMAIN, FUNCTION, PROCEDURE, AGGREGATE, STATISTICS -> true;
      case SCHEMA -> !object.name().name().equals("public");
      case SEQUENCE -> !isTied(schema.find(object).orElse(null));
      default -> false;
    };
  }

  private static boolean isTied(@Nullable SchemaObject object) {
    return object instanceof Relation.Sequence sequence
        && (sequence.identity() || sequence.ownedBy() != null);
  }
}
