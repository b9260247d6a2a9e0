package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationSql;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A second table with all that the first one has, but triggers and rules: only one of the two may
/// run them.
///
/// @param target the first table
/// @param name of the second one
/// @param others the names of its indexes and statistics, by those of the first table's
record TableTwin(TargetTable target, QualifiedName name, Map<String, String> others) {

  TableTwin {
    others = new LinkedHashMap<>(others);
  }

  /// Names of indexes and statistics are unique in their schema, so both tables need their own.
  static Map<String, String> names(TargetTable target, String prefix, Names free) {
    var names = new LinkedHashMap<String, String>();
    target.indexes().forEach(i -> names.put(i.name().simpleName(), ""));
    statistics(target).forEach(s -> names.put(s.name().simpleName(), ""));
    names.replaceAll((own, _) -> free.free(prefix + own));
    return names;
  }

  static List<SchemaObject.Other> statistics(TargetTable target) {
    return target.schema().objects().stream()
        .filter(SchemaObject.Other.class::isInstance)
        .map(SchemaObject.Other.class::cast)
        .filter(o -> o.name().kind() == ObjectKind.STATISTICS)
        .filter(o -> o.parts().stream().anyMatch(p -> p.name().equals(target.name())))
        .toList();
  }

  /// @param like the table whose columns it gets, by its name at that time
  /// @param end what follows: `PARTITION BY ...`, or `""`
  String create(QualifiedName like, String end) {
    return "CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING INDEXES EXCLUDING IDENTITY EXCLUDING STATISTICS)%s"
        .formatted(name.quoted(), like.quoted(), end);
  }

  /// What `LIKE` leaves out.
  List<String> settings() {
    var statements = new ArrayList<String>();
    keys().forEach(k -> statements.addAll(add(k)));
    target.indexes().stream()
        .filter(i -> i.constraint() == null)
        .forEach(i -> statements.addAll(add(i)));
    statistics(target).forEach(s -> statements.addAll(add(s)));
    target.parts(TableColumn.class).forEach(c -> statements.addAll(add(c)));
    statements.addAll(ofTable());
    target.parts(Policy.class).forEach(p -> statements.addAll(policy(p)));
    return statements;
  }

  private List<TableConstraint> keys() {
    return target.constraints().stream()
        .filter(c -> c.rule() instanceof PrimaryKey || c.rule() instanceof Unique)
        .toList();
  }

  private String of(String own) {
    return others.getOrDefault(own, own);
  }

  private String alter() {
    return "ALTER TABLE " + name.quoted() + " ";
  }

  private List<String> add(TableConstraint key) {
    var statements = new ArrayList<String>();
    var own = Identifier.quoted(of(key.part()));
    statements.add(alter() + "ADD CONSTRAINT %s %s".formatted(own, key.definition()));
    comment(key, "CONSTRAINT %s ON %s".formatted(own, name.quoted()), statements);
    return statements;
  }

  private List<String> add(Index index) {
    var statements = new ArrayList<String>();
    var own = name.renamed(of(index.name().simpleName()));
    statements.add(index.copy().name(index.name().named(own)).table(name).index().definition());
    comment(index, "INDEX " + own.quoted(), statements);
    return statements;
  }

  private List<String> add(SchemaObject.Other statistics) {
    var statements = new ArrayList<String>();
    var own = statistics.name().name().renamed(of(statistics.name().simpleName())).quoted();
    var columns = statistics.definition();
    var from = columns.toUpperCase(Locale.ROOT).lastIndexOf(" FROM ");
    statements.add(
        "CREATE STATISTICS %s %s FROM %s"
            .formatted(own, columns.substring(0, from), name.quoted()));
    statistics.changes().stream()
        .filter(c -> c.toUpperCase(Locale.ROOT).startsWith("SET STATISTICS"))
        .forEach(c -> statements.add("ALTER STATISTICS %s %s".formatted(own, c)));
    comment(statistics, "STATISTICS " + own, statements);
    return statements;
  }

  /// `LIKE` copies its comment and how it is stored.
  private List<String> add(TableColumn column) {
    var statements = new ArrayList<String>();
    var own = Identifier.quoted(column.part());
    var storage = column.storage();
    if (storage.statistics() != null) {
      statements.add(
          alter() + "ALTER COLUMN %s SET STATISTICS %s".formatted(own, storage.statistics()));
    }
    if (!storage.options().isEmpty()) {
      var options =
          storage.options().entrySet().stream()
              .map(o -> o.getKey() + " = " + o.getValue())
              .toList();
      statements.add(
          alter() + "ALTER COLUMN %s SET (%s)".formatted(own, String.join(", ", options)));
    }
    statements.addAll(RelationSql.grants(column, name));
    return statements;
  }

