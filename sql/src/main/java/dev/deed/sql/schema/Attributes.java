package dev.deed.sql.schema;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The properties that any object can have besides its definition.
///
/// @param owner null if no statement set one
/// @param labels security labels by provider
public record Attributes(
    @Nullable String owner,
    @Nullable String comment,
    Privileges privileges,
    SortedMap<String, String> labels) {

  public static final Attributes NONE =
      new Attributes(null, null, Privileges.DEFAULT, new TreeMap<>());

  public Attributes {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  public Attributes withOwner(@Nullable String newOwner) {
    return new Attributes(newOwner, comment, privileges, labels);
  }

  public Attributes withComment(@Nullable String newComment) {
    return new Attributes(owner, newComment, privileges, labels);
  }

  public Attributes withPrivileges(Privileges newPrivileges) {
    return new Attributes(owner, comment, newPrivileges, labels);
  }

  public Attributes withLabel(String provider, @Nullable String label) {
    Map<String, String> changed = new TreeMap<>(labels);
    if (label == null) {
      changed.remove(provider);
    } else {
      changed.put(provider, label);
    }
    return new Attributes(owner, comment, privileges, new TreeMap<>(changed));
  }
}
