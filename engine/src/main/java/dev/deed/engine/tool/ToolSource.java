package dev.deed.engine.tool;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Tool;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A folder in which a tool keeps the migrations of one database.
///
/// @param service that they belong to
/// @param offline the SQL of files that are not SQL, or null
/// @param placeholders values for what the tool replaces in its files
public record ToolSource(
    DatabaseName database,
    ServiceName service,
    Tool tool,
    Path folder,
    @Nullable Offline offline,
    Map<String, String> placeholders) {

  /// Where the tool's own SQL is kept.
  ///
  /// @param command with which the tool prints it; empty if that is not known
  public record Offline(Path file, String command) {}

  public ToolSource {
    placeholders = Map.copyOf(placeholders);
  }
}
