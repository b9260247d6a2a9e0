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
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Defines and changes tables. Each subcommand of `ALTER TABLE` is one effect, in order.
public sealed interface TableEffect extends Effect {

  /// The table, or the relation used like one, that is defined or changed.
  QualifiedName table();

  /// @param kind `TABLE` or `FOREIGN_TABLE`
  record CreatesTable(
      ObjectKind kind,
      QualifiedName table,
      TableDefinition definition,
      boolean ifNotExists,
      Span span)
      implements TableEffect {
    @Override
    public List<ObjectAccess> touches() {
      return TableTouches.of(this);
    }
  }

  /// The change of an existing table by one subcommand.
  sealed interface Altering extends TableEffect {
    AlterTarget target();

    @Override
    default QualifiedName table() {
      return target().name();
    }

    /// The lock on the table itself.
    default LockMode lock() {
      return ACCESS_EXCLUSIVE;
    }

    @Override
    default List<ObjectAccess> touches() {
      return List.of(target().touch(DEFINES, lock()));
    }
  }

  record AddsColumn(AlterTarget target, Column column, boolean ifNotExists, Span span)
      implements Altering {}

  record DropsColumn(
      AlterTarget target, String column, boolean ifExists, boolean cascade, Span span)
      implements Altering {}

  record AltersColumnType(
      AlterTarget target,
      String column,
      TypeName type,
      @Nullable QualifiedName collation,
      @Nullable ExpressionText using,
      Span span)
      implements Altering {}

  /// @param value null for `DROP DEFAULT`
  record SetsDefault(AlterTarget target, String column, @Nullable ExpressionText value, Span span)
      implements Altering {}

  record SetsNotNull(AlterTarget target, String column, Span span) implements Altering {}

  record DropsNotNull(AlterTarget target, String column, Span span) implements Altering {}

  /// Any other `ALTER COLUMN`.
  ///
  /// @param value canonical text after the subcommand's words: `1000`, `external`, `generated
  ///   always as identity (...)`
  /// @param options what `SET (n_distinct = -1)` and `RESET` name
  record AltersColumn(
      AlterTarget target,
      String column,
      ColumnChange change,
      String value,
      Map<String, String> options,
      Span span)
      implements Altering {
    public AltersColumn {
      options = Map.copyOf(options);
    }

    @Override
    public LockMode lock() {
      return change == ColumnChange.SET_STATISTICS
              || change == ColumnChange.SET_OPTIONS
              || change == ColumnChange.RESET_OPTIONS
          ? SHARE_UPDATE_EXCLUSIVE
          : ACCESS_EXCLUSIVE;
    }
  }

  enum ColumnChange {
    SET_STATISTICS,
    SET_STORAGE,
    SET_COMPRESSION,
    SET_OPTIONS,
    RESET_OPTIONS,
    ADD_IDENTITY,
    SET_IDENTITY,
    DROP_IDENTITY,
    SET_EXPRESSION,
    DROP_EXPRESSION,
    FOREIGN_OPTIONS
  }

