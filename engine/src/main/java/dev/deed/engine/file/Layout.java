package dev.deed.engine.file;

import dev.deed.engine.tool.ToolSource;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The folders of each database's migrations, and the services that may have some.
///
/// @param base the folder that shown paths are relative to
/// @param folders of each database in deed's own layout, `migrations/<database>` by default
/// @param tools folders of other tools
public record Layout(
    Path base, Map<DatabaseName, Path> folders, Set<ServiceName> services, List<ToolSource> tools) {

  public Layout(Path base, Map<DatabaseName, Path> folders, Set<ServiceName> services) {
    this(base, folders, services, List.of());
  }

  public Layout {
    tools = List.copyOf(tools);
    folders = Map.copyOf(folders);
    services = Set.copyOf(services);
  }
}
