package dev.deed.engine;

import dev.deed.sql.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The files of the branch that a change is to be merged into.
///
/// @param name as the user typed it: `origin/main`
/// @param added files that the change adds
/// @param changed files that it edits, renames or deletes
/// @param files all files on the base
public record MergeBase(
    String name, Set<SourceFile> added, List<Changed> changed, List<SourceFile> files) {

  /// @param path on the base
  /// @param text on the base
  public record Changed(SourceFile path, String text) {}

  public MergeBase {
    added = Set.copyOf(added);
    changed = List.copyOf(changed);
    files = List.copyOf(files);
  }

  /// Files that the change adds, edits or deletes.
  public Set<SourceFile> touched() {
    var touched = new HashSet<>(added);
    changed.forEach(file -> touched.add(file.path()));
    return touched;
  }
}
