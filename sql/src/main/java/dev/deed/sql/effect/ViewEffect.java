package dev.deed.sql.effect;

import static dev.deed.sql.effect.LockMode.ACCESS_EXCLUSIVE;
import static dev.deed.sql.effect.LockMode.EXCLUSIVE;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.expression.Query;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Defines and refreshes views. The relations that they read are separate `RowsEffect.ReadsRows`.
public sealed interface ViewEffect extends Effect {

  /// @param kind `VIEW` or `MATERIALIZED_VIEW`
  /// @param checkOption `local`, `cascaded` or null
  /// @param withData false for `WITH NO DATA`; true for plain views
  record CreatesView(
      ObjectKind kind,
      QualifiedName view,
      List<String> columns,
      Query query,
      Map<String, String> options,
      @Nullable String checkOption,
      @Nullable String accessMethod,
      @Nullable String tablespace,
      boolean temporary,
      boolean orReplace,
      boolean ifNotExists,
      boolean withData,
      Span span)
      implements ViewEffect {
    public CreatesView {
      columns = List.copyOf(columns);
      options = Map.copyOf(options);
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          ObjectAccess.of(ObjectName.of(kind, view), Access.DEFINES, ACCESS_EXCLUSIVE, span));
    }
  }

  record RefreshesView(QualifiedName view, boolean concurrently, boolean withData, Span span)
      implements ViewEffect {
    @Override
    public List<ObjectAccess> touches() {
      var object = ObjectName.of(ObjectKind.MATERIALIZED_VIEW, view);
      var lock = concurrently ? EXCLUSIVE : ACCESS_EXCLUSIVE;
      return List.of(ObjectAccess.of(object, Access.WRITES, lock, span));
    }
  }
}
