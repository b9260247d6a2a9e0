package dev.deed.sql.effect;

import static dev.deed.sql.effect.Access.DEFINES;
import static dev.deed.sql.effect.LockMode.ACCESS_EXCLUSIVE;
import static dev.deed.sql.effect.LockMode.SHARE;
import static dev.deed.sql.effect.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.expression.ExpressionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Defines indexes. `ObjectEffect`s drop, rename and move them, a `MaintenanceEffect` rebuilds
/// them.
public sealed interface IndexEffect extends Effect {

  /// @param name null if PostgreSQL chooses one; an index is in its table's schema
  record CreatesIndex(
      @Nullable String name,
      QualifiedName table,
      Span tableSpan,
      boolean only,
      boolean unique,
      boolean concurrently,
      boolean ifNotExists,
      String method,
      List<IndexElement> elements,
      List<String> include,
      boolean nullsNotDistinct,
      Map<String, String> options,
      @Nullable String tablespace,
      @Nullable ExpressionText where,
      Span span)
      implements IndexEffect {

    public CreatesIndex {
      elements = List.copyOf(elements);
      include = List.copyOf(include);
      options = Map.copyOf(options);
    }

    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<ObjectAccess>(2);
      if (name != null) {
        var index = ObjectName.of(ObjectKind.INDEX, QualifiedName.of(table.schema(), name));
        touches.add(ObjectAccess.of(index, DEFINES, ACCESS_EXCLUSIVE, span));
      }
      // The relation may also be a materialized view.
      var lock = concurrently ? SHARE_UPDATE_EXCLUSIVE : SHARE;
      touches.add(ObjectAccess.of(ObjectName.table(table), DEFINES, lock, tableSpan));
      return touches;
    }
  }

  /// `ALTER INDEX parent ATTACH PARTITION child`
  record AttachesIndex(QualifiedName parent, QualifiedName child, Span childSpan, Span span)
      implements IndexEffect {
    @Override
    public List<ObjectAccess> touches() {
      return List.of(
          ObjectAccess.of(
              ObjectName.of(ObjectKind.INDEX, parent), DEFINES, SHARE_UPDATE_EXCLUSIVE, span),
          ObjectAccess.of(
              ObjectName.of(ObjectKind.INDEX, child), DEFINES, ACCESS_EXCLUSIVE, childSpan));
    }
  }
}
