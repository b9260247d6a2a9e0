package dev.deed.drift;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What the database of a side remembers of the names that its objects had. It is asked once for
/// some names.
public final class NameMemory {

  /// Of a side without a database, or one that was never noted.
  public static final NameMemory NONE = new NameMemory(_ -> List.of());

  /// What has rows or values, which a rename keeps and a new object does not.
  private static final Set<ObjectKind> WITH_ROWS =
      EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.COLUMN);

  private final Function<Set<String>, List<KnownName>> reading;
  private final Map<Set<String>, List<KnownName>> asked = new HashMap<>();

  /// @param reading returns what is known of objects that once had one of these simple names
  public NameMemory(Function<Set<String>, List<KnownName>> reading) {
    this.reading = reading;
  }

  synchronized List<KnownName> of(Set<String> names) {
    for (var entry : asked.entrySet()) {
      if (entry.getKey().containsAll(names)) {
        return entry.getValue();
      }
    }
    var known = List.copyOf(reading.apply(names));
    asked.put(Set.copyOf(names), known);
    return known;
  }

  /// The evidence that both are the same object under two names.
  static Optional<KnownName> same(List<KnownName> known, ObjectName was, ObjectName now) {
    return known.stream().filter(k -> k.wasCalled(was) && k.isCalled(now)).findFirst();
  }

  /// Whether it is known that these are two objects, with rows or values of their own.
  static boolean isAnother(List<KnownName> known, ObjectName was, ObjectName now) {
    return WITH_ROWS.contains(was.kind())
        && known.stream().anyMatch(k -> k.wasCalled(was))
        && same(known, was, now).isEmpty();
  }
}
