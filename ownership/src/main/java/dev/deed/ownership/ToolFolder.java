package dev.deed.ownership;

import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import dev.deed.sql.Tool;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A folder of migrations that another tool applies, or applied.
///
/// @param folder relative to the ownership file
/// @param service that its files belong to; null where it is not given, and cannot be concluded
/// @param offlineSql what makes SQL of files that are not SQL, or null
/// @param placeholders values that the tool puts in for `${name}`
public record ToolFolder(
    Tool tool,
    Path folder,
    @Nullable ServiceName service,
    @Nullable OfflineSql offlineSql,
    SortedMap<String, String> placeholders,
    Span span) {

  /// The tool's own way to print SQL without a database.
  ///
  /// @param command that prints it; empty if the file is made in another way
  /// @param file where deed keeps what was printed, relative to the ownership file
  public record OfflineSql(String command, Path file) {}

  public ToolFolder {
    placeholders = Collections.unmodifiableSortedMap(new TreeMap<>(placeholders));
  }

  public ToolFolder with(@Nullable ServiceName name) {
    return new ToolFolder(tool, folder, name, offlineSql, placeholders, span);
  }
}