  private List<String> ofTable() {
    var table = target.table();
    var statements = new ArrayList<String>();
    comment(table, "TABLE " + name.quoted(), statements);
    var owner = table.attributes().owner();
    if (owner != null) {
      statements.add(alter() + "OWNER TO " + Identifier.quoted(owner));
    }
    statements.addAll(RelationSql.grants(table, name));
    if (isIdentityOfWholeRows()) {
      statements.add(identity(name));
    }
    if (table.rowSecurity().enabled()) {
      statements.add(alter() + "ENABLE ROW LEVEL SECURITY");
    }
    return statements;
  }

  /// By which rows are told in a replication: all columns, or none.
  boolean isIdentityOfWholeRows() {
    var identity = target.table().replicaIdentity();
    return identity.equals("full") || identity.equals("nothing");
  }

  /// @param table itself, or a partition
  String identity(QualifiedName table) {
    return "ALTER TABLE %s REPLICA IDENTITY %s"
        .formatted(table.quoted(), target.table().replicaIdentity().toUpperCase(Locale.ROOT));
  }

  private List<String> policy(Policy policy) {
    return RelationSql.statements(
        target.schema(),
        new Policy(
            policy.name().named(name),
            policy.permissive(),
            policy.command(),
            policy.roles(),
            policy.using(),
            policy.check(),
            policy.uses(),
            policy.attributes()));
  }

  private static void comment(SchemaObject object, String what, List<String> statements) {
    var comment = object.attributes().comment();
    if (comment != null) {
      statements.add("COMMENT ON %s IS %s".formatted(what, StringConstant.of(comment)));
    }
  }

  // Foreign keys of the table

  static List<TableConstraint> foreignKeys(TargetTable target) {
    return target.constraints().stream().filter(c -> c.rule() instanceof ForeignKey).toList();
  }

  /// On a table without rows.
  List<String> addForeignKeys() {
    return foreignKeys(target).stream().flatMap(k -> addKey(k, name).stream()).toList();
  }

  /// Each partition's rows are checked while they are written; the partitioned table takes over
  /// what its partitions have.
  List<String> addForeignKeys(List<QualifiedName> partitions) {
    var statements = new ArrayList<String>();
    for (var key : foreignKeys(target)) {
      var own = Identifier.quoted(key.part());
      for (var partition : partitions) {
        statements.add(addKey(key, partition).getFirst() + " NOT VALID");
        statements.add("ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(partition.quoted(), own));
      }
      statements.addAll(addKey(key, name));
    }
    return statements;
  }

  private List<String> addKey(TableConstraint key, QualifiedName table) {
    var statements = new ArrayList<String>();
    var own = Identifier.quoted(key.part());
    statements.add(
        "ALTER TABLE %s ADD CONSTRAINT %s %s".formatted(table.quoted(), own, key.definition()));
    comment(key, "CONSTRAINT %s ON %s".formatted(own, table.quoted()), statements);
    return statements;
  }

  List<String> dropForeignKeys() {
    return foreignKeys(target).reversed().stream()
        .map(k -> alter() + "DROP CONSTRAINT " + Identifier.quoted(k.part()))
        .toList();
  }

  // Names

  /// When the tables exchange their names: its indexes and statistics get those of the first
  /// table's, or theirs back.
  ///
  /// @param table as it is called then
  List<String> rename(QualifiedName table, boolean toOriginal) {
    var statements = new ArrayList<String>();
    others.forEach((original, own) -> {
      var from = toOriginal ? own : original;
      var to = Identifier.quoted(toOriginal ? original : own);
      if (keys().stream().anyMatch(k -> k.part().equals(original))) {
        statements.add(
            "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
                .formatted(table.quoted(), Identifier.quoted(from), to));
      } else {
        var isIndex =
            target.indexes().stream().anyMatch(i -> i.name().simpleName().equals(original));
        statements.add(
            "ALTER %s %s RENAME TO %s"
                .formatted(
                    isIndex ? "INDEX" : "STATISTICS", target.name().renamed(from).quoted(), to));
      }
    });
    return statements;
  }
}
