package dev.deed.cli.job;

import dev.deed.engine.MergeBase;
import dev.deed.engine.Migration;
import dev.deed.engine.Version;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
/// @param applied the versions that a database has already, by database; empty where none is asked
/// @param live what databases have, by database; empty where none is asked
record Scope(
    @Nullable NavigableSet<String> paths,
    @Nullable MergeBase base,
    boolean oneChange,
    Map<DatabaseName, Set<Version>> applied,
    Map<DatabaseName, Set<ObjectName>> live) {

  static final Scope ALL = new Scope(null, null, false, Map.of(), Map.of());
  static final Scope NONE = of(Set.of());

  static Scope of(Set<SourceFile> files) {
    return new Scope(paths(files), null, false, Map.of(), Map.of());
  }

  static Scope since(MergeBase base) {
    return new Scope(paths(base.touched()), base, true, Map.of(), Map.of());
  }

  /// What is to be run together.
  static Scope pending(Set<SourceFile> files) {
    return pending(files, Map.of());
  }

  /// @param applied the versions that a database has already, by database
  static Scope pending(Set<SourceFile> files, Map<DatabaseName, Set<Version>> applied) {
    return new Scope(paths(files), null, true, applied, Map.of());
  }

  /// The same migrations, each as a change of its own.
  Scope oneByOne() {
    return new Scope(paths, base, false, applied, live);
  }

  /// @param names what databases have, by database
  Scope withLive(Map<DatabaseName, Set<ObjectName>> names) {
    return new Scope(paths, base, oneChange, applied, names);
  }

  /// The migrations as they come to the database: those that it has, then those in the scope, which
  /// may have older versions, then those that are left out.
  List<Migration> inOrder(DatabaseName database, List<Migration> migrations) {
    var there = applied.get(database);
    if (there == null) {
      return migrations;
    }
    return migrations.stream()
        .sorted(
            Comparator.comparingInt(
                migration -> there.contains(migration.version()) ? 0 : has(migration) ? 1 : 2))
        .toList();
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
