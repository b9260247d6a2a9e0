package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A database of the ownership file.
///
/// @param migrations the folder of its migrations in deed's own layout, relative to the ownership
///   file
/// @param toolFolders folders of migrations in the layouts of other tools
/// @param postgres the lowest major version that it runs on
/// @param isPostgresDeclared false where the file does not say so, and `postgres` is the default
/// @param searchPath the search path with which its sessions start
/// @param outside what exists in it although no migration creates it
public record Database(
    DatabaseName name,
    Path migrations,
    List<ToolFolder> toolFolders,
    int postgres,
    boolean isPostgresDeclared,
    List<String> searchPath,
    List<TablePattern> outside,
    Span span) {

  public Database {
    toolFolders = List.copyOf(toolFolders);
    searchPath = List.copyOf(searchPath);
    outside = List.copyOf(outside);
  }

  public Database with(List<ToolFolder> folders) {
    return new Database(
        name, migrations, folders, postgres, isPostgresDeclared, searchPath, outside, span);
  }

  /// Whether something other than the migrations may have made the object: one of its own, not a
  /// part of a relation.
  public boolean isOutside(ObjectName object) {
    if (object.kind().isPartOfRelation()) {
      return false;
    }
    if (object.kind() == ObjectKind.INDEX) {
      return outside.stream().anyMatch(pattern -> isIn(pattern, object.name().schema()));
    }
    return object.kind() == ObjectKind.SCHEMA
        ? outside.stream().anyMatch(pattern -> isOfSchema(pattern, object.name().name()))
        : outside.stream().anyMatch(pattern -> pattern.matches(object.name(), searchPath));
  }

  /// A table from outside may have indexes, which are in its schema and under any name.
  private boolean isIn(TablePattern pattern, @Nullable String schema) {
    var named = pattern.schema();
    return schema != null && (named == null ? searchPath.contains(schema) : named.matches(schema));
  }

  /// A pattern without a schema may mean the schema itself.
  private static boolean isOfSchema(TablePattern pattern, String schema) {
    var named = pattern.schema();
    return (named == null ? pattern.table() : named).matches(schema);
  }
}
