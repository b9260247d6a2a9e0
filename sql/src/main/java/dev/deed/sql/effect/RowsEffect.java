package dev.deed.sql.effect;

import static dev.deed.sql.effect.LockMode.ACCESS_EXCLUSIVE;
import static dev.deed.sql.effect.LockMode.ROW_EXCLUSIVE;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.ExpressionText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads, writes and locks rows and whole tables.
public sealed interface RowsEffect extends Effect {

  QualifiedName relation();

  /// @param only without its children
  /// @param lock `ACCESS_SHARE`; `ROW_SHARE` with `FOR UPDATE` and the like
  record ReadsRows(QualifiedName relation, boolean only, LockMode lock, Span span)
      implements RowsEffect {
    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          ObjectAccess.of(ObjectName.of(ObjectKind.RELATION, relation), Access.READS, lock, span));
    }
  }

  /// @param only without its children; false for `INSERT` and `COPY`
  /// @param filtered has a `WHERE` (or `ON`, for `MERGE`); true for `INSERT` and `COPY`
  /// @param columns assigned or inserted columns, if written
  /// @param where the condition of `UPDATE` and `DELETE`, null if they have none or name a cursor
  /// @param values the assignments of `UPDATE` that are one expression per column; of the others
  ///   only those of `DEFAULT`
  /// @param changed the columns that `ON CONFLICT DO UPDATE` assigns, empty without it
  record WritesRows(
      QualifiedName relation,
      boolean only,
      Writing writing,
      boolean filtered,
      List<String> columns,
      @Nullable ExpressionText where,
      List<Assignment> values,
      List<String> changed,
      Span span)
      implements RowsEffect {
    public WritesRows {
      columns = List.copyOf(columns);
      values = List.copyOf(values);
      changed = List.copyOf(changed);
    }

    public WritesRows(
        QualifiedName relation,
        boolean only,
        Writing writing,
        boolean filtered,
        List<String> columns,
        @Nullable ExpressionText where,
        List<Assignment> values,
        Span span) {
      this(relation, only, writing, filtered, columns, where, values, List.of(), span);
    }

    /// @param changed assigned where a row is there already
    public WritesRows changing(List<String> changed) {
      return new WritesRows(
          relation, only, writing, filtered, columns, where, values, changed, span);
    }

    @Override
    public List<ObjectAccess> touches() {
      var object = ObjectName.of(ObjectKind.RELATION, relation);
      return List.of(ObjectAccess.of(object, Access.WRITES, ROW_EXCLUSIVE, span));
    }
  }

  /// `column = value`
  record Assignment(String column, Expression value) {}

  enum Writing {
    INSERT,
    UPDATE,
    DELETE,
    MERGE,
    COPY
  }

  record TruncatesTable(
      QualifiedName relation, boolean only, boolean cascade, boolean restartIdentity, Span span)
      implements RowsEffect {
    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          ObjectAccess.of(ObjectName.table(relation), Access.WRITES, ACCESS_EXCLUSIVE, span));
    }
  }

  /// `LOCK TABLE`
  record LocksTable(QualifiedName relation, LockMode lock, boolean only, boolean nowait, Span span)
      implements RowsEffect {
    @Override
    public List<ObjectAccess> touches() {
      var object = ObjectName.of(ObjectKind.RELATION, relation);
      return List.of(ObjectAccess.of(object, Access.READS, lock, span));
    }
  }

  /// `nextval('s')`, `'t'::regclass`, `t%ROWTYPE`: a name in a literal or a type. Takes no lasting
  /// lock, except on a sequence that is advanced.
  record NamesRelation(QualifiedName relation, Access access, Span span) implements RowsEffect {
    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          ObjectAccess.of(ObjectName.of(ObjectKind.RELATION, relation), access, null, span));
    }
  }
}
