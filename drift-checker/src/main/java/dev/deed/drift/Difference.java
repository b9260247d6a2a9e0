package dev.deed.drift;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.FacetName;
import dev.deed.sql.schema.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fact that differs between two schemas. What follows from another difference (the columns of an
/// added table) is not a difference of its own.
public sealed interface Difference {

  ObjectName object();

  /// The same fact from the other side.
  Difference reversed();

  /// Only the second schema has the object.
  record Added(SchemaObject added) implements Difference {
    @Override
    public ObjectName object() {
      return added.name();
    }

    @Override
    public Difference reversed() {
      return new Missing(added);
    }
  }

  /// Only the first schema has the object.
  record Missing(SchemaObject missing) implements Difference {
    @Override
    public ObjectName object() {
      return missing.name();
    }

    @Override
    public Difference reversed() {
      return new Added(missing);
    }
  }

  /// The object has another name in the second schema. Everything else is equal, and no other
  /// object of its kind could be meant, or a database remembers that it is the same one.
  ///
  /// @param evidence how the database knows it; null where all else is the only evidence
  record Renamed(SchemaObject from, SchemaObject to, @Nullable String evidence)
      implements Difference {
    public Renamed(SchemaObject from, SchemaObject to) {
      this(from, to, null);
    }

    @Override
    public ObjectName object() {
      return to.name();
    }

    @Override
    public Difference reversed() {
      return new Renamed(to, from, evidence);
    }
  }

  /// Both schemas have the object, with different facets.
  record Changed(SchemaObject from, SchemaObject to, List<FacetChange> changes)
      implements Difference {
    public Changed {
      changes = List.copyOf(changes);
    }

    @Override
    public ObjectName object() {
      return to.name();
    }

    @Override
    public Difference reversed() {
      return new Changed(to, from, changes.stream().map(FacetChange::reversed).toList());
    }
  }

  /// @param from null if the facet is not set in the first schema
  /// @param to likewise in the second schema
  record FacetChange(FacetName facet, @Nullable String from, @Nullable String to) {
    FacetChange reversed() {
      return new FacetChange(facet, to, from);
    }
  }
}
