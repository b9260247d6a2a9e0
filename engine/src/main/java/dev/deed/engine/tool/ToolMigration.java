package dev.deed.engine.tool;

import dev.deed.engine.Origin;
import dev.deed.engine.Origin.Mark;
import dev.deed.engine.Section;
import dev.deed.sql.SourceFile;
import org.jspecify.annotations.Nullable;

/// One migration of a tool, as its files have it.
///
/// @param version as in the file's name, or the tool's name of it
/// @param slug the words after the version; empty where the version is all of the name
/// @param mark by which the tool's own history knows it
/// @param down null if there is none
/// @param alone the tool runs it without a transaction
/// @param isRead false for a file that is not SQL
record ToolMigration(
    String version,
    String slug,
    Mark mark,
    SourceFile file,
    Section up,
    @Nullable Section down,
    boolean alone,
    Origin.Kind kind,
    boolean isRead) {

  static ToolMigration of(String version, String slug, String name, Section up) {
    return new ToolMigration(
        version, slug, Mark.of(name), up.file(), up, null, false, Origin.Kind.ONCE, true);
  }

  /// A file that is not SQL.
  static ToolMigration notRead(String version, String slug, String name, SourceFile file) {
    return new ToolMigration(
        version,
        slug,
        Mark.of(name),
        file,
        new Section(file, ""),
        null,
        false,
        Origin.Kind.ONCE,
        false);
  }

  ToolMigration with(@Nullable Section newDown) {
    return new ToolMigration(version, slug, mark, file, up, newDown, alone, kind, isRead);
  }

  ToolMigration alone(boolean isAlone) {
    return new ToolMigration(version, slug, mark, file, up, down, isAlone, kind, isRead);
  }

  ToolMigration as(Origin.Kind newKind) {
    return new ToolMigration(version, slug, mark, file, up, down, alone, newKind, isRead);
  }

  ToolMigration marked(Mark newMark) {
    return new ToolMigration(version, slug, newMark, file, up, down, alone, kind, isRead);
  }

  ToolMigration named(String newVersion) {
    return new ToolMigration(newVersion, slug, mark, file, up, down, alone, kind, isRead);
  }
}
