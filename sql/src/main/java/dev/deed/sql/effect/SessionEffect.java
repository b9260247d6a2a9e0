package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Settings, roles and transactions: they change how later statements run.
public sealed interface SessionEffect extends Effect {

  @Override
  default List<ObjectAccess> touches() {
    return List.of();
  }

  /// `SET [SESSION | LOCAL]`, `RESET` and `DISCARD ALL`, `set_config` with constants.
  ///
  /// @param parameter lower case: `search_path`, `role`, `session authorization`, `all`
  /// @param values decoded; null for `TO DEFAULT` and `RESET`
  record SetsParameter(String parameter, @Nullable List<String> values, boolean local, Span span)
      implements SessionEffect {
    public SetsParameter {
      values = values == null ? null : List.copyOf(values);
    }
  }

  /// `SET` in `ALTER ROLE`, `ALTER DATABASE` and `ALTER SYSTEM`: a value for later sessions.
  ///
  /// @param parameter lower case
  /// @param values decoded; null for `TO DEFAULT` and `RESET`
  record PresetsParameter(String parameter, @Nullable List<String> values, Span span)
      implements SessionEffect {
    public PresetsParameter {
      values = values == null ? null : List.copyOf(values);
    }
  }

  /// `SET CONSTRAINTS`
  ///
  /// @param constraints empty for `ALL`
  record SetsConstraints(List<QualifiedName> constraints, boolean deferred, Span span)
      implements SessionEffect {
    public SetsConstraints {
      constraints = List.copyOf(constraints);
    }
  }

  /// From here to the next `LeavesSchema`, names are created and looked up in `schema` before the
  /// search path: the elements of a `CREATE SCHEMA` statement.
  record EntersSchema(String schema, Span span) implements SessionEffect {}

  record LeavesSchema(Span span) implements SessionEffect {}

  /// @param savepoint the savepoint that the command names, null if it names none
  record ControlsTransaction(Transaction transaction, @Nullable String savepoint, Span span)
      implements SessionEffect {}

  /// `DISCARD TEMP`, and as part of it `DISCARD ALL`
  record DiscardsTemporary(Span span) implements SessionEffect {}

  enum Transaction {
    BEGIN,
    COMMIT,
    ROLLBACK,
    SAVEPOINT,
    RELEASE,
    ROLLBACK_TO,
    PREPARE,
    COMMIT_PREPARED,
    ROLLBACK_PREPARED,
    CHARACTERISTICS
  }
}
