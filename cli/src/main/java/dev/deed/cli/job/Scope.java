package dev.deed.cli.job;

import dev.deed.engine.MergeBase;
import dev.deed.engine.Migration;
import dev.deed.sql.SourceFile;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The migrations that a check reports on. The others are still read, because they define the
/// schema.
///
/// @param paths of the migrations' files, null for all
/// @param base what the change is compared with, null without `--base`
/// @param oneChange all of them come to a database together
record Scope(@Nullable NavigableSet<String> paths, @Nullable MergeBase base, boolean oneChange) {

  static final Scope ALL = new Scope(null, null, false);

  static Scope of(Set<SourceFile> files) {
    return new Scope(paths(files), null, false);
  }

  static Scope since(MergeBase base) {
    return new Scope(paths(base.touched()), base, true);
  }

  /// What is to be run together.
  static Scope pending(Set<SourceFile> files) {
    return new Scope(paths(files), null, true);
  }

  boolean has(Migration migration) {
    var down = migration.down();
    return has(migration.file()) || (down != null && has(down.file()));
  }

  private static NavigableSet<String> paths(Set<SourceFile> files) {
    return files.stream().map(SourceFile::path).collect(Collectors.toCollection(TreeSet::new));
  }

  boolean has(SourceFile file) {
    return paths == null || paths.contains(file.path());
  }

  /// Whether the argument is one of the files, or a folder that contains one of them.
  boolean concerns(SourceFile fileOrFolder) {
    if (paths == null || has(fileOrFolder)) {
      return true;
    }
    var folder = fileOrFolder.path() + "/";
    var first = paths.ceiling(folder);
    return first != null && first.startsWith(folder);
  }
}
