package dev.deed.drift.close;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.schema.Relation.Storage;
import dev.deed.sql.schema.Relation.Table;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;

/// The statements that change a table as a whole.
///
/// @param parents whether its place in a hierarchy is a part of them
record TableAlter(Table before, Table after) {

  /// What is taken away, before anything else.
  Lines released() {
    var lines = new Lines();
    var table = after.qualifiedName().quoted();
    if (before.partition() != null
        && (after.partition() == null || !before.partition().equals(after.partition()))) {
      lines.add(
          "ALTER TABLE %s DETACH PARTITION %s"
              .formatted(before.partition().parent().quoted(), table));
    }
    for (var parent : before.inherits()) {
      if (!after.inherits().contains(parent) || !keepsOrder()) {
        lines.add("ALTER TABLE %s NO INHERIT %s".formatted(table, parent.quoted()));
      }
    }
    if (before.ofType() != null && !before.ofType().equals(after.ofType())) {
      lines.add("ALTER TABLE %s NOT OF".formatted(table));
    }
    return lines;
  }

  /// A new parent comes after those that the table has.
  private boolean keepsOrder() {
    var kept = new ArrayList<>(before.inherits());
    kept.retainAll(after.inherits());
    return kept.equals(after.inherits().stream().limit(kept.size()).toList());
  }

  /// What is put in its place, after all that it needs.
  Lines attached() {
    var lines = new Lines();
    var table = after.qualifiedName().quoted();
    if (after.ofType() != null && !after.ofType().equals(before.ofType())) {
      lines.add("ALTER TABLE %s OF %s".formatted(table, after.ofType().quoted()));
    }
    for (var parent : after.inherits()) {
      if (!before.inherits().contains(parent) || !keepsOrder()) {
        lines.add("ALTER TABLE %s INHERIT %s".formatted(table, parent.quoted()));
      }
    }
    if (after.partition() != null && !after.partition().equals(before.partition())) {
      lines.add(attach(after));
    }
    return lines;
  }

  static String attach(Table partition) {
    var place = Objects.requireNonNull(partition.partition());
    return "ALTER TABLE %s ATTACH PARTITION %s %s"
        .formatted(place.parent().quoted(), partition.qualifiedName().quoted(), place.bound());
  }

  Lines lines() {
    var lines = new Lines();
    var alter = "ALTER TABLE " + after.qualifiedName().quoted() + " ";
    if (before.persistence() != after.persistence()) {
      lines.add(
          alter + (after.persistence() == Persistence.UNLOGGED ? "SET UNLOGGED" : "SET LOGGED"),
          "this rewrites the table under an ACCESS EXCLUSIVE lock");
    }
    var old = before.rowSecurity();
    var now = after.rowSecurity();
    if (old.enabled() != now.enabled()) {
      lines.add(alter + (now.enabled() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
    }
    if (old.forced() != now.forced()) {
      lines.add(alter + (now.forced() ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY");
    }
    if (before.server() != null && after.server() != null) {
      var options = OptionSql.foreign(before.server().options(), after.server().options());
      if (!options.isEmpty()) {
        lines.add("ALTER FOREIGN TABLE " + after.qualifiedName().quoted() + " " + options);
      }
    }
    lines.addAll(storage(alter, before.storage(), after.storage()));
    return lines;
  }

  static Lines storage(String alter, Storage before, Storage after) {
    var lines = new Lines();
    if (!Objects.equals(before.accessMethod(), after.accessMethod())) {
      var method = after.accessMethod() == null ? "heap" : after.accessMethod();
      lines.add(
          alter + "SET ACCESS METHOD " + Identifier.quoted(method),
          "this rewrites the table under an ACCESS EXCLUSIVE lock");
    }
    if (!Objects.equals(before.tablespace(), after.tablespace())) {
      var space = after.tablespace() == null ? "pg_default" : after.tablespace();
      lines.add(
          alter + "SET TABLESPACE " + Identifier.quoted(space),
          "this copies the table under an ACCESS EXCLUSIVE lock");
    }
    return lines.addAll(OptionSql.changed(alter, before.options(), after.options()));
  }

  /// What names an index of the table, which exists then.
  Lines indexed() {
    var lines = new Lines();
    var alter = "ALTER TABLE " + after.qualifiedName().quoted() + " ";
    if (!before.replicaIdentity().equals(after.replicaIdentity())) {
      lines.add(alter + "REPLICA IDENTITY " + identity(after.replicaIdentity()));
    }
    var cluster = after.storage().clusteredOn();
    if (!Objects.equals(before.storage().clusteredOn(), cluster)) {
      lines.add(
          alter
              + (cluster == null
                  ? "SET WITHOUT CLUSTER"
                  : "CLUSTER ON " + Identifier.quoted(cluster)));
    }
    return lines;
  }

  /// `using index i` is kept as it was written.
  private static String identity(String kept) {
    return kept;
  }

  static Map<String, String> none() {
    return Map.of();
  }

  static QualifiedName name(Table table) {
    return table.qualifiedName();
  }
}
