package dev.deed.sql.replay;

import dev.deed.sql.Nearest;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The names of relations, indexes aside, by schema, for "did you mean". Scripts that miss a table
/// often miss thousands: the names of a schema are kept from the first question on.
final class RelationWords {

  private final Map<String, Nearest.Words> ofSchemas = new HashMap<>();

  /// @param relations all that exist now
  Optional<String> nearest(String schema, String name, Map<QualifiedName, ObjectName> relations) {
    return ofSchemas.computeIfAbsent(schema, s -> words(s, relations)).nearest(name);
  }

  private static Nearest.Words words(String schema, Map<QualifiedName, ObjectName> relations) {
    var words = new Nearest.Words();
    for (var relation : relations.values()) {
      if (schema.equals(relation.name().schema()) && isMeant(relation)) {
        words.add(relation.name().name());
      }
    }
    return words;
  }

  /// @param relation what has the name now, null for nothing
  void changed(QualifiedName name, @Nullable ObjectName relation) {
    var words = name.schema() == null ? null : ofSchemas.get(name.schema());
    if (words == null) {
      return;
    }
    if (relation != null && isMeant(relation)) {
      words.add(name.name());
    } else {
      words.remove(name.name());
    }
  }

  private static boolean isMeant(ObjectName relation) {
    return relation.kind() != ObjectKind.INDEX;
  }
}
