package dev.deed.project;

import dev.deed.engine.file.Layout;
import dev.deed.engine.tool.ToolSource;
import dev.deed.ownership.Database;
import dev.deed.ownership.Service;
import dev.deed.ownership.file.OwnershipFile;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The migration folders that an ownership file names.
///
/// @param base the folder of the ownership file; displayed paths are relative to it
public record ProjectFolders(Path base) {

  /// The migration folders of its databases and services.
  public Layout layout(OwnershipFile ownership) {
    var map = ownership.map();
    var tools = map.databases().stream().flatMap(this::tools).toList();
    var folders =
        map.databases().stream()
            .filter(
                d -> tools.stream().noneMatch(t -> t.folder().equals(base.resolve(d.migrations()))))
            .collect(Collectors.toMap(Database::name, d -> base.resolve(d.migrations())));
    var services = map.services().stream().map(Service::name).collect(Collectors.toSet());
    return new Layout(base, folders, services, tools);
  }

  private Stream<ToolSource> tools(Database database) {
    return database.toolFolders().stream()
        .filter(folder -> folder.service() != null)
        .map(folder -> {
          var offline = folder.offlineSql();
          return new ToolSource(
              database.name(),
              Objects.requireNonNull(folder.service()),
              folder.tool(),
              base.resolve(folder.folder()),
              offline == null
                  ? null
                  : new ToolSource.Offline(base.resolve(offline.file()), offline.command()),
              folder.placeholders());
        });
  }
}
