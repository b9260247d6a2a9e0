package dev.deed.cli;

import dev.deed.engine.Base;
import dev.deed.sql.SourceFile;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which migrations a check is about. All are read all the same: the others tell what is there.
///
/// @param files null for all
/// @param base what the change is held against, null without one
record Scope(@Nullable Set<SourceFile> files, @Nullable Base base) {

  static final Scope ALL = new Scope(null, null);

  static Scope of(Set<SourceFile> files) {
    return new Scope(Set.copyOf(files), null);
  }

  static Scope since(Base base) {
    return new Scope(base.touched(), base);
  }

  boolean has(SourceFile file) {
    return files == null || files.contains(file);
  }
}
