package dev.deed.drift;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fact between two schemas. What follows from another difference (the columns of an added table)
/// is not one of its own.
public sealed interface Difference {

  ObjectName object();

  /// Only the second schema has it.
  record Added(SchemaObject added) implements Difference {
    @Override
    public ObjectName object() {
      return added.name();
    }
  }

  /// Only the first schema has it.
  record Missing(SchemaObject missing) implements Difference {
    @Override
    public ObjectName object() {
      return missing.name();
    }
  }

  /// What the first schema has, the second has under another name: certain only where everything
  /// else of it is equal and nothing else of its kind could be meant.
  record Renamed(SchemaObject from, SchemaObject to) implements Difference {
    @Override
    public ObjectName object() {
      return to.name();
    }
  }

  /// Both have it, not alike.
  record Changed(SchemaObject from, SchemaObject to, List<FacetChange> changes)
      implements Difference {
    public Changed {
      changes = List.copyOf(changes);
    }

    @Override
    public ObjectName object() {
      return to.name();
    }
  }

  /// @param facet its words: `type`, `default`, `owner`
  /// @param from null where the first schema says nothing of it
  /// @param to likewise the second
  record FacetChange(String facet, @Nullable String from, @Nullable String to) {}
}
