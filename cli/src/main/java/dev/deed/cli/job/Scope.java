package dev.deed.cli.job;

import dev.deed.engine.MergeBase;
import dev.deed.sql.SourceFile;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which migrations a check is about. All are read all the same: the others tell what is there.
///
/// @param paths of its files, null for all
/// @param base what the change is held against, null without one
record Scope(@Nullable NavigableSet<String> paths, @Nullable MergeBase base) {

  static final Scope ALL = new Scope(null, null);

  static Scope of(Set<SourceFile> files) {
    return new Scope(paths(files), null);
  }

  static Scope since(MergeBase base) {
    return new Scope(paths(base.touched()), base);
  }

  private static NavigableSet<String> paths(Set<SourceFile> files) {
    return files.stream().map(SourceFile::path).collect(Collectors.toCollection(TreeSet::new));
  }

  boolean has(SourceFile file) {
    return paths == null || paths.contains(file.path());
  }

  /// Whether it is one of the files, or a folder that one of them is in.
  boolean concerns(SourceFile fileOrFolder) {
    if (paths == null || has(fileOrFolder)) {
      return true;
    }
    var folder = fileOrFolder.path() + "/";
    var first = paths.ceiling(folder);
    return first != null && first.startsWith(folder);
  }
}
