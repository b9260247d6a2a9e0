package dev.deed.sql.effect;

import static dev.deed.sql.effect.Access.DEFINES;
import static dev.deed.sql.effect.Access.READS;
import static dev.deed.sql.effect.Access.REFERENCES;
import static dev.deed.sql.effect.LockMode.ACCESS_EXCLUSIVE;
import static dev.deed.sql.effect.LockMode.ACCESS_SHARE;
import static dev.deed.sql.effect.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.deed.sql.effect.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import java.util.ArrayList;
import java.util.List;

/// Which tables `CREATE TABLE` and `ALTER TABLE` reach, and how strongly.
final class TableTouches {

  private TableTouches() {}

  static List<Touch> of(CreatesTable creates) {
    var touches = new ArrayList<Touch>();
    var object = ObjectName.of(creates.kind(), creates.table());
    touches.add(Touch.of(object, DEFINES, ACCESS_EXCLUSIVE, creates.span()));
    var definition = creates.definition();
    definition
        .inherits()
        .forEach(
            p ->
                touches.add(
                    Touch.of(ObjectName.table(p.name()), DEFINES, SHARE_UPDATE_EXCLUSIVE, p.span())));
    var partition = definition.partitionOf();
    if (partition != null) {
      touches.add(
          Touch.of(
              ObjectName.table(partition.parent()), DEFINES, ACCESS_EXCLUSIVE, partition.span()));
    }
    definition
        .likes()
        .forEach(
            l ->
                touches.add(
                    Touch.of(
                        ObjectName.of(ObjectKind.RELATION, l.source()),
                        READS,
                        ACCESS_SHARE,
                        l.span())));
    definition.constraints().forEach(c -> addParent(touches, c));
    return touches;
  }

  /// A foreign key locks the table it points at.
  static void addParent(List<Touch> touches, Constraint constraint) {
    if (constraint.rule() instanceof Constraint.ForeignKey key) {
      touches.add(
          Touch.of(
              ObjectName.table(key.parent()), REFERENCES, SHARE_ROW_EXCLUSIVE, key.parentSpan()));
    }
  }

  static LockMode lockOf(Target target, TableChange change) {
    return switch (change) {
      case SET_OPTIONS, RESET_OPTIONS ->
          target.object().kind() == ObjectKind.VIEW ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE;
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
}
