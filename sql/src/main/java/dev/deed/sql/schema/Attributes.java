package dev.deed.sql.schema;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The properties that any object can have besides its definition.
///
/// @param owner null if no statement set one
/// @param labels security labels by provider
/// @param extensions the extensions with which it is dropped: `DEPENDS ON EXTENSION`
public record Attributes(
    @Nullable String owner,
    @Nullable String comment,
    Privileges privileges,
    SortedMap<String, String> labels,
    SortedSet<String> extensions) {

  public static final Attributes NONE =
      new Attributes(
          null,
          null,
          Privileges.DEFAULT,
          Collections.emptySortedMap(),
          Collections.emptySortedSet());

  /// Nearly every object has no label and no extension: it shares the empty ones.
  public Attributes {
    labels =
        labels.isEmpty()
            ? Collections.emptySortedMap()
            : Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    extensions =
        extensions.isEmpty()
            ? Collections.emptySortedSet()
            : Collections.unmodifiableSortedSet(new TreeSet<>(extensions));
  }

  public Attributes withOwner(@Nullable String newOwner) {
    return new Attributes(newOwner, comment, privileges, labels, extensions);
  }

  public Attributes withComment(@Nullable String newComment) {
    return new Attributes(owner, newComment, privileges, labels, extensions);
  }

  public Attributes withPrivileges(Privileges newPrivileges) {
    return new Attributes(owner, comment, newPrivileges, labels, extensions);
  }

  public Attributes withLabel(String provider, @Nullable String label) {
    var changed = new TreeMap<>(labels);
    if (label == null) {
      changed.remove(provider);
    } else {
      changed.put(provider, label);
    }
    return new Attributes(owner, comment, privileges, changed, extensions);
  }

  /// @param depends false for `NO DEPENDS ON EXTENSION`
  public Attributes withExtension(String extension, boolean depends) {
    var changed = new TreeSet<>(extensions);
    if (depends) {
      changed.add(extension);
    } else {
      changed.remove(extension);
    }
    return new Attributes(owner, comment, privileges, labels, changed);
  }
}
