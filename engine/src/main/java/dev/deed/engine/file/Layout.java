package dev.deed.engine.file;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// The folders of each database's migrations, and the services that may have some.
///
/// @param base the folder that shown paths are relative to
/// @param folders of each database, `migrations/<database>` by default
public record Layout(Path base, Map<DatabaseName, Path> folders, Set<ServiceName> services) {

  public Layout {
    folders = Map.copyOf(folders);
    services = Set.copyOf(services);
  }
}
