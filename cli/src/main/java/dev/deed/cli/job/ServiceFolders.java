package dev.deed.cli.job;

import dev.deed.cli.report.OwnerReport.ServiceFolder;
import dev.deed.engine.Migrations;
import dev.deed.ownership.Database;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The migration folders of each service, relative to the top of the repository.
final class ServiceFolders {

  private ServiceFolders() {}

  /// The folders of services that own tables in a database or have migrations there.
  static List<ServiceFolder> of(
      Project project, Migrations migrations, Collection<DatabaseName> databases) {
    var map = project.ownership().map();
    var folders = new ArrayList<ServiceFolder>();
    for (var database : map.databases()) {
      for (var tool : database.toolFolders()) {
        map.services().stream()
            .filter(service -> databases.contains(database.name()))
            .filter(service -> service.name().equals(tool.service()))
            .map(service -> new ServiceFolder(shown(project, tool.folder()), service))
            .forEach(folders::add);
      }
      if (!database.toolFolders().isEmpty()
          && !Files.isDirectory(project.base().resolve(database.migrations()))) {
        continue;
      }
      for (var service : map.services()) {
        if (databases.contains(database.name())
            && isAtHome(project, migrations, service, database)) {
          folders.add(new ServiceFolder(path(project, service, database), service));
        }
      }
    }
    return folders;
  }

  private static boolean isAtHome(
      Project project, Migrations migrations, Service service, Database database) {
    return project.ownership().map().claims().stream()
            .anyMatch(
                c -> c.service().equals(service.name()) && c.database().equals(database.name()))
        || migrations.of(database.name()).stream()
            .anyMatch(m -> m.name().service().equals(service.name()));
  }

  private static String path(Project project, Service service, Database database) {
    return shown(project, database.migrations().resolve(service.name().text()));
  }

  private static String shown(Project project, Path folder) {
    var path = project.base().resolve(folder).normalize();
    return top(project.base()).relativize(path).toString().replace('\\', '/');
  }

  /// The nearest folder with a `.git`, here or above.
  static Path top(Path base) {
    for (var folder = base; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return base;
  }
}
