package dev.deed.engine;

import dev.deed.sql.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a change is held against: the files of the branch that it is to be merged into.
///
/// @param name as the person called it: `origin/main`
/// @param added files that the change brings
/// @param changed files that it edits, renames or deletes
/// @param files all that are on the base now
public record MergeBase(
    String name, Set<SourceFile> added, List<Changed> changed, List<SourceFile> files) {

  /// @param path where it was
  /// @param text as it was
  public record Changed(SourceFile path, String text) {}

  public MergeBase {
    added = Set.copyOf(added);
    changed = List.copyOf(changed);
    files = List.copyOf(files);
  }

  /// Files that the change adds or edits, those that it takes away among them.
  public Set<SourceFile> touched() {
    var touched = new HashSet<>(added);
    changed.forEach(file -> touched.add(file.path()));
    return touched;
  }
}
