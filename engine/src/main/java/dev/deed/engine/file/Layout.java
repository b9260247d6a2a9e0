package dev.deed.engine.file;

import dev.deed.engine.tool.ToolSource;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import java.io.Serial;
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

  /// The folder for new migrations of a database.
  ///
  /// @throws NoFolder if another tool has the folder that would be deed's
  Path folder(DatabaseName database) {
    var folder = folders.get(database);
    if (folder == null) {
      throw new NoFolder(database);
    }
    return folder;
  }

  /// A database has no folder of deed's own.
  public static final class NoFolder extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    NoFolder(DatabaseName database) {
      super(
          "database %s has no folder for migrations of deed: another tool has it"
              .formatted(database),
          "write the file as that tool has it, or name both folders: databases: {%s: {migrations: <folder>, sources: [{tool: ..., migrations: ...}]}}"
              .formatted(database));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
