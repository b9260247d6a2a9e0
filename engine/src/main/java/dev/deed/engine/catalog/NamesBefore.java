package dev.deed.engine.catalog;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names of all objects before a transaction, kept up to date from one transaction of a session
/// to the next. The rows are those of `dev.deed.engine.protocol.ObservationSql`.
public final class NamesBefore {

  /// One relation at one moment.
  ///
  /// @param facts a hash of what `ALTER` changes in `pg_class`
  /// @param storage the file of its rows; `0` or empty if it has none
  /// @param table the number of the table that a sequence belongs to, else empty
  /// @param whole the number of the table that it is a partition of, else empty
  record Relation(
      ObjectName name, String facts, String storage, String table, String whole, long rows) {

    /// @param relkind as in `pg_class`
    static Relation of(String relkind, List<String> row) {
      return new Relation(
          ObjectName.of(kind(relkind), QualifiedName.of(row.get(2), row.get(3))),
          row.get(4),
          row.get(5),
          row.get(6),
          row.get(7),
          sum(row.get(8)));
    }

    private Relation withoutRows() {
      return new Relation(name, facts, storage, table, whole, 0);
    }
  }

  private static final String ON_SERVER = " on server ";

  private final Map<String, Relation> relations = new HashMap<>();
  private final Map<String, ObjectName> objects = new HashMap<>();

  /// The tables of indexes, triggers and the like, by the number of the part.
  private final Map<String, String> parts = new HashMap<>();

  /// Relations of which the session has counted rows when it last looked.
  private final Set<String> counted = new HashSet<>();

  private List<String> first = List.of();

  /// With every name of the database.
  public static NamesBefore of(List<List<String>> rows) {
    var names = new NamesBefore();
    names.add(rows);
    return names;
  }

  /// What was not known, or has changed.
  public void add(List<List<String>> rows) {
    counted.forEach(oid -> relations.computeIfPresent(oid, (_, was) -> was.withoutRows()));
    counted.clear();
    rows.forEach(this::keep);
  }

  private void keep(List<String> row) {
    var kind = row.getFirst();
    var oid = row.get(1);
    if (kind.equals("since")) {
      first = row;
    } else if (kind.equals("part")) {
      parts.put(oid, row.get(6));
    } else if (kind.length() == 1) {
      var relation = Relation.of(kind, row);
      relations.put(oid, relation);
      if (relation.rows() != 0) {
        counted.add(oid);
      }
    } else {
      object(kind, row).ifPresent(name -> objects.put(oid, name));
    }
  }

  /// With the moment; empty if nothing is known.
  public List<String> first() {
    return first;
  }

  Map<String, Relation> relations() {
    return relations;
  }

  Map<String, ObjectName> objects() {
    return objects;
  }

  Map<String, String> parts() {
    return parts;
  }

  static Optional<ObjectName> object(String type, List<String> row) {
    var words = type.equals("foreign-data wrapper") ? "foreign data wrapper" : type;
    for (var kind : ObjectKind.values()) {
      if (kind.words().equals(words)) {
        return Optional.of(object(kind, row));
      }
    }
    return Optional.empty();
  }

  private static ObjectName object(ObjectKind kind, List<String> row) {
    var schema = row.get(2).isEmpty() ? null : row.get(2);
    var name = QualifiedName.of(schema, row.get(3));
    if (kind == ObjectKind.USER_MAPPING) {
      return userMapping(row.get(3));
    }
    return kind.isRoutine()
        ? ObjectName.routine(kind, name, row.get(4))
        : ObjectName.of(kind, name);
  }

  /// @param identity as in `public on server here`
  private static ObjectName userMapping(String identity) {
    var on = identity.lastIndexOf(ON_SERVER);
    return ObjectName.userMapping(
        QualifiedName.of(on < 0 ? identity : identity.substring(on + ON_SERVER.length())),
        identity.substring(0, Math.max(on, 0)));
  }

  /// From `pg_class.relkind`.
  private static ObjectKind kind(String relkind) {
    return switch (relkind) {
      case "v" -> ObjectKind.VIEW;
      case "m" -> ObjectKind.MATERIALIZED_VIEW;
      case "S" -> ObjectKind.SEQUENCE;
      case "f" -> ObjectKind.FOREIGN_TABLE;
      default -> ObjectKind.TABLE;
    };
  }

  private static long sum(String counts) {
    long sum = 0;
    for (var count : counts.split(",")) {
      sum += count.isEmpty() ? 0 : Long.parseLong(count);
    }
    return sum;
  }
}
