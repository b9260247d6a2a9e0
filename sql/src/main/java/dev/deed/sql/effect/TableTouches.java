package dev.deed.sql.effect;

import static dev.deed.sql.effect.Access.DEFINES;
import static dev.deed.sql.effect.Access.READS;
import static dev.deed.sql.effect.Access.REFERENCES;
import static dev.deed.sql.effect.LockMode.ACCESS_EXCLUSIVE;
import static dev.deed.sql.effect.LockMode.ACCESS_SHARE;
import static dev.deed.sql.effect.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.deed.sql.effect.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The tables that `CREATE TABLE` and `ALTER TABLE` touch, with access and lock.
final class TableTouches {

  private static final Set<String> OPTIONS_UNDER_ACCESS_EXCLUSIVE =
      Set.of(
          "user_catalog_table",
          "security_barrier",
          "security_invoker",
          "check_option",
          "fastupdate",
          "gin_pending_list_limit",
          "pages_per_range",
          "autosummarize",
          "buffering");

  private TableTouches() {}

  static List<ObjectAccess> of(CreatesTable creates) {
    var touches = new ArrayList<ObjectAccess>();
    var object = ObjectName.of(creates.kind(), creates.table());
    touches.add(ObjectAccess.of(object, DEFINES, ACCESS_EXCLUSIVE, creates.span()));
    var definition = creates.definition();
    definition
        .inherits()
        .forEach(p ->
            touches.add(
                ObjectAccess.of(
                    ObjectName.table(p.name()), DEFINES, SHARE_UPDATE_EXCLUSIVE, p.span())));
    var partition = definition.partitionOf();
    if (partition != null) {
      touches.add(
          ObjectAccess.of(
              ObjectName.table(partition.parent()), DEFINES, ACCESS_EXCLUSIVE, partition.span()));
    }
    definition
        .likes()
        .forEach(l ->
            touches.add(
                ObjectAccess.of(
                    ObjectName.of(ObjectKind.RELATION, l.source()),
                    READS,
                    ACCESS_SHARE,
                    l.span())));
    definition.constraints().forEach(c -> addParent(touches, c));
    addServerAndType(touches, creates);
    return touches;
  }

  private static void addServerAndType(List<ObjectAccess> touches, CreatesTable creates) {
    var server = creates.definition().server();
    if (server != null) {
      var object = ObjectName.of(ObjectKind.SERVER, server.name());
      touches.add(ObjectAccess.of(object, READS, null, creates.span()));
    }
    var type = creates.definition().ofType();
    if (type != null) {
      var object = ObjectName.of(ObjectKind.TYPE, type);
      touches.add(ObjectAccess.of(object, READS, ACCESS_SHARE, creates.span()));
    }
  }

  /// A foreign key locks the referenced table.
  static void addParent(List<ObjectAccess> touches, Constraint constraint) {
    if (constraint.rule() instanceof Constraint.ForeignKey key) {
      touches.add(
          ObjectAccess.of(
              ObjectName.table(key.parent()), REFERENCES, SHARE_ROW_EXCLUSIVE, key.parentSpan()));
    }
  }

  /// `USING INDEX` makes an index part of the constraint and renames it.
  static void addUsedIndex(List<ObjectAccess> touches, AlterTarget target, Constraint constraint) {
    var index =
        switch (constraint.rule()) {
          case Constraint.Unique unique -> unique.usingIndex();
          case Constraint.PrimaryKey key -> key.usingIndex();
          case Constraint.Check check -> null;
          case Constraint.NotNull notNull -> null;
          case Constraint.ForeignKey key -> null;
          case Constraint.Exclude exclude -> null;
        };
    if (index != null) {
      touches.add(index(target, index, constraint.span()));
    }
  }

  static List<ObjectAccess> of(AltersTable alters) {
    var table = alters.target().touch(DEFINES, alters.lock());
    return alters.change() == TableChange.CLUSTER_ON
        ? List.of(table, index(alters.target(), alters.value(), alters.span()))
        : List.of(table);
  }

  private static ObjectAccess index(AlterTarget target, String name, Span span) {
    var index = QualifiedName.of(target.name().schema(), name);
    return ObjectAccess.of(
        ObjectName.of(ObjectKind.INDEX, index), DEFINES, SHARE_UPDATE_EXCLUSIVE, span);
  }

  /// @param options the names of those that are set or reset
  static LockMode lockOf(AlterTarget target, TableChange change, Set<String> options) {
    return switch (change) {
      case SET_OPTIONS, RESET_OPTIONS -> optionsLock(target, options);
      case CLUSTER_ON, WITHOUT_CLUSTER -> SHARE_UPDATE_EXCLUSIVE;
      case ENABLE_TRIGGER, DISABLE_TRIGGER -> SHARE_ROW_EXCLUSIVE;
      case SET_LOGGED,
          SET_UNLOGGED,
          SET_TABLESPACE,
          SET_ACCESS_METHOD,
          REPLICA_IDENTITY,
          ENABLE_ROW_SECURITY,
          DISABLE_ROW_SECURITY,
          FORCE_ROW_SECURITY,
          NO_FORCE_ROW_SECURITY,
          WITHOUT_OIDS,
          OF_TYPE,
          NOT_OF,
          ENABLE_RULE,
          DISABLE_RULE,
          FOREIGN_OPTIONS ->
          ACCESS_EXCLUSIVE;
    };
  }

  /// Options of views, and storage parameters that affect plans and index scans.
  private static LockMode optionsLock(AlterTarget target, Set<String> options) {
    var strong =
        target.object().kind() == ObjectKind.VIEW
            || options.stream().anyMatch(OPTIONS_UNDER_ACCESS_EXCLUSIVE::contains);
    return strong ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE;
  }
}
