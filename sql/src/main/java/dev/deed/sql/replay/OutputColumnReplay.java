package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AltersColumn;
import dev.deed.sql.effect.TableEffect.SetsDefault;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.ColumnStorage;
import dev.deed.sql.schema.RelationPart.OutputColumn;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `ALTER COLUMN` of views, materialized views and indexes (which name a column by its number).
final class OutputColumnReplay {

  private final ReplaySession surrounding;
  private final SchemaState state;

  OutputColumnReplay(ReplaySession surrounding) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
  }

  void apply(TableEffect effect) {
    switch (effect) {
      case SetsDefault sets -> {
        var column = column(sets, sets.column());
        if (column != null) {
          put(column.with(surrounding.expressions().optional(sets.value())));
        }
      }
      case AltersColumn alters -> {
        var column = column(alters, alters.column());
        if (column != null) {
          put(column.with(storage(column.storage(), alters)));
        }
      }
      default -> {}
    }
  }

  /// A column that is as it was made has nothing to be remembered.
  private void put(OutputColumn column) {
    if (column.facets().isEmpty()) {
      state.remove(column.name());
    } else {
      state.put(column);
    }
  }

  private @Nullable OutputColumn column(TableEffect effect, String column) {
    var relation = state.relation(surrounding.names().relation(effect.table()));
    var known = relation == null ? null : state.get(relation);
    if (relation == null || !(known instanceof View || known instanceof Index)) {
      return null;
    }
    var name = ObjectName.column(relation.name(), column);
    return state.get(name) instanceof OutputColumn output ? output : OutputColumn.plain(name);
  }

  private static ColumnStorage storage(ColumnStorage storage, AltersColumn alters) {
    var options = new TreeMap<>(storage.options());
    var value = alters.value().toLowerCase(Locale.ROOT);
    switch (alters.change()) {
      case SET_OPTIONS -> options.putAll(alters.options());
      case RESET_OPTIONS -> options.keySet().removeAll(alters.options().keySet());
      default -> {}
    }
    return new ColumnStorage(
        storage.collation(),
        switch (alters.change()) {
          case SET_STORAGE -> value.equals("default") ? null : value;
          default -> storage.storage();
        },
        switch (alters.change()) {
          case SET_COMPRESSION -> value.equals("default") ? null : value;
          default -> storage.compression();
        },
        switch (alters.change()) {
          case SET_STATISTICS ->
              value.replace(" ", "").equals("-1") || value.equals("default") ? null : value;
          default -> storage.statistics();
        },
        options,
        storage.foreignOptions());
  }
}