  record AddsConstraint(AlterTarget target, Constraint constraint, Span span) implements Altering {
    @Override
    public LockMode lock() {
      return constraint.rule() instanceof Constraint.ForeignKey && !constraint.inline()
          ? SHARE_ROW_EXCLUSIVE
          : ACCESS_EXCLUSIVE;
    }

    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<ObjectAccess>(2);
      touches.add(target.touch(DEFINES, lock()));
      TableTouches.addParent(touches, constraint);
      TableTouches.addUsedIndex(touches, target, constraint);
      return touches;
    }
  }

  record DropsConstraint(
      AlterTarget target, String constraint, boolean ifExists, boolean cascade, Span span)
      implements Altering {}

  record ValidatesConstraint(AlterTarget target, String constraint, Span span) implements Altering {
    @Override
    public LockMode lock() {
      return SHARE_UPDATE_EXCLUSIVE;
    }
  }

  /// `ALTER CONSTRAINT`
  record AltersConstraint(AlterTarget target, String constraint, ConstraintChange change, Span span)
      implements Altering {}

  /// What is null, the statement does not mention and leaves as it is.
  record ConstraintChange(
      @Nullable Deferrability deferrability,
      @Nullable Boolean enforced,
      @Nullable Boolean noInherit) {}

  /// @param bound as in `TableDefinition.PartitionOf`
  record AttachesPartition(
      AlterTarget target, QualifiedName partition, String bound, Span partitionSpan, Span span)
      implements Altering {
    @Override
    public LockMode lock() {
      return SHARE_UPDATE_EXCLUSIVE;
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          target.touch(DEFINES, lock()),
          ObjectAccess.of(ObjectName.table(partition), DEFINES, ACCESS_EXCLUSIVE, partitionSpan));
    }
  }

  record DetachesPartition(
      AlterTarget target,
      QualifiedName partition,
      boolean concurrently,
      boolean finalizes,
      Span partitionSpan,
      Span span)
      implements Altering {
    @Override
    public LockMode lock() {
      return concurrently || finalizes ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          target.touch(DEFINES, lock()),
          ObjectAccess.of(ObjectName.table(partition), DEFINES, ACCESS_EXCLUSIVE, partitionSpan));
    }
  }

  /// `MERGE PARTITIONS` and `SPLIT PARTITION` (PostgreSQL 19).
  record RearrangesPartitions(
      AlterTarget target, List<QualifiedName> from, List<QualifiedName> into, Span span)
      implements Altering {
    public RearrangesPartitions {
      from = List.copyOf(from);
      into = List.copyOf(into);
    }

    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<ObjectAccess>();
      touches.add(target.touch(DEFINES, ACCESS_EXCLUSIVE));
      from.forEach(
          p -> touches.add(ObjectAccess.of(ObjectName.table(p), DEFINES, ACCESS_EXCLUSIVE, span)));
      into.forEach(
          p -> touches.add(ObjectAccess.of(ObjectName.table(p), DEFINES, ACCESS_EXCLUSIVE, span)));
      return touches;
    }
  }

  record AddsParent(AlterTarget target, QualifiedName parent, Span parentSpan, Span span)
      implements Altering {
    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          target.touch(DEFINES, lock()),
          ObjectAccess.of(ObjectName.table(parent), DEFINES, SHARE_UPDATE_EXCLUSIVE, parentSpan));
    }
  }

  record DropsParent(AlterTarget target, QualifiedName parent, Span parentSpan, Span span)
      implements Altering {
    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          target.touch(DEFINES, lock()),
          ObjectAccess.of(ObjectName.table(parent), REFERENCES, ACCESS_SHARE, parentSpan));
    }
  }

  /// Any other subcommand of `ALTER TABLE`, `ALTER VIEW`, `ALTER INDEX` and the like.
  ///
  /// @param value canonical text after the subcommand's words: a trigger's name, a tablespace
  /// @param options what `SET (fillfactor = 70)` and `RESET` name
  record AltersTable(
      AlterTarget target, TableChange change, String value, Map<String, String> options, Span span)
      implements Altering {
    public AltersTable {
      options = Map.copyOf(options);
    }

    @Override
    public LockMode lock() {
      return TableTouches.lockOf(target, change, options.keySet());
    }

    @Override
    public List<ObjectAccess> touches() {
      return TableTouches.of(this);
    }
  }

  enum TableChange {
    SET_LOGGED,
    SET_UNLOGGED,
    SET_TABLESPACE,
    SET_ACCESS_METHOD,
    SET_OPTIONS,
    RESET_OPTIONS,
    REPLICA_IDENTITY,
    ENABLE_ROW_SECURITY,
    DISABLE_ROW_SECURITY,
    FORCE_ROW_SECURITY,
    NO_FORCE_ROW_SECURITY,
    CLUSTER_ON,
    WITHOUT_CLUSTER,
    WITHOUT_OIDS,
    OF_TYPE,
    NOT_OF,
    ENABLE_TRIGGER,
    DISABLE_TRIGGER,
    ENABLE_RULE,
    DISABLE_RULE,
    FOREIGN_OPTIONS
  }

  /// `ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b`
  record MovesTablespace(ObjectKind kind, QualifiedName table, String newTablespace, Span span)
      implements TableEffect {
    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          ObjectAccess.of(ObjectName.of(ObjectKind.TABLESPACE, table), READS, null, span));
    }
  }
}
