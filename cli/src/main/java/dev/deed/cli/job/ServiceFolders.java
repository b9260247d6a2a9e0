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
    var folder =
        project.base().resolve(database.migrations()).resolve(service.name().text()).normalize();
    return top(project.base()).relativize(folder).toString().replace('\\', '/');
  }

  /// The nearest folder with a `.git`, here or above.
  private static Path top(Path base) {
    for (var folder = base; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return base;
  }
}
